/**
 * Bring the page's scripts and styles anew into the browser's cache, which may hold a damaged one
 * for a year.
 */
export async function freshScripts(): Promise<void> {
  const named = document.querySelectorAll<HTMLLinkElement>(
    'link[rel~="modulepreload"], link[rel="stylesheet"]',
  );
  const scripts = [...document.scripts].map((script) => script.src);
  const fetched = performance.getEntriesByType("resource").map((entry) => entry.name);
  const all = [...scripts, ...[...named].map((link) => link.href), ...fetched];
  const ours = all.filter((url) => url.startsWith(location.origin) && /\.(?:js|css)$/.test(url));
  await Promise.allSettled([...new Set(ours)].map(fetchAnew));
}

async function fetchAnew(url: string): Promise<void> {
  const response = await fetch(url, { cache: "reload" });
  await response.arrayBuffer();
}
