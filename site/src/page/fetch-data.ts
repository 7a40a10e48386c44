import { readJson } from "./checks";

/**
 * Fetch a JSON file of the site; undefined where it cannot be had. What came damaged is fetched
 * once more, past every cache.
 */
export async function fetchData(url: string): Promise<unknown> {
  return (await fetchOnce(url, "default")) ?? (await fetchOnce(url, "reload"));
}

async function fetchOnce(url: string, cache: RequestCache): Promise<unknown> {
  try {
    const response = await fetch(url, { cache });
    return response.ok ? readJson(await response.text()) : undefined;
  } catch {
    return undefined;
  }
}
