/** The course at a glance: how far the learner is, and where to go on. */
import { attribute, maybePart, part, parts } from "../page/dom";
import type { Mount } from "../page/page";
import { savesData } from "../page/saves-data";
import { progressWords } from "./lesson";

export const mountHome: Mount = (element, { work, kernel }) => {
  const items = parts(element, "course-item");
  const show = () => {
    for (const item of items) showItem(item, (id) => work.hasPassed(id));
    showPlace(element, items, work.lastPlace());
  };
  show();
  const cancel = bootWhenIdle(() => kernel.boot([]));
  const end = work.onChange(show);
  return () => {
    cancel();
    end();
  };
};

function showItem(item: HTMLElement, hasPassed: (id: string) => boolean): void {
  const ids = attribute(item, "ids")
    .split(" ")
    .filter((id) => id !== "");
  const passed = ids.filter(hasPassed).length;
  const isDone = ids.length > 0 && passed === ids.length;
  item.dataset["state"] = isDone ? "done" : passed > 0 ? "started" : "new";
  const words = maybePart(item, "course-progress");
  if (words !== null)
    words.textContent = isDone
      ? `all ${ids.length} exercises passed`
      : progressWords(ids, hasPassed);
}

function showPlace(
  element: HTMLElement,
  items: readonly HTMLElement[],
  place: string | null,
): void {
  const item = items.find((other) => other.dataset["lesson"] === place);
  if (item === undefined) return;
  const link = part(item, "course-link", HTMLAnchorElement);
  part(element, "start", HTMLAnchorElement).href = link.href;
  part(element, "start-text").textContent = "Continue";
  part(element, "place").textContent = `You were in: ${link.textContent ?? ""}.`;
}

/** Fetch Python while the learner reads, unless they asked to save data. */
function bootWhenIdle(boot: () => void): () => void {
  if (savesData()) return () => undefined;
  if (!("requestIdleCallback" in window)) return () => undefined;
  const id = window.requestIdleCallback(boot, { timeout: 4_000 });
  return () => window.cancelIdleCallback(id);
}
