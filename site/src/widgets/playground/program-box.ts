/** The experiment as a Python program, to read and to take along. */
import { button, make } from "../../page/dom";
import { download } from "../../page/download";

const WORDS =
  "The same experiment as a Python program. It needs only numpy, and prints the same final loss.";
const AGED = "The experiment has gone on since. Write the program again to have its last epoch.";

export class ProgramBox {
  readonly element: HTMLDetailsElement;
  private readonly code = make("code");
  private readonly box = make("pre", {
    class: "play-program",
    attributes: { tabindex: "0", role: "region", "aria-label": "The program" },
  });
  private readonly word = make("p", { class: "widget-word", attributes: { role: "status" } });
  private readonly save: HTMLButtonElement;

  constructor(private readonly program: () => Promise<string>) {
    this.save = button("Save as a file", "button", () =>
      download("experiment.py", this.code.textContent, "text/x-python"),
    );
    this.box.append(this.code);
    this.box.hidden = this.save.hidden = true;
    this.element = make("details", { class: "play-details" }, [
      make("summary", { text: "Take the experiment with you" }),
      make("p", { text: WORDS }),
      make("div", { class: "widget-actions" }, [
        button("Write the program", "button", () => void this.write()),
        this.save,
      ]),
      this.word,
      this.box,
    ]);
  }

  private async write(): Promise<void> {
    const text = await this.program();
    this.code.textContent = text;
    this.box.hidden = this.save.hidden = text === "";
    this.word.textContent = text === "" ? "There is no experiment yet." : "";
  }

  /** The experiment goes on: the program that is shown is no longer the same. */
  age(): void {
    if (!this.box.hidden && this.word.textContent === "") this.word.textContent = AGED;
  }
}
