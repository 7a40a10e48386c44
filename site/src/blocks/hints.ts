import { all, listen, maybePart, parts } from "../page/dom";
import type { CodeCell } from "./code-cell";

/** The hints of an exercise: each one opens once the one before has been opened. */
export class Hints {
  private readonly hints: HTMLDetailsElement[];

  constructor(
    element: HTMLElement,
    private readonly cell: CodeCell,
  ) {
    this.hints = parts(element, "hint").filter((hint) => hint instanceof HTMLDetailsElement);
    this.show();
  }

  show(): void {
    const opened = this.cell.saved().hints;
    this.hints.forEach((hint, index) => {
      const isLocked = index > opened;
      hint.dataset["state"] = isLocked ? "locked" : "open";
      hint.querySelector("summary")?.setAttribute("aria-disabled", String(isLocked));
      const word = maybePart(hint, "locked");
      if (word !== null) word.hidden = !isLocked;
      if (isLocked) hint.open = false;
    });
  }

  listen(): () => void {
    return all(
      ...this.hints.map((hint, index) =>
        all(
          listen(hint, "click", (event) => {
            const isOnSummary =
              event.target instanceof Element && event.target.closest("summary") !== null;
            if (isOnSummary && hint.dataset["state"] === "locked") event.preventDefault();
          }),
          listen(hint, "toggle", () => this.onToggle(hint, index)),
        ),
      ),
    );
  }

  /** Open the next hint and return it, or null where all are open. */
  openNext(): HTMLDetailsElement | null {
    const { hints } = this.cell.saved();
    const next = this.hints[hints];
    if (next === undefined) return null;
    this.cell.save({ hints: hints + 1 });
    this.show();
    next.open = true;
    return next;
  }

  private onToggle(hint: HTMLDetailsElement, index: number): void {
    if (!hint.open || index < this.cell.saved().hints) return;
    this.cell.save({ hints: index + 1 });
    this.show();
  }
}
