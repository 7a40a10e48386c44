/** One of several, as a row of radio buttons. */
import { make } from "../../page/dom";

export class Choice<T extends string> {
  readonly element: HTMLElement;
  private readonly inputs: readonly HTMLInputElement[];

  constructor(legend: string, words: Readonly<Record<T, string>>, onChoose: (value: T) => void) {
    const name = crypto.randomUUID();
    const values = Object.keys(words) as T[];
    this.inputs = values.map((value) => {
      const input = make("input", { attributes: { type: "radio", name, value } });
      input.addEventListener("change", () => onChoose(value));
      return input;
    });
    this.element = make("fieldset", { class: "choice-row" }, [
      make("legend", { class: "visually-hidden", text: legend }),
      ...this.inputs.map((input, index) =>
        make("label", { class: "choice-item" }, [input, words[values[index] as T]]),
      ),
    ]);
  }

  show(value: T): void {
    for (const input of this.inputs) input.checked = input.value === value;
  }
}
