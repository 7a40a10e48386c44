/**
 * What of a lesson is below the first screen is laid out when the reader goes on, or Python is
 * there and the page is quiet: the whole at once would have a slow phone wait for its first text,
 * and keep Python waiting.
 */
import { untilIdle } from "./until-idle";

/** The styles put the rest off where the page's root says so. */
const MARK = "rest";
const PUT_OFF = ".lesson > :is(section, .questions)";
const LAID_OUT = "laid-out";
/** How many elements are laid out at once. */
const PORTION = 250;
const watching = new AbortController();

/** Put the rest off, unless the reader will not begin at the top: places must be right then. */
export function putOffRest(): void {
  const [navigation] = performance.getEntriesByType("navigation");
  const isNew = (navigation as PerformanceNavigationTiming | undefined)?.type === "navigate";
  if (isNew && location.hash === "") document.documentElement.dataset[MARK] = "later";
}

/** Lay out the rest, portion by portion, once the reader goes on or the page is quiet. */
export async function layOutRest(quiet: Promise<void>): Promise<void> {
  if (isAllLaidOut()) return;
  await Promise.race([untilReaderMoves(), quiet]);
  let room = 0;
  for (const element of document.querySelectorAll(PUT_OFF)) {
    if (room <= 0) {
      await untilIdle();
      room = PORTION;
    }
    if (isAllLaidOut()) return;
    element.classList.add(LAID_OUT);
    room -= element.getElementsByTagName("*").length;
  }
  layOutAll();
}

/** Lay out all of it now, because places must be right. */
export function layOutAll(): void {
  delete document.documentElement.dataset[MARK];
  watching.abort();
}

function isAllLaidOut(): boolean {
  return document.documentElement.dataset[MARK] === undefined;
}

/** Wait for a first step. A leap goes past what has no place yet. */
function untilReaderMoves(): Promise<void> {
  const options = { capture: true, signal: watching.signal };
  let last = scrollY;
  document.addEventListener("keydown", onKey, options);
  document.addEventListener("click", onClick, options);
  return new Promise((resolve) => {
    const onScroll = () => {
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
