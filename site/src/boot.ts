/**
 * Runs in the head, while the page still arrives: Python is on its way before there is anything
 * to click. Where its files are here from an earlier visit, it starts at once; else after the first
 * screen of text, which on a slow line must not share it with megabytes. The page's own script
 * takes the kernel over; it also begins where nothing is shown, as in a tab in the background.
 */
import { handOver } from "./page/early-kernel";
import { makeKernel, whatIsNeeded } from "./page/runtime";

const kernel = makeKernel();
const needs = whatIsNeeded();
if (needs !== null && kernel.isKept()) kernel.boot(needs);
else if (needs !== null) afterFirstScreen(() => kernel.boot(needs));
handOver(kernel);

/** Do some work once a frame has shown as much of the page as there is room for. */
function afterFirstScreen(work: () => void): void {
  requestAnimationFrame(() => {
    const { readyState, documentElement } = document;
    if (readyState !== "loading" || documentElement.scrollHeight > innerHeight) setTimeout(work);
    else afterFirstScreen(work);
  });
}
