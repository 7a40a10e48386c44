/** The place under a cell where the learner's language model answers. */
import { NOT_FETCHED } from "../page/words";
import type { CodeCell } from "./code-cell";

export class ModelPlace {
  private remove: (() => void) | null = null;

  constructor(private readonly cell: CodeCell) {}

  /** Open the place; what was asked of the course before need not be answered by it again. */
  async open(question = "", isCourseAsked = false): Promise<void> {
    const { cell } = this;
    try {
      const { cellRequest, tutor } = await cell.page.model.open();
      this.close();
      const request = cellRequest(cell, question, () => this.closeByHand());
      const answers = isCourseAsked ? { courseAnswers: () => Promise.resolve([]) } : {};
      this.remove = tutor.mountAnswer(cell.element, { ...request, ...answers });
    } catch {
      cell.say(NOT_FETCHED);
    }
  }

  private closeByHand(): void {
    this.close();
    this.cell.focus();
  }

  close(): void {
    this.remove?.();
    this.remove = null;
  }
}
