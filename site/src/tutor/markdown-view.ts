/** Shows what a model wrote. It is text from a stranger: all that could act is taken out. */
import { marked } from "marked";
import { cleanHtml } from "../page/clean-html";
import { make } from "../page/dom";

/** Return Markdown as nodes. Pictures are left out; links open beside the lesson. */
export function markdownNodes(markdown: string): DocumentFragment {
  const nodes = cleanHtml(marked.parse(markdown, { async: false }));
  for (const picture of nodes.querySelectorAll("img, svg, video, audio")) picture.remove();
  for (const link of nodes.querySelectorAll("a")) {
    link.target = "_blank";
    link.rel = "noopener noreferrer";
  }
  for (const code of nodes.querySelectorAll("pre")) makeScrollable(code);
  return nodes;
}

export function codeView(code: string): HTMLElement {
  const view = make("pre", {}, [make("code", { text: code })]);
  makeScrollable(view);
  return view;
}

/** Code may be wider than a phone: it is reached and scrolled by keyboard as well. */
function makeScrollable(code: HTMLElement): void {
  code.className = "code";
  code.tabIndex = 0;
}
