/** One button for each epoch: how many mistakes were met in it; it leads to the epoch's end. */
import { make } from "../../page/dom";

export class EpochMarks {
  readonly element: HTMLElement;
  private readonly list = make("ol", { class: "epoch-marks" });

  constructor(private readonly onChoose: (epoch: number) => void) {
    const label = make("p", { class: "epoch-label", text: "Mistakes in each epoch" });
    this.element = make("div", {}, [label, this.list]);
  }

  /** Show the mistakes of each epoch; `current` counts from 1, 0 is before the first. */
  show(mistakes: readonly number[], current: number): void {
    if (mistakes.length !== this.list.children.length) {
      this.list.replaceChildren(...mistakes.map((_, index) => this.mark(index + 1)));
    }
    mistakes.forEach((count, index) => {
      const button = this.list.children[index]?.querySelector("button");
      if (!button) return;
      const epoch = index + 1;
      button.textContent = count === 0 ? "✓" : String(count);
      button.setAttribute("aria-label", `Epoch ${epoch}: ${counted(count)}`);
      button.setAttribute("aria-current", epoch === current ? "step" : "false");
    });
  }

  private mark(epoch: number): HTMLElement {
    const button = make("button", { class: "epoch-mark", attributes: { type: "button" } });
    button.addEventListener("click", () => this.onChoose(epoch));
    return make("li", {}, [button]);
  }
}

function counted(mistakes: number): string {
  if (mistakes === 0) return "no mistake";
  return mistakes === 1 ? "1 mistake" : `${mistakes} mistakes`;
}
