/** What the learner is told of a check. */
import { make, part, stamp } from "../page/dom";
import { inline, plainMarkdown } from "../page/plain-markdown";
import { errorView, type ErrorActions } from "../output/error-view";
import type { CheckResult, GradeResult } from "../protocol";

export class Report {
  private readonly place: HTMLElement;

  constructor(
    private readonly element: HTMLElement,
    private readonly actions: ErrorActions,
  ) {
    this.place = part(element, "report");
  }

  show(result: GradeResult): void {
    const title = make("p", { class: "report-title" });
    if (result.passed) title.append(stamp(this.element, "mark-passed"));
    title.append(result.passed ? "It passes" : "Not yet");
    const feedback = make("div", { class: "feedback" }, plainMarkdown(result.feedback));
    this.fill(result.passed ? "passed" : "failed", [title, feedback]);
    if (result.error !== null) this.place.append(errorView(result.error, this.actions, true));
    if (result.checks.length > 0) this.place.append(this.checkList(result.checks));
  }

  showTrouble(message: string): void {
    this.fill("failed", [
      make("p", { text: message }),
      make("p", { text: "Your code is kept. Try again in a moment." }),
    ]);
  }

  /** The code was changed: the report speaks of an earlier one. */
  age(): void {
    if (!this.place.hidden) this.place.dataset["state"] = "stale";
  }

  clear(): void {
    this.place.hidden = true;
    this.place.replaceChildren();
  }

  spoken(result: GradeResult): string {
    if (result.passed) return `It passes. ${result.feedback}`;
    const passed = result.checks.filter((check) => check.passed).length;
    return `Not yet. ${result.feedback} ${passed} of ${result.checks.length} checks pass.`;
  }

  private fill(state: string, children: readonly HTMLElement[]): void {
    this.place.hidden = false;
    this.place.dataset["state"] = state;
    this.place.replaceChildren(...children);
  }

  private checkList(checks: readonly CheckResult[]): HTMLElement {
    return make(
      "ul",
      { class: "checks", attributes: { "aria-label": "Checks" } },
      checks.map((check) => this.checkItem(check)),
    );
  }

  private checkItem(check: CheckResult): HTMLElement {
    const state = check.passed ? "passed" : "failed";
    const name = make("span", { class: "check-name" }, inline(check.name));
    name.prepend(
      make("span", { class: "visually-hidden", text: check.passed ? "Passed: " : "Not passed: " }),
    );
    const item = make("li", { class: "check", attributes: { "data-state": state } }, [
      stamp(this.element, `mark-${state}`),
      name,
    ]);
    if (check.message !== "")
      item.append(make("div", { class: "check-message" }, plainMarkdown(check.message)));
    return item;
  }
}
