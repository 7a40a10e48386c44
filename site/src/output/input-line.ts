import { make } from "../page/dom";
import { shorten } from "./long-text";

/** One line asked for by `input()`, in the cell's own output. */
export class InputLine {
  readonly element: HTMLFormElement;
  readonly answer: Promise<string | null>;
  private readonly field = make("input", {
    attributes: {
      type: "text",
      autocomplete: "off",
      autocapitalize: "off",
      autocorrect: "off",
      spellcheck: "false",
    },
  });
  private settle: (text: string | null) => void = () => undefined;

  constructor(prompt: string) {
    const label = make(
      "label",
      { text: prompt === "" ? "The program asks for a line:" : shorten(prompt) },
      [],
    );
    const send = make("button", { class: "button", text: "Send", attributes: { type: "submit" } });
    label.append(
      make("span", { class: "visually-hidden", text: " Type your answer, then press Enter." }),
    );
    this.field.setAttribute("aria-label", label.textContent ?? "");
    this.element = make("form", { class: "input-line" }, [label, this.field, send]);
    this.answer = new Promise((resolve) => {
      this.settle = resolve;
    });
    this.element.addEventListener("submit", (event) => {
      event.preventDefault();
      this.end(this.field.value);
    });
    this.element.addEventListener("keydown", (event) => {
      if (event.key === "Escape") this.end(null);
    });
  }

  focus(): void {
    this.field.focus();
  }

  /** Stop asking; null means that no line comes. */
  end(text: string | null): void {
    this.element.remove();
    this.settle(text);
  }
}
