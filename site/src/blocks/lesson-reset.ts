import { confirmFirst } from "../page/confirm";
import { listen } from "../page/dom";
import { inLesson } from "../page/page";

const QUESTION = {
  title: "Start this lesson over?",
  text:
    "All your code, answers and passed exercises of this lesson are forgotten. " +
    "This cannot be undone.",
  yes: "Start over",
};

/** Starts a whole lesson over, after asking. */
export const mountLessonReset = inLesson((element, { lesson, announce, work }) => {
  const onClick = async () => {
    if (!(await confirmFirst(QUESTION))) return;
    const forgotten = lesson.startOver();
    await work.flush();
    window.scrollTo({ top: 0 });
    announce("The lesson starts over.");
    await forgotten;
  };
  return listen(element, "click", () => void onClick());
});
