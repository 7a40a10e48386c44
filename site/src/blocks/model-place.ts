/** The place under a cell where the learner's language model answers. */
import type { CodeCell } from "./code-cell";

export class ModelPlace {
  private remove: (() => void) | null = null;

  constructor(private readonly cell: CodeCell) {}

  async open(question = ""): Promise<void> {
    const { cell } = this;
    const { cellRequest, tutor } = await cell.page.model.open();
    this.close();
    this.remove = tutor.mountAnswer(cell.element, cellRequest(cell, question));
  }

  close(): void {
    this.remove?.();
    this.remove = null;
  }
}
