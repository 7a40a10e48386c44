/**
 * What of a lesson is below the first screen is laid out after it, portion by portion: the whole
 * at once would have a slow phone wait for its first text, and stand still once more.
 */
import type { Kernel } from "../protocol";
import { untilIdle } from "./until-idle";
import { untilQuiet } from "./until-quiet";

/** The styles put the rest off where the page's root says so. */
const MARK = "rest";
const LAID_OUT = "laid-out";
/** How many elements are laid out at once. */
const PORTION = 250;
const PAUSE_MS = 1_000;
const watching = new AbortController();

/** Put the rest off, unless the reader will not begin at the top: places must be right then. */
export function putOffRest(): void {
  const [navigation] = performance.getEntriesByType("navigation");
  const isNew = (navigation as PerformanceNavigationTiming | undefined)?.type === "navigate";
  if (isNew && location.hash === "") document.documentElement.dataset[MARK] = "later";
}

/**
 * Lay out the rest while the page has nothing else to do: after a second, or once Python is there,
 * which has more need of the processor before, or the reader goes on.
 */
export async function layOutRest(kernel: Kernel): Promise<void> {
  if (isAllLaidOut()) return;
  await Promise.race([untilQuiet(kernel), untilReaderMoves(), pause()]);
  let room = 0;
  for (const element of document.querySelectorAll(".lesson > *")) {
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
  document.addEventListener("keydown", layOutAll, options);
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

/** A link to a place on this page. */
function onClick({ target }: Event): void {
  if (target instanceof Element && target.closest('a[href^="#"]') !== null) layOutAll();
}

function pause(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, PAUSE_MS));
}
