/** The button of every page that opens the course's answers in a dialog. */
import type { AskPanel } from "../ask/panel";
import { all, listen, make } from "../page/dom";
import { NOT_FETCHED } from "../page/words";
import type { Mount, Page } from "../page/page";

export const mountAsk: Mount = (element, page) => {
  let opened: OpenDialog | null = null;
  const open = async () => {
    try {
      const { AskPanel } = await import("../ask/panel");
      opened?.close();
      opened = showDialog(page, (situation) => new AskPanel(situation));
    } catch {
      page.announce(NOT_FETCHED);
    }
  };
  return all(
    listen(element, "click", () => void open()),
    () => opened?.close(),
  );
};

interface OpenDialog {
  close(): void;
}

type MakePanel = (situation: ConstructorParameters<typeof AskPanel>[0]) => AskPanel;

function showDialog(page: Page, makePanel: MakePanel): OpenDialog {
  const dialog = make("dialog", {
    class: "dialog ask-dialog",
    attributes: { "aria-label": "Ask a question" },
  });
  const lesson = page.lesson?.id ?? "";
  const panel = makePanel({
    focus: () => ({ lesson, place: "", about: "" }),
    nextHint: null,
    askModel: null,
    onClose: () => dialog.close(),
    announce: (text) => page.announce(text),
  });
  dialog.append(panel.element);
  dialog.addEventListener("click", (event) => {
    if (event.target instanceof Element && event.target.closest("a[href]") !== null) dialog.close();
  });
  dialog.addEventListener("close", () => {
    panel.end();
    dialog.remove();
  });
  document.body.append(dialog);
  dialog.showModal();
  panel.focus();
  return { close: () => dialog.close() };
}
