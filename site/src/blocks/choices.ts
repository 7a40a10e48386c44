/** A quiz or a prediction: choose, say so, and be told why. */
import { all, attribute, listen, make, part, parts } from "../page/dom";
import { inLesson, type LessonPage, type Unmount } from "../page/page";

export const mountChoices = inLesson((element, page) => new ChoicesBlock(element, page).end);

class ChoicesBlock {
  readonly end: Unmount;
  private readonly id: string;
  private readonly isPrediction: boolean;
  private readonly button: HTMLButtonElement;
  private readonly inputs: HTMLInputElement[];
  private readonly explanations: HTMLElement[];

  constructor(
    private readonly element: HTMLElement,
    private readonly page: LessonPage,
  ) {
    this.id = attribute(element, "id");
    this.isPrediction = attribute(element, "kind") === "prediction";
    this.button = part(element, "answer", HTMLButtonElement);
    this.inputs = [...element.querySelectorAll<HTMLInputElement>('input[type="radio"]')];
    this.explanations = parts(element, "explanation");
    this.showSaved();
    this.end = all(
      listen(element, "change", () => this.onChoice()),
      listen(this.button, "click", () => this.onAnswer()),
      page.lesson.onStartOver(() => this.reset()),
    );
  }

  /** An answer to an earlier version of the question is asked again. */
  private showSaved(): void {
    const { answer, version } = this.page.work.get(this.id);
    const input = answer === null ? undefined : this.inputs[answer];
    if (answer === null || input === undefined || version !== attribute(this.element, "version"))
      return;
    input.checked = true;
    this.show(answer);
    queueMicrotask(() => this.page.lesson.answered(this.id));
  }

  private reset(): void {
    this.page.work.forget(this.id);
    this.clearMarks();
    for (const input of this.inputs) {
      input.checked = false;
      input.disabled = false;
    }
    this.button.hidden = false;
    this.button.disabled = true;
  }

  private chosen(): number {
    return this.inputs.findIndex((input) => input.checked);
  }

  private onChoice(): void {
    this.button.disabled = this.chosen() < 0;
    if (!this.isPrediction) this.clearMarks();
  }

  private onAnswer(): void {
    const answer = this.chosen();
    if (answer < 0) return;
    this.page.work.update(this.id, { answer, version: attribute(this.element, "version") });
    this.show(answer);
    this.page.lesson.answered(this.id);
  }

  private clearMarks(): void {
    for (const input of this.inputs) mark(input, null);
    part(this.element, "verdict").replaceChildren();
  }

  private show(answer: number): void {
    this.clearMarks();
    const explanation = this.explanations[answer];
    const input = this.inputs[answer];
    if (explanation === undefined || input === undefined) return;
    const isRight = attribute(explanation, "right") === "yes";
    mark(input, isRight);
    this.button.disabled = true;
    if (this.isPrediction) this.close();
    part(this.element, "verdict").replaceChildren(
      this.verdict(isRight),
      ...clones(part(explanation, "explanation-text")),
    );
  }

  /** A guess is made once; a quiz can be tried again. */
  private close(): void {
    for (const input of this.inputs) input.disabled = !input.checked;
    this.button.hidden = true;
    this.inputs.forEach((input, index) => {
      const isRight = this.explanations[index]?.dataset["right"] === "yes";
      if (isRight) mark(input, true);
    });
  }

  private verdict(isRight: boolean): HTMLElement {
    const next = this.isPrediction ? " Run the cell below and see." : "";
    const word = isRight ? "That is right." : "Not this one.";
    return make("p", {
      class: "verdict-word",
      text: word + next,
      attributes: { "data-state": isRight ? "right" : "wrong" },
    });
  }
}

function clones(element: HTMLElement): Node[] {
  return [...element.childNodes].map((node) => node.cloneNode(true));
}

/** Mark a choice as right or wrong, in words and in colour, or take the mark away. */
function mark(input: HTMLInputElement, isRight: boolean | null): void {
  const choice = input.closest<HTMLElement>(".choice");
  if (choice === null) return;
  part(choice, "choice-mark").textContent =
    isRight === null ? "" : isRight ? "right" : "not this one";
  if (isRight === null) delete choice.dataset["state"];
  else choice.dataset["state"] = isRight ? "right" : "wrong";
}
