/** Shows what a model wrote. It is text from a stranger: all that could act is taken out. */
import { Marked } from "marked";
import { cleanHtml } from "../page/clean-html";
import { make } from "../page/dom";

const marked = new Marked({
  renderer: {
    // HTML is no part of an answer: where a model writes some, it is shown as it was written.
    html: ({ text }) => escaped(text),
    // The headings of the page are the lesson's.
    heading({ tokens }) {
      return `<p><strong>${this.parser.parseInline(tokens)}</strong></p>`;
    },
  },
});

function escaped(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
}

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
