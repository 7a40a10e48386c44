import { listen } from "../page/dom";
import type { Mount } from "../page/page";

/** A button that opens the settings of the learner's language model. */
export const mountModelSettings: Mount = (element, { model }) =>
  listen(element, "click", () => void model.open().then(({ tutor }) => tutor.openSettings()));
