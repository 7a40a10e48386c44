/** "Step through" of a cell: runs its code once, recorded, and shows the steps under it. */
import { part } from "../page/dom";
import type { TraceStep } from "../protocol";
import { StepperPanel } from "../stepper/panel";
import { spoken } from "../stepper/words";
import type { CodeCell } from "./code-cell";

const CHANGED = "The code has changed, so its steps are closed.";
const SPEAK_AFTER_MS = 250;

export class Stepping {
  private panel: StepperPanel | null = null;
  private timer: number | null = null;

  constructor(private readonly cell: CodeCell) {}

  /** Run the code on copies of the names, and open the panel. */
  async open(): Promise<void> {
    const { cell } = this;
    if (cell.isBusy()) return;
    if (!cell.canRun()) return cell.say("Answer the question above first.");
    this.remove();
    const panel = this.makePanel();
    cell.setBusy(true);
    const { lesson, kernel } = cell.page;
    const request = {
      lesson: lesson.id,
      cell: cell.id,
      code: cell.area.text(),
      setup: lesson.setup,
    };
    const result = await kernel.trace(request, (prompt) => panel.ask(prompt));
    panel.endInput();
    cell.setBusy(false);
    if (this.panel !== panel) return;
    panel.load(result);
    if (result.steps.length === 0) cell.area.markError(result.error);
    const word = [result.word, result.steps.length === 0 ? (result.error?.message ?? "") : ""]
      .filter(Boolean)
      .join(" ");
    if (word !== "") cell.page.announce(word);
  }

  private makePanel(): StepperPanel {
    const { cell } = this;
    const panel = new StepperPanel({
      label: cell.label,
      onStep: (step) => this.onStep(step),
      onClose: () => this.closeByHand(),
      errorActions: cell.errorActions(),
    });
    this.panel = panel;
    const isReady = ["ready", "running"].includes(cell.page.kernel.status().state);
    panel.wait(
      isReady
        ? "Running the program once, to see its steps."
        : "Python is on its way. The steps come as soon as it is ready.",
    );
    cell.area.markError(null);
    cell.element.dataset["stepping"] = "yes";
    part(cell.element, "output").before(panel.element);
    // A long program has just become low, so that the cell may be out of sight above.
    if (cell.element.getBoundingClientRect().top < 0) cell.element.scrollIntoView();
    return panel;
  }

  private onStep(step: TraceStep): void {
    this.cell.area.markStep(step.event === "end" ? null : step.line);
    this.hush();
    this.timer = window.setTimeout(() => this.cell.page.announce(spoken(step)), SPEAK_AFTER_MS);
  }

  onCodeChange(): void {
    if (this.panel === null) return;
    this.close();
    this.cell.say(CHANGED);
  }

  /** Close the panel; the focus goes back to where it was opened from. */
  private closeByHand(): void {
    if (this.cell.isBusy()) void this.cell.stop();
    this.close();
    part(this.cell.element, "menu-button").focus();
  }

  close(): void {
    if (this.panel === null) return;
    this.remove();
    this.cell.area.markStep(null);
  }

  private remove(): void {
    this.hush();
    this.panel?.endInput();
    this.panel?.element.remove();
    this.panel = null;
    delete this.cell.element.dataset["stepping"];
  }

  private hush(): void {
    if (this.timer !== null) window.clearTimeout(this.timer);
    this.timer = null;
  }
}
