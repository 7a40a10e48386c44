import { all, listen, part } from "../page/dom";
import type { Mount } from "../page/page";
import type { KernelStatus } from "../protocol";

/** Says why Python did not start, wherever the learner is in the page, and tries again. */
export const mountKernelTrouble: Mount = (element, { kernel }) => {
  const text = part(element, "trouble-text");
  const retry = part(element, "trouble-retry");
  const show = ({ state, message = "", isFinal = false }: KernelStatus) => {
    element.hidden = state !== "failed";
    if (state === "failed") text.textContent = message;
    retry.hidden = isFinal;
  };
  show(kernel.status());
  return all(
    kernel.onStatus(show),
    listen(retry, "click", () => kernel.retry()),
    listen(part(element, "trouble-close"), "click", () => {
      element.hidden = true;
    }),
  );
};
