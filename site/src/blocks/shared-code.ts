/** Shows code that came with a link, beside the learner's own. It never runs by itself. */
import { listen, make, part, stamp } from "../page/dom";
import { inLesson, type LessonPage } from "../page/page";
import { isShareLink, readLink, type SharedCode } from "../share/link";

export const mountSharedCode = inLesson((element, page) => {
  const block = new SharedBlock(element, page);
  const onHash = () => void block.open();
  onHash();
  window.addEventListener("hashchange", onHash);
  return () => {
    window.removeEventListener("hashchange", onHash);
    block.close();
  };
});

class SharedBlock {
  private panel: HTMLElement | null = null;

  constructor(
    private readonly element: HTMLElement,
    private readonly page: LessonPage,
  ) {}

  async open(): Promise<void> {
    if (!isShareLink(location.hash)) return;
    this.close();
    const shared = await readLink(location.hash);
    const word = typeof shared === "string" ? shared : this.show(shared);
    part(this.element, "shared-word").textContent = word;
    this.element.hidden = word === "";
    if (word !== "") history.replaceState(history.state, "", location.pathname + location.search);
  }

  close(): void {
    this.panel?.remove();
    this.panel = null;
  }

  /** Put the code above its cell; returns a word where there is no such cell. */
  private show({ cell: id, code }: SharedCode): string {
    const cell = this.page.lesson.find(id);
    if (cell === null) return "This link shares a cell that this lesson does not have.";
    const panel = make("div");
    panel.append(stamp(this.element, "shared-panel"));
    part(panel, "shared-code").textContent = code;
    listen(part(panel, "take-shared"), "click", () => {
      this.end();
      void cell.takeCode(code);
    });
    listen(part(panel, "close-shared"), "click", () => {
      this.end();
      cell.focus();
    });
    cell.element.before(panel);
    this.panel = panel;
    panel.scrollIntoView({ block: "center" });
    part(panel, "take-shared").focus({ preventScroll: true });
    this.page.announce("Somebody shared code with you. It is shown above the cell.");
    return "";
  }

  private end(): void {
    this.close();
    history.replaceState(history.state, "", location.pathname + location.search);
  }
}
