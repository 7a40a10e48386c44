import { all, attribute, maybePart } from "../page/dom";
import { inLesson } from "../page/page";

/** The lesson itself: remembers that the learner was here, and shows how far they are. */
export const mountLesson = inLesson((element, { work }) => {
  work.setLastPlace(attribute(element, "lesson"));
  const progress = maybePart(element, "lesson-progress");
  const show = () => {
    if (progress !== null)
      progress.textContent = progressWords(attribute(progress, "ids").split(" "), (id) =>
        work.hasPassed(id),
      );
  };
  show();
  return all(work.onChange(show));
});

/** Return how many exercises pass, in words. */
export function progressWords(ids: readonly string[], hasPassed: (id: string) => boolean): string {
  const passed = ids.filter(hasPassed).length;
  return passed === 0 ? `${ids.length} exercises` : `${passed} of ${ids.length} exercises passed`;
}
