/**
 * Runs in the head, while the page still arrives: Python is on its way before there is anything
 * to click, and so is the page's own script, which takes the kernel over. Where Python's files are
 * here from an earlier visit, both begin at once; else Python's frame is made, and what is fetched
 * comes after the first screen of text, which on a slow line must not share it with them.
 */
import { handOver, takeOver } from "./page/early-kernel";
import { fetchScripts } from "./page/fetch-scripts";
import { firstScreen } from "./page/first-screen";
import { nextTask } from "./page/next-task";
import { findScripts, makeKernel, whatIsNeeded } from "./page/runtime";
import type { Kernel } from "./protocol";

if (takeOver() === null) begin();

function begin(): void {
  const kernel = makeKernel();
  const begun = kernel.isKept() ? beginAtOnce : beginAfterText;
  handOver({ kernel, scripts: begun(kernel, whatIsNeeded(), findScripts()) });
}

type Needs = readonly string[] | null;

function beginAtOnce(kernel: Kernel, needs: Needs, scripts: readonly string[]): Promise<void> {
  if (needs !== null) kernel.boot(needs);
  return fetchScripts(scripts);
}

async function beginAfterText(
  kernel: Kernel,
  needs: Needs,
  scripts: readonly string[],
): Promise<void> {
  if (needs !== null) kernel.open();
  await firstScreen();
  const running = fetchScripts(scripts);
  await nextTask();
  if (needs !== null) kernel.boot(needs);
  return running;
}
