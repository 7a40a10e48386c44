import { confirmFirst } from "../page/confirm";
import { listen } from "../page/dom";
import { inLesson } from "../page/page";

/** Starts a whole lesson over, after asking. */
export const mountLessonReset = inLesson((element, { lesson, announce, work }) =>
  listen(element, "click", () => {
    const text = "All your code, answers and passed exercises of this lesson are forgotten. This cannot be undone.";
    void confirmFirst({ title: "Start this lesson over?", text, yes: "Start over" }).then(async (isSure) => {
      if (!isSure) return;
      lesson.startOver();
      for (const element of document.querySelectorAll<HTMLElement>('[data-block="choices"]')) {
        work.forget(element.dataset["id"] ?? "");
      }
      await work.flush();
      announce("The lesson starts over.");
      window.location.reload();
    });
  }),
);
