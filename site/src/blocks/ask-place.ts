/** The place under a cell where the course answers questions. Its code is fetched when asked. */
import type { AskPanel } from "../ask/panel";
import type { Focus } from "../ask/search";
import type { HintReply } from "../ask/situation";
import { part } from "../page/dom";
import { NOT_FETCHED } from "../page/words";
import type { CodeCell } from "./code-cell";
import type { ModelPlace } from "./model-place";

export class AskPlace {
  private panel: AskPanel | null = null;

  constructor(
    private readonly cell: CodeCell,
    private readonly model: ModelPlace,
  ) {}

  async toggle(): Promise<void> {
    if (this.panel !== null) return this.closeByHand();
    const { cell } = this;
    try {
      const [{ AskPanel }, { whatWasSaid }] = await Promise.all([
        import("../ask/panel"),
        import("../tutor/what-was-said"),
      ]);
      if (this.panel !== null) return;
      const { options } = cell;
      this.panel = new AskPanel({
        focus: () => focusOf(cell, whatWasSaid(cell.lastResult)),
        nextHint: options.openNextHint === undefined ? null : () => this.nextHint(),
        askModel: (question) => this.handOn(question),
        onClose: () => this.closeByHand(),
        announce: (text) => cell.page.announce(text),
      });
      cell.element.append(this.panel.element);
      this.panel.focus();
      this.showExpanded(true);
    } catch {
      cell.say(NOT_FETCHED);
    }
  }

  private nextHint(): HintReply {
    const hint = this.cell.options.openNextHint?.() ?? null;
    if (hint === null) return null;
    const text = document.createDocumentFragment();
    const words = hint.querySelector(".hint-text")?.cloneNode(true).childNodes ?? [];
    text.append(...words);
    return { title: hint.querySelector("summary span")?.textContent ?? "", text };
  }

  private handOn(question: string): void {
    this.close();
    void this.model.open(question, true);
  }

  private closeByHand(): void {
    this.close();
    this.button().focus();
  }

  close(): void {
    this.panel?.end();
    this.panel = null;
    this.showExpanded(false);
  }

  private showExpanded(isOpen: boolean): void {
    this.button().setAttribute("aria-expanded", String(isOpen));
  }

  private button(): HTMLElement {
    return part(this.cell.element, "ask");
  }
}

/** Return where a cell stands, and what was said there last. */
function focusOf(cell: CodeCell, said: { error: string; finding: string }): Focus {
  const lesson = cell.page.lesson.id;
  const anchor = headingBefore(cell.element)?.id ?? "";
  return {
    lesson,
    place: anchor === "" ? "" : `lessons/${lesson}.html#${anchor}`,
    about: said.error === "" ? said.finding : said.error,
  };
}

function headingBefore(element: Element): Element | null {
  let at = element.previousElementSibling;
  while (at !== null && !/^H[1-6]$/.test(at.tagName)) at = at.previousElementSibling;
  return at;
}
