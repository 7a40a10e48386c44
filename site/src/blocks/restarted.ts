import { all, listen, part } from "../page/dom";
import { inLesson } from "../page/page";

/** After Python was started anew: says that names are gone, and offers to run the earlier cells. */
export const mountRestarted = inLesson((element, { kernel, lesson }) => {
  const show = (isShown: boolean) => {
    element.hidden = !isShown;
  };
  let wasStopped = kernel.status().state === "stopped";
  return all(
    lesson.onNamesGone(() => show(true)),
    kernel.onStatus((status) => {
      const isStopped = status.state === "stopped";
      if (isStopped && !wasStopped) {
        lesson.lastRun?.leaveOut();
        show(true);
      }
      wasStopped = isStopped;
    }),
    listen(part(element, "run-again"), "click", () => {
      show(false);
      void lesson.runEarlier();
    }),
    listen(part(element, "dismiss"), "click", () => show(false)),
  );
});
