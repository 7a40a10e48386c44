import { all, listen, part } from "../page/dom";
import type { Mount } from "../page/page";
import { saveToFile } from "../saved/saved-file";
import type { Keeping } from "../saved/saved-work";

const WORDS: Readonly<Record<Keeping, string>> = {
  kept: "",
  beside:
    "A later version of this course has kept work in this browser. It stays as it is. " +
    "What you do here is kept apart from it.",
  lost:
    "This browser does not let the page keep your work. It lasts until you close this page. " +
    "Save it to a file to have it again.",
};

/** Says so where the learner's work cannot be kept, and offers it as a file. */
export const mountStorageNote: Mount = (element, { work }) => {
  const save = part(element, "save-work", HTMLButtonElement);
  const show = () => {
    const keeping = work.keeping();
    element.hidden = keeping === "kept";
    save.hidden = keeping !== "lost";
    part(element, "storage-word").textContent = WORDS[keeping];
  };
  show();
  return all(
    work.onChange(show),
    listen(save, "click", () => saveToFile(work)),
  );
};
