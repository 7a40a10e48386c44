import { all, listen, part } from "../page/dom";
import type { Mount } from "../page/page";
import type { KernelStatus } from "../protocol";

const MEGABYTE = 1_000_000;
/** How often the megabytes are counted on: to draw them takes time from what they bring. */
const COUNT_MS = 250;

/** Return where Python is, in a few words. */
export function kernelWords(status: KernelStatus): string {
  switch (status.state) {
    case "idle":
      return "not started yet";
    case "downloading":
      return downloadWords(status);
    case "starting":
      return "starting";
    case "ready":
      return "ready";
    case "running":
      return "running";
    case "stopped":
      return "stopped";
    case "failed":
      return "did not start";
  }
}

function downloadWords({ loaded, total }: KernelStatus): string {
  if (loaded === undefined || total === undefined || total === 0) return "downloading";
  return `${(loaded / MEGABYTE).toFixed(1)} of ${(total / MEGABYTE).toFixed(1)} MB`;
}

/** The quiet word in the header that says where Python is. */
export const mountKernelChip: Mount = (element, { kernel, lesson }) => {
  const text = part(element, "kernel-text");
  const retry = part(element, "kernel-retry");
  let timer = 0;
  const show = () => {
    const status = kernel.status();
    timer = 0;
    text.textContent = kernelWords(status);
    text.title = status.message ?? "";
    element.dataset["state"] = status.state;
    retry.hidden = status.state !== "failed" || status.isFinal === true;
  };
  const showInTime = ({ state }: KernelStatus) => {
    if (state === "downloading" && element.dataset["state"] === state) {
      timer ||= setTimeout(show, COUNT_MS);
      return;
    }
    clearTimeout(timer);
    show();
  };
  show();
  if (lesson !== null) kernel.boot(lesson.needs);
  return all(
    kernel.onStatus(showInTime),
    () => clearTimeout(timer),
    listen(retry, "click", () => kernel.retry()),
  );
};
