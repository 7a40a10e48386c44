/**
 * Runs in the head, while the page still arrives: Python is on its way before there is anything
 * to click, and so is the page's own script, which takes the kernel over. Where Python's files are
 * here from an earlier visit, both begin at once; else after the first screen of text, which on a
 * slow line must not share it with them.
 */
import { handOver } from "./page/early-kernel";
import { fetchScripts } from "./page/fetch-scripts";
import { firstScreen } from "./page/first-screen";
import { nextTask } from "./page/next-task";
import { findScripts, makeKernel, whatIsNeeded } from "./page/runtime";

const kernel = makeKernel();
const needs = whatIsNeeded();
const scripts = findScripts();
handOver({ kernel, scripts: kernel.isKept() ? beginAtOnce() : beginAfterText() });

function beginAtOnce(): Promise<void> {
  boot();
  return fetchScripts(scripts);
}

async function beginAfterText(): Promise<void> {
  await firstScreen();
  const running = fetchScripts(scripts);
  await nextTask();
  boot();
  return running;
}

function boot(): void {
  if (needs !== null) kernel.boot(needs);
}
