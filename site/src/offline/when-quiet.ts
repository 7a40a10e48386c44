import type { Kernel } from "../protocol";

const QUIET_MS = 3_000;
const LOOK_MS = 500;

/** Do some work once Python has what it needs and nothing has run for a moment. */
export function whenQuiet(kernel: Kernel, work: () => void): void {
  const isQuiet = () => ["idle", "ready", "failed"].includes(kernel.status().state);
  let since = performance.now();
  const check = setInterval(() => {
    if (!isQuiet() || document.readyState !== "complete") since = performance.now();
    if (performance.now() - since < QUIET_MS) return;
    clearInterval(check);
    work();
  }, LOOK_MS);
}
