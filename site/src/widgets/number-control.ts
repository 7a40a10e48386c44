/** A slider and a number field for the same number. */
import { make } from "../page/dom";

export interface ControlOptions {
  readonly label: string;
  /** The ends of the slider; the field takes other numbers too. */
  readonly least: number;
  readonly most: number;
  readonly step: number;
  readonly onChange: (value: number) => void;
}

export class NumberControl {
  readonly element: HTMLElement;
  private readonly slider: HTMLInputElement;
  private readonly field: HTMLInputElement;

  constructor({ label, least, most, step, onChange }: ControlOptions) {
    const range = { min: String(least), max: String(most), step: String(step) };
    this.slider = make("input", {
      attributes: { type: "range", "aria-label": `${label}, slider`, ...range },
    });
    this.field = make("input", {
      attributes: { type: "number", "aria-label": label, step: "any", inputmode: "decimal" },
    });
    this.element = make("div", { class: "number-control" }, [
      make("span", { text: label }),
      this.slider,
      this.field,
    ]);
    this.slider.addEventListener("input", () => onChange(this.slider.valueAsNumber));
    this.field.addEventListener("input", () => {
      if (Number.isFinite(this.field.valueAsNumber)) onChange(this.field.valueAsNumber);
    });
  }

  show(value: number): void {
    this.slider.value = String(value);
    if (this.field.valueAsNumber !== value) this.field.value = String(value);
  }
}
