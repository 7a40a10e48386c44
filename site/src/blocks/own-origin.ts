import type { Mount } from "../page/page";

/** The address of this site, for a learner to copy. */
export const mountOwnOrigin: Mount = (element) => {
  element.textContent = location.origin;
  return () => undefined;
};
