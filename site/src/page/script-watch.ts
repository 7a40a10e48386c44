/** Runs in the head: where the page's own script does not come, nobody else could say so. */
import { freshScripts } from "./fresh-scripts";

const WORDS =
  "A part of this page did not arrive, so code cannot run here yet. You can read on. " +
  "Your saved work is kept.";

/** Once the page is read, its script has begun, or it will not. */
export function watchForScript(): void {
  document.addEventListener("DOMContentLoaded", () => {
    if (document.documentElement.dataset["scripts"] !== "ready") showTrouble();
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
