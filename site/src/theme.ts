/** Runs in the head, before anything shows: says that scripts run, and puts the kept colours on. */
import { watchForScript } from "./page/script-watch";

const root = document.documentElement;
root.dataset["scripts"] = "on";
try {
  const kept = localStorage.getItem("theme");
  if (kept === "light" || kept === "dark") root.dataset["theme"] = kept;
} catch {
  // Storage is forbidden here: the system's colours stay.
}
watchForScript();
