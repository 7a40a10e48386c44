/** Parts of the page whose code is fetched late, and what to do where it does not come. */
import { button, make } from "./dom";
import { freshScripts } from "./fresh-scripts";

/** Fetch code; where it does not come, say so in its place and offer another try. */
export async function fetchCode<T>(
  place: HTMLElement,
  load: () => Promise<T>,
  words: string,
): Promise<T> {
  try {
    return await load();
  } catch {
    await askForAnotherTry(place, words);
    await freshScripts();
    return fetchCode(place, load, words);
  }
}

function askForAnotherTry(place: HTMLElement, words: string): Promise<void> {
  return new Promise((resolve) => {
    const again = button("Try again", "button", () => {
      notice.remove();
      resolve();
    });
    const actions = make("div", { class: "notice-actions" }, [again]);
    const notice = make("div", { class: "notice", attributes: { role: "status" } }, [
      make("p", { text: words }),
      actions,
    ]);
    place.append(notice);
  });
}
