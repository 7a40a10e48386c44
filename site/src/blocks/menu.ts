import { all, listen, part } from "../page/dom";

const STEPS: Readonly<Record<string, number>> = { ArrowDown: 1, ArrowUp: -1 };

/** A button that opens a short list of actions, by keyboard as by hand. */
export function mountMenu(element: HTMLElement): () => void {
  const button = part(element, "menu-button");
  const list = part(element, "menu-list");
  const items = [...list.querySelectorAll<HTMLButtonElement>('[role="menuitem"]')];
  const show = (isOpen: boolean) => {
    list.hidden = !isOpen;
    button.setAttribute("aria-expanded", String(isOpen));
    if (isOpen) items[0]?.focus();
  };
  const move = (event: KeyboardEvent) => {
    const step = STEPS[event.key];
    if (event.key === "Escape" && !list.hidden) {
      show(false);
      button.focus();
    } else if (step !== undefined && !list.hidden) {
      event.preventDefault();
      const at = items.findIndex((item) => item === document.activeElement);
      items.at((at + step) % items.length)?.focus();
    }
  };
  return all(
    listen(button, "click", () => show(list.hidden === true)),
    listen(element, "keydown", move),
    listen(list, "click", () => {
      show(false);
      button.focus();
    }),
    listen(element, "focusout", (event) => {
      if (!(event.relatedTarget instanceof Node && element.contains(event.relatedTarget)))
        show(false);
    }),
  );
}
