import { part } from "./dom";

export interface Question {
  readonly title: string;
  readonly text: string;
  /** The word on the button that does it. */
  readonly yes: string;
}

/** Ask before something is lost; true only when the learner says so. */
export function confirmFirst(question: Question): Promise<boolean> {
  const dialog = part(document, "confirm", HTMLDialogElement);
  part(dialog, "confirm-title").textContent = question.title;
  part(dialog, "confirm-text").textContent = question.text;
  part(dialog, "confirm-yes").textContent = question.yes;
  dialog.returnValue = "no";
  dialog.showModal();
  part(dialog, "confirm-no").focus();
  return new Promise((resolve) => {
    dialog.addEventListener("close", () => resolve(dialog.returnValue === "yes"), { once: true });
  });
}
