import { inLesson } from "../page/page";
import { CodeCell } from "./code-cell";

/** A cell that is only run. */
export const mountCell = inLesson((element, page) => {
  const cell = new CodeCell(element, page, { isExercise: false });
  return () => cell.destroy();
});
