/** Buttons and a slider that go through steps, forwards and backwards. */
import { button, make } from "../page/dom";

export class StepBar {
  readonly element: HTMLElement;
  private readonly slider: HTMLInputElement;
  private readonly place = make("span", { class: "step-bar-place" });
  private readonly backward: readonly HTMLButtonElement[];
  private readonly forward: readonly HTMLButtonElement[];
  private step = 0;
  private last = 0;

  constructor(
    private readonly word: string,
    private readonly onStep: (step: number) => void,
  ) {
    this.slider = make("input", {
      attributes: { type: "range", min: "0", step: "1", "aria-label": word },
    });
    this.slider.addEventListener("input", () => onStep(this.slider.valueAsNumber));
    this.backward = [this.button("First", () => 0), this.button("Back", () => this.step - 1)];
    this.forward = [this.button("Next", () => this.step + 1), this.button("Last", () => this.last)];
    this.element = make("div", { class: "step-bar" }, [
      make("div", { class: "step-bar-buttons" }, [...this.backward, ...this.forward]),
      this.slider,
      this.place,
    ]);
  }

  private button(text: string, target: () => number): HTMLButtonElement {
    return button(text, "button button-small", () => this.onStep(target()));
  }

  /** Show where the stepping is; `spoken` is what a screen reader says of it. */
  show(
    step: number,
    last: number,
    spoken: string,
    place = `${this.word} ${step} of ${last}`,
  ): void {
    this.step = step;
    this.last = last;
    this.slider.max = String(last);
    this.slider.value = String(step);
    this.slider.setAttribute("aria-valuetext", spoken);
    this.place.textContent = place;
    for (const button of this.backward) button.disabled = step === 0;
    for (const button of this.forward) button.disabled = step === last;
  }
}
