/** The panel under a cell that goes through its steps, forwards and backwards. */
import { errorView, type ErrorActions } from "../output/error-view";
import { InputLine } from "../output/input-line";
import { TextStream } from "../output/stream";
import { make } from "../page/dom";
import type { TraceResult, TraceStep } from "../protocol";
import { VariableTable } from "./variables";
import { callPath, position, sentence } from "./words";

const COPY = "This is a run on copies of your names. They stay as they are.";
const LONGEST_PRINTED = 4_000;

export interface PanelOptions {
  readonly label: string;
  readonly onStep: (step: TraceStep) => void;
  readonly onClose: () => void;
  readonly errorActions: ErrorActions;
}

export class StepperPanel {
  readonly element: HTMLElement;
  private readonly body = make("div", { class: "stepper-body" });
  private readonly slider = make("input", {
    attributes: { type: "range", min: "1", step: "1", "aria-label": "Step" },
  });
  private readonly place = make("span", { class: "stepper-place" });
  private readonly now = make("p", { class: "stepper-now" });
  private readonly path = make("p", { class: "stepper-small" });
  private readonly variables = new VariableTable();
  private readonly printed = make("div", { class: "stepper-printed" });
  /** What stopped the program; it stands at the last step. */
  private readonly problem = make("div");
  private readonly backward: readonly HTMLButtonElement[];
  private readonly forward: readonly HTMLButtonElement[];
  private input: InputLine | null = null;
  private steps: readonly TraceStep[] = [];
  private output: readonly string[] = [];
  private index = 0;

  constructor(private readonly options: PanelOptions) {
    this.backward = [this.button("First", () => 0), this.button("Back", () => this.index - 1)];
    this.forward = [
      this.button("Next", () => this.index + 1),
      this.button("Last", () => this.steps.length - 1),
    ];
    this.element = make(
      "div",
      {
        class: "stepper",
        attributes: { role: "group", "aria-label": `Steps of ${options.label}` },
      },
      [this.head(), this.body],
    );
    this.slider.addEventListener("input", () => this.show(this.slider.valueAsNumber - 1));
    this.element.addEventListener("keydown", (event) => this.onKey(event));
  }

  private head(): HTMLElement {
    const close = make("button", {
      class: "button button-quiet button-small",
      text: "Close",
      attributes: { type: "button" },
    });
    close.addEventListener("click", () => this.options.onClose());
    return make("div", { class: "stepper-head" }, [
      make("p", { class: "stepper-title", text: "Step through" }),
      close,
    ]);
  }

  private button(text: string, target: () => number): HTMLButtonElement {
    const button = make("button", {
      class: "button button-small",
      text,
      attributes: { type: "button" },
    });
    button.addEventListener("click", () => this.show(target()));
    return button;
  }

  private onKey(event: KeyboardEvent): void {
    if (event.key !== "Escape" || this.input !== null) return;
    event.stopPropagation();
    this.options.onClose();
  }

  /** Say that the program is being run. */
  wait(word: string): void {
    this.body.replaceChildren(make("p", { class: "stepper-small", text: word }));
  }

  /** Ask for a line while the program runs. */
  async ask(prompt: string): Promise<string | null> {
    const input = new InputLine(prompt);
    this.input = input;
    this.body.append(input.element);
    input.focus();
    const line = await input.answer;
    this.input = null;
    return line;
  }

  endInput(): void {
    this.input?.end(null);
  }

  /** Show a result at its first step; where there are no steps, say why. */
  load(result: TraceResult): void {
    const { steps, word, error } = result;
    this.steps = steps;
    this.output = Array.from(result.output);
    const notes = word === "" ? [] : [make("p", { class: "stepper-note", text: word })];
    const problem = error === null ? [] : [errorView(error, this.options.errorActions)];
    this.problem.replaceChildren(...problem);
    if (steps.length === 0) return this.body.replaceChildren(...notes, this.problem);
    this.slider.max = String(steps.length);
    this.body.replaceChildren(
      this.controls(),
      ...notes,
      this.now,
      this.problem,
      this.path,
      this.variables.element,
      this.printed,
      make("p", { class: "stepper-small", text: COPY }),
    );
    this.show(0);
    this.slider.focus({ preventScroll: true });
  }

  private controls(): HTMLElement {
    const buttons = make(
      "div",
      { class: "stepper-buttons", attributes: { role: "group", "aria-label": "Go to a step" } },
      [...this.backward, ...this.forward],
    );
    return make("div", { class: "stepper-controls" }, [buttons, this.slider, this.place]);
  }

  private show(index: number): void {
    const step = this.steps[index];
    if (step === undefined) return;
    this.index = index;
    this.slider.value = String(index + 1);
    this.slider.setAttribute("aria-valuetext", position(index, this.steps.length));
    this.place.textContent = position(index, this.steps.length);
    for (const button of this.backward) button.setAttribute("aria-disabled", String(index === 0));
    for (const button of this.forward)
      button.setAttribute("aria-disabled", String(index === this.steps.length - 1));
    this.now.textContent = sentence(step);
    this.now.dataset["event"] = step.event;
    this.path.textContent = callPath(step);
    this.path.hidden = step.calls.length === 0;
    this.problem.hidden = index < this.steps.length - 1;
    this.variables.show(step);
    this.showPrinted(step.output);
    this.options.onStep(step);
  }

  private showPrinted(length: number): void {
    this.printed.hidden = length === 0;
    const stream = new TextStream("stdout");
    stream.add(this.output.slice(Math.max(0, length - LONGEST_PRINTED), length).join(""));
    this.printed.replaceChildren(
      make("p", { class: "stepper-small", text: "Printed so far" }),
      stream.element,
    );
    stream.element.scrollTop = stream.element.scrollHeight;
  }
}
