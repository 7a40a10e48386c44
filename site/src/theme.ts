/** Runs in the head, before anything shows: says that scripts run, and puts the kept colours on. */
import { recall } from "./page/remembered";
import { watchForScript } from "./page/script-watch";

const root = document.documentElement;
root.dataset["scripts"] = "on";
const kept = recall("theme");
if (kept === "light" || kept === "dark") root.dataset["theme"] = kept;
watchForScript();
