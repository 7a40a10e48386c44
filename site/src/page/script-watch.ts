/** Runs in the head: where a script of the page does not come, nobody else could say so. */
import { takeOver } from "./early-kernel";
import { freshScripts } from "./fresh-scripts";

const WORDS =
  "A part of this page did not arrive, so code cannot run here yet. You can read on. " +
  "Your saved work is kept.";

/** Once the page has loaded, the script in the head fetches the page's own, or it did not come. */
export function watchForScript(): void {
  addEventListener("load", () => {
    const begun = takeOver();
    if (begun === null) showTrouble();
    else begun.scripts.catch(showTrouble);
  });
}

/** Show the page as it is without scripts, with a word and a way to try again. */
function showTrouble(): void {
  delete document.documentElement.dataset["scripts"];
  const note = document.createElement("div");
  note.className = "storage-note";
  note.setAttribute("role", "alert");
  const again = document.createElement("button");
  again.type = "button";
  again.className = "button button-small";
  again.textContent = "Load it again";
  again.addEventListener("click", () => void freshScripts().finally(() => location.reload()));
  note.append(`${WORDS} `, again);
  document.querySelector(".site-header")?.after(note);
}
