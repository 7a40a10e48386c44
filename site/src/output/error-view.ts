/**
 * Shows an error: what happened and what to do, where it is, and Python's own words folded under
 * it.
 */
import { make } from "../page/dom";
import { inline } from "../page/plain-markdown";
import type { CodeChange, ErrorReport } from "../protocol";

/** What the cell around an error can do about it. */
export interface ErrorActions {
  readonly goTo: (error: ErrorReport) => void;
  /** The lines that a change touches, before and after it; null where the code has moved on. */
  readonly preview: (
    change: CodeChange,
  ) => { readonly before: string; readonly after: string } | null;
  readonly apply: (change: CodeChange) => void;
}

/** Show an error; where the words around it explain it already, only its place and details. */
export function errorView(
  error: ErrorReport,
  actions: ErrorActions,
  isExplained = false,
): HTMLElement {
  const view = make("div", { class: "output-error" });
  if (!isExplained && error.cause !== "") view.append(...explanation(error));
  if (error.type === "KernelError") view.append(make("p", { text: error.message }));
  else view.append(pythonsLine(error));
  const change = error.change === null ? null : changeView(error.change, actions);
  if (change !== null) view.append(change);
  if (error.line !== null) view.append(placeButton(error, error.line, actions));
  if (error.traceback !== "") view.append(tracebackView(error.traceback));
  return view;
}

function explanation(error: ErrorReport): HTMLElement[] {
  return [
    make("p", { class: "output-error-cause" }, inline(error.cause)),
    make("p", { class: "output-error-fix" }, inline(error.fix)),
  ];
}

function pythonsLine(error: ErrorReport): HTMLElement {
  const type = make("span", { class: "output-error-type", text: `${error.type}: ` });
  return make("p", { class: "output-error-line" }, [type, error.message]);
}

/** Show a small edit as a change, and let the learner take it. */
function changeView(change: CodeChange, actions: ErrorActions): HTMLElement | null {
  const lines = actions.preview(change);
  if (lines === null) return null;
  const button = make("button", {
    class: "button button-small",
    text: "Make this change",
    attributes: { type: "button" },
  });
  const view = make("div", { class: "output-change" }, [
    make("p", { text: lines.before, attributes: { "data-side": "before" } }),
    make("p", { text: lines.after, attributes: { "data-side": "after" } }),
    button,
  ]);
  button.addEventListener("click", () => {
    view.remove();
    actions.apply(change);
  });
  return view;
}

function placeButton(error: ErrorReport, line: number, actions: ErrorActions): HTMLElement {
  const button = make("button", {
    class: "output-error-place",
    text: `Go to line ${line}`,
    attributes: { type: "button" },
  });
  button.addEventListener("click", () => actions.goTo(error));
  return button;
}

function tracebackView(traceback: string): HTMLElement {
  return make("details", {}, [
    make("summary", { text: "All that Python says" }),
    make("pre", { text: traceback }),
  ]);
}
