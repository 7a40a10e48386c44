import { all, listen, part } from "../page/dom";
import type { Mount } from "../page/page";

/** Says that there is a new version of the course, which the learner takes when it suits. */
export const mountNewVersion: Mount = (element, { kept, work }) => {
  let isLater = false;
  const show = () => {
    element.hidden = isLater || !kept.hasNewVersion;
  };
  show();
  return all(
    kept.onChange(show),
    listen(part(element, "take-new"), "click", () => {
      void work.flush().finally(() => kept.takeNewVersion());
    }),
    listen(part(element, "later"), "click", () => {
      isLater = true;
      show();
    }),
  );
};
