/** An exercise: check the code, tell what came of it, open hints and the solution. */
import { all, listen, part } from "../page/dom";
import { inLesson, type LessonPage, type Unmount } from "../page/page";
import type { GradeResult } from "../protocol";
import { CodeCell } from "./code-cell";
import { Hints } from "./hints";
import { Report } from "./report";
import { SolutionGate } from "./solution-gate";

export const mountExercise = inLesson((element, page) => new ExerciseBlock(element, page).end);

class ExerciseBlock {
  readonly end: Unmount;
  private readonly cell: CodeCell;
  private readonly report: Report;
  private readonly hints: Hints;
  private readonly gate: SolutionGate;
  private readonly checkButton: HTMLButtonElement;

  constructor(
    private readonly element: HTMLElement,
    private readonly page: LessonPage,
  ) {
    this.checkButton = part(element, "check", HTMLButtonElement);
    this.cell = new CodeCell(element, page, {
      isExercise: true,
      onMain: () => void this.check(),
      onCodeChange: () => this.report.age(),
      onStartOver: () => this.reset(),
      openNextHint: () => this.hints.openNext(),
    });
    this.report = new Report(element, this.cell.errorActions());
    this.hints = new Hints(element, this.cell);
    this.gate = new SolutionGate(element, this.cell, page);
    this.showState();
    this.end = all(
      listen(this.checkButton, "click", () => void this.check()),
      this.hints.listen(),
      this.gate.listen(),
      () => this.cell.destroy(),
    );
  }

  private reset(): void {
    this.report.clear();
    this.hints.show();
    this.gate.show();
    this.showState();
  }

  /** Check the code as it now stands. */
  private async check(): Promise<void> {
    if (this.cell.isBusy()) return;
    const code = this.cell.area.text();
    this.cell.keepVersion();
    this.showBusy(true);
    try {
      const { text } = await this.page.lesson.exercise(this.cell.id);
      const result = await this.page.kernel.grade({ exercise: text, code });
      this.count(code, result);
      this.show(result);
    } catch (error) {
      this.report.showTrouble(error instanceof Error ? error.message : "The check did not work.");
    } finally {
      this.showBusy(false);
    }
  }

  private showBusy(isBusy: boolean): void {
    this.cell.setBusy(isBusy);
    this.checkButton.setAttribute("aria-busy", String(isBusy));
    const isReady = ["ready", "running"].includes(this.page.kernel.status().state);
    const word = isReady
      ? "Checking."
      : "Python is on its way. Your code is checked as soon as it is ready.";
    part(this.element, "cell-hint").textContent = isBusy ? word : "";
  }

  /**
   * Keep a pass, or count an honest attempt: code that is neither the starter nor the last one
   * again.
   */
  private count(code: string, result: GradeResult): void {
    const { attempts, lastAttempt, passed } = this.cell.saved();
    if (result.passed) {
      this.cell.save({ code, passed: passed ?? new Date().toISOString() });
    } else if (code.trim() !== this.cell.area.original.trim() && code !== lastAttempt) {
      this.cell.save({ attempts: attempts + 1, lastAttempt: code });
    }
  }

  private show(result: GradeResult): void {
    this.cell.lastResult = result;
    this.report.show(result);
    this.cell.area.markError(result.error);
    this.gate.show();
    this.showState();
    this.page.announce(this.report.spoken(result));
  }

  private showState(): void {
    const { passed, attempts } = this.cell.saved();
    if (passed === null) delete this.element.dataset["passed"];
    else this.element.dataset["passed"] = "yes";
    const tries =
      attempts === 0 ? "" : attempts === 1 ? "one try so far" : `${attempts} tries so far`;
    part(this.element, "state").textContent = passed === null ? tries : "passed";
  }
}
