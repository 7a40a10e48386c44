import { cleanHtml } from "../page/clean-html";
import { listen, maybePart, part } from "../page/dom";
import type { LessonPage } from "../page/page";
import { ATTEMPTS_NEEDED, hasEarnedSolution } from "../saved/record";
import type { CodeCell } from "./code-cell";

/** The solution of an exercise: locked until a pass or two honest attempts. */
export class SolutionGate {
  private readonly button: HTMLButtonElement | null;

  constructor(
    private readonly element: HTMLElement,
    private readonly cell: CodeCell,
    private readonly page: LessonPage,
  ) {
    this.button = element.querySelector<HTMLButtonElement>('[data-part="show-solution"]');
    this.show();
    if (cell.saved().isSolutionOpen) void this.open();
  }

  show(): void {
    if (this.button === null) return;
    const saved = this.cell.saved();
    const { attempts, isSolutionOpen } = saved;
    const isOpenable = hasEarnedSolution(saved);
    this.button.disabled = !isOpenable;
    part(this.element, "gate").hidden = isSolutionOpen;
    part(this.element, "gate-text").textContent = isOpenable
      ? ""
      : lockedWords(ATTEMPTS_NEEDED - attempts);
    if (!isSolutionOpen) part(this.element, "solution").hidden = true;
  }

  listen(): () => void {
    return this.button === null
      ? () => undefined
      : listen(this.button, "click", () => void this.onShow());
  }

  private async onShow(): Promise<void> {
    this.cell.save({ isSolutionOpen: true });
    if (await this.open()) part(this.element, "solution-text").focus();
  }

  /** Show the solution beside the learner's code. */
  private async open(): Promise<boolean> {
    const { solution } = await this.page.lesson
      .exercise(this.cell.id)
      .catch(() => ({ solution: null }));
    if (solution === null) {
      this.cell.say("The solution could not be fetched. Try again in a moment.");
      return false;
    }
    part(this.element, "own-code").textContent = this.cell.area.text();
    maybePart(this.element, "solution-code")?.querySelector("pre")?.remove();
    part(this.element, "solution-code").append(cleanHtml(solution.codeHtml));
    part(this.element, "solution-text").replaceChildren(cleanHtml(solution.explanationHtml));
    part(this.element, "solution").hidden = false;
    part(this.element, "gate").hidden = true;
    return true;
  }
}

function lockedWords(left: number): string {
  return left === 1
    ? "It opens when your code passes, or after one more try."
    : "It opens when your code passes, or after two tries.";
}
