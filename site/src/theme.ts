/**
 * Runs in the head, before anything shows: says that scripts run, puts the kept colours on, and
 * holds what is done until the page's own script is there.
 */
import { holdActs } from "./page/early-acts";
import { recall } from "./page/remembered";
import { watchForScript } from "./page/script-watch";

const root = document.documentElement;
root.dataset["scripts"] = "on";
const kept = recall("theme");
if (kept === "light" || kept === "dark") root.dataset["theme"] = kept;
watchForScript();
holdActs();
