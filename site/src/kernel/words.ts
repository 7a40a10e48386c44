/** What the kernel itself tells a learner. */
export const NAMES_GONE =
  "Python was stopped and started again. Names from earlier cells are gone.";
export const STARTED_AGAIN = "Python was started again. Names from earlier cells are gone.";
export const OUT_OF_MEMORY = `The program used all the memory there is. ${STARTED_AGAIN}`;
export const CRASHED = `The program made Python itself stop. ${STARTED_AGAIN}`;
export const CHANGED = `The program changed Python itself. ${STARTED_AGAIN}`;
export const NOT_GRADED = "The checks were stopped before they were done.";
export const NOT_STEPPED = "The program was stopped before its steps were there.";
export const NO_EXPERIMENT = "The experiment was stopped before it was set up.";
export const TOO_MUCH =
  "This is more output than the page can show, so the rest of it is not shown.";
export const UNREADABLE = "The result of the run could not be read.";
export const GRADING_BROKE =
  "The checks could not be run. This is a fault of the course, not of your code.";

export const FRAME_LOST = `Python went away. ${STARTED_AGAIN}`;
export const FRAME_GONE =
  "Python could not be started: its part of the page does not answer. " +
  "Try again. If that does not help, reload the page. Your work is kept.";
export const NO_WEBASSEMBLY =
  "Python cannot run in this browser: WebAssembly is missing or turned off. " +
  "Turn it on for this page, or open the course in another browser. " +
  "Reading, writing and the questions work here too.";
export const TOO_OLD =
  "Python cannot run in this browser: it is too old. " +
  "Open the course in a newer one. Reading, writing and the questions work here too.";

/** Why a worker had to be replaced, in words. */
export function crashWords(reason: string): string {
  return /memory|allocat/i.test(reason) ? OUT_OF_MEMORY : CRASHED;
}

/** Why Python could not be started at all, in words. */
export function startWords(reason: string): string {
  return (
    `Python could not be started in this browser (${reason}). ` +
    "Try again, or try another browser."
  );
}
