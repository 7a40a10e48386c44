/** Reload the page when the course was built again; show what is wrong when it could not be. */

interface BuildState {
  /** Names the build that is served; another one is a reason to reload. */
  readonly build: string;
  /** Why the latest build failed, a line each; empty when it did not. */
  readonly problems: readonly string[];
}

const NOTICE = "build-problems";
const INTRODUCTION = "The last good build is shown. What stops the next one:";
const LOOK = [
  "position:fixed;inset:auto 0 0 0;z-index:1000;margin:0;max-height:40vh;overflow:auto",
  "padding:1rem;white-space:pre-wrap;font:0.875rem/1.5 monospace;color:#fff;background:#7a1f1f",
].join(";");

function isBuildState(value: unknown): value is BuildState {
  if (typeof value !== "object" || value === null) return false;
  if (!("build" in value) || !("problems" in value)) return false;
  return typeof value.build === "string" && Array.isArray(value.problems);
}

function showProblems(problems: readonly string[]): void {
  document.querySelector(`[data-block="${NOTICE}"]`)?.remove();
  if (problems.length === 0) return;
  const notice = document.createElement("pre");
  notice.dataset["block"] = NOTICE;
  notice.setAttribute("role", "alert");
  notice.style.cssText = LOOK;
  notice.textContent = [INTRODUCTION, ...problems].join("\n");
  document.body.append(notice);
}

function follow(events: EventSource): void {
  let shown: string | null = null;
  events.addEventListener("message", (event: MessageEvent<string>) => {
    const state: unknown = JSON.parse(event.data);
    if (!isBuildState(state)) return;
    if (shown !== null && shown !== state.build) location.reload();
    shown = state.build;
    showProblems(state.problems);
  });
}

follow(new EventSource("/-/events"));
