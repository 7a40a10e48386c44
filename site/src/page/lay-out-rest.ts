/**
 * What of a lesson is below the first screen is laid out when the reader goes on: the whole at once
 * would have a slow phone wait for its first text, and keep Python waiting.
 */
import { untilIdle } from "./until-idle";

/** The styles put the rest off where the page's root says so. */
const MARK = "rest";
const PUT_OFF = ".lesson > :is(section, .questions)";
const LAID_OUT = "laid-out";
/** How many elements are laid out at once. */
const PORTION = 250;
let watching = new AbortController();

/** Whether the page has just been asked for, from its top: elsewhere places must be right. */
export function isFromTop(): boolean {
  const [navigation] = performance.getEntriesByType("navigation");
  const isNew = (navigation as PerformanceNavigationTiming | undefined)?.type === "navigate";
  return isNew && location.hash === "";
}

/** Put off the rest of the page that comes. */
export function putOffRest(): void {
  document.documentElement.dataset[MARK] = "later";
}

/** Lay out the rest, portion by portion, once the reader goes on. */
export async function layOutRest(): Promise<void> {
  if (document.documentElement.dataset[MARK] === undefined) return;
  watching.abort();
  watching = new AbortController();
  const { signal } = watching;
  await untilReaderMoves(signal);
  let room = 0;
  for (const element of document.querySelectorAll(PUT_OFF)) {
    if (room <= 0) {
      await untilIdle();
      room = PORTION;
    }
    if (signal.aborted) return;
    element.classList.add(LAID_OUT);
    room -= element.getElementsByTagName("*").length;
  }
  if (!signal.aborted) layOutAll();
}

/** Lay out all of it now, because places must be right. */
export function layOutAll(): void {
  delete document.documentElement.dataset[MARK];
  watching.abort();
}

/** Wait until a swap of pages is over, with which the browser goes to the top. */
async function swapped(): Promise<void> {
  if ("navigation" in globalThis) await navigation.transition?.finished.catch(() => undefined);
}

/** Wait for a first step. A leap goes past what has no place yet. */
async function untilReaderMoves(signal: AbortSignal): Promise<void> {
  const options = { capture: true, signal };
  document.addEventListener("keydown", onKey, options);
  document.addEventListener("click", onClick, options);
  await swapped();
  let last = scrollY;
  return new Promise((resolve) => {
    const onScroll = () => {
      if (scrollY === last) return;
      if (Math.abs(scrollY - last) > innerHeight) layOutAll();
      last = scrollY;
      resolve();
    };
    document.addEventListener("scroll", onScroll, options);
  });
}

/** The page's end is where it is only when all is laid out. */
function onKey({ key, metaKey, target }: KeyboardEvent): void {
  const isText = target instanceof Element && target.closest("input, [contenteditable]") !== null;
  if (!isText && (key === "End" || (metaKey && key === "ArrowDown"))) layOutAll();
}

/** A link may lead to a place on this page. */
function onClick({ target }: Event): void {
  const link = target instanceof Element ? target.closest<HTMLAnchorElement>("a[href]") : null;
  if (link !== null && link.hash !== "" && link.pathname === location.pathname) layOutAll();
}
