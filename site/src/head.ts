/**
 * Runs in the head, before anything shows: says that scripts run, puts the kept colours on, and
 * holds what is done until the page's own script is there.
 *
 * Where Python's files are here from an earlier visit, the page waits for the script that starts
 * it: what else there is to read and to draw would keep it. At a first visit the text goes first.
 */
import { writeBoot } from "./kernel/trusted-types";
import { holdActs } from "./page/early-acts";
import { isFromTop, putOffRest } from "./page/lay-out-rest";
import { recall } from "./page/remembered";
import { watchForScript } from "./page/script-watch";

const root = document.documentElement;
root.dataset["scripts"] = "on";
const kept = recall("theme");
if (kept === "light" || kept === "dark") root.dataset["theme"] = kept;
watchForScript();
holdActs();
if (isFromTop()) putOffRest();
const boot = document.querySelector('link[data-part="boot"]');
if (boot !== null && recall("snapshot") !== null) writeBoot(boot.getAttribute("href") ?? "");
