import { make } from "../page/dom";
import type { ErrorReport } from "../protocol";

/** Show an error: its short line, where it is, and the whole traceback folded under it. */
export function errorView(error: ErrorReport, onPlace: (error: ErrorReport) => void): HTMLElement {
  const view = make("div", { class: "output-error" });
  const line = make("p", { class: "output-error-line" });
  if (error.type !== "KernelError") line.append(make("span", { class: "output-error-type", text: `${error.type}: ` }));
  line.append(error.message);
  view.append(line);
  if (error.line !== null) view.append(placeButton(error, error.line, onPlace));
  if (error.traceback !== "") view.append(tracebackView(error.traceback));
  return view;
}

function placeButton(error: ErrorReport, line: number, onPlace: (error: ErrorReport) => void): HTMLElement {
  const button = make("button", { class: "output-error-place", text: `Go to line ${line}`, attributes: { type: "button" } });
  button.addEventListener("click", () => onPlace(error));
  return button;
}

function tracebackView(traceback: string): HTMLElement {
  return make("details", {}, [make("summary", { text: "All that Python says" }), make("pre", { text: traceback })]);
}
