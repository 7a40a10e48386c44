/**
 * Going to another page of the course swaps what is on the page, so that Python stays. History,
 * scroll positions, the focus and places in the page are the browser's own: its Navigation API
 * treats a swap like the loading of a page. A browser without it loads each page as ever.
 */
import { readPage } from "../kernel/trusted-types";
import { fixAddresses } from "./addresses";
import { addressAtFirst } from "./early-acts";
import { putOffRest } from "./lay-out-rest";

export interface Swap {
  /** The folder of the course; what lies elsewhere is loaded. */
  readonly course: string;
  /** The reader has asked for another page. */
  onAsk(): void;
  /** The page that is shown goes away. */
  onLeave(): void;
  /** The next page is there. */
  onArrive(): Promise<void>;
}

const PAGE = /(?:\/|\.html)$/;

export function swapPages(swap: Swap): void {
  if (!("navigation" in globalThis)) return;
  if (withoutHash(addressAtFirst()) !== withoutHash(location.href)) location.reload();
  navigation.addEventListener("navigate", (event) => {
    if (!isSwap(event, swap.course)) return;
    swap.onAsk();
    const page = fetchPage(event.destination.url, event.signal);
    // While the page is on its way, the address stays; what is amiss is seen to after that.
    const precommitHandler = async () => void (await page.catch(nothing));
    event.intercept({
      ...(event.cancelable ? { precommitHandler } : {}),
      handler: () => show(page, event, swap),
    });
  });
}

/** Whether a navigation is to another page of the course, and in this window. */
function isSwap(event: NavigateEvent, course: string): boolean {
  const { destination, navigationType } = event;
  const { origin, pathname } = new URL(destination.url);
  const isPage = `${origin}${pathname}`.startsWith(course) && PAGE.test(pathname);
  const isFile = event.downloadRequest !== null || event.formData !== null;
  if (!event.canIntercept || event.hashChange || !isPage || isFile) return false;
  if (navigationType === "traverse") return !isShown(destination.url);
  // Otherwise it is the address alone that a script changes.
  return navigationType !== "reload" && !destination.sameDocument;
}

function isShown(address: string): boolean {
  return withoutHash(address) === withoutHash(navigation.currentEntry?.url ?? "");
}

function withoutHash(address: string): string {
  return address.replace(/#.*$/s, "");
}

interface FetchedPage {
  readonly address: string;
  readonly content: Document;
}

/** Fetch a page; null where the answer is none of this version of the course. */
async function fetchPage(address: string, signal: AbortSignal): Promise<FetchedPage | null> {
  const response = await fetch(withoutHash(address), { signal });
  const isHtml = response.headers.get("Content-Type")?.startsWith("text/html") ?? false;
  if (!isHtml) return null;
  const content = readPage(await response.text());
  if (version(content) !== version(document)) return null;
  return { address: response.url + new URL(address).hash, content };
}

function version(content: Document): string {
  return content.querySelector<HTMLMetaElement>('meta[name="version"]')?.content ?? "";
}

async function show(
  fetched: Promise<FetchedPage | null>,
  event: NavigateEvent,
  swap: Swap,
): Promise<void> {
  const page = await fetched.catch(nothing);
  if (event.signal.aborted) return;
  // The browser shows what it shows where a page cannot be had.
  if (page === null) return location.reload();
  swap.onLeave();
  if (page.address !== event.destination.url) history.replaceState(null, "", page.address);
  if (event.navigationType !== "traverse" && location.hash === "") putOffRest();
  put(page.content);
  await swap.onArrive();
}

/** Put a page in the place of the one that is shown. */
function put(content: Document): void {
  for (const element of content.querySelectorAll("noscript")) element.remove();
  document.title = content.title;
  for (const name of ['meta[name="description"]', 'link[rel="canonical"]']) {
    document.head.querySelector(name)?.remove();
    const next = content.head.querySelector(name);
    if (next !== null) document.head.append(next);
  }
  document.body.replaceWith(content.body);
  fixAddresses();
}

function nothing(): null {
  return null;
}
