/** For browsers that do not tell when they are idle. */
const PAUSE_MS = 50;

/** Let the page do all that is more urgent. */
export function untilIdle(): Promise<void> {
  return new Promise((resolve) => {
    if ("requestIdleCallback" in globalThis) requestIdleCallback(() => resolve());
    else setTimeout(resolve, PAUSE_MS);
  });
}
