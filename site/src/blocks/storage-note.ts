import type { Mount } from "../page/page";

/** Says so where the learner's work cannot be kept. */
export const mountStorageNote: Mount = (element, { work }) => {
  const show = () => {
    if (work.isKept()) return;
    element.textContent =
      "This browser does not let the page keep your work. It lasts until you close this page.";
    element.hidden = false;
  };
  show();
  return work.onChange(show);
};
