/**
 * Shows the little Markdown that feedback is written in: paragraphs, lists, tables, fences, code
 * and bold.
 */
import { make } from "./dom";

const BLOCKS = /```[^\n]*\n([\s\S]*?)\n?```/g;
const INLINE = /`([^`]+)`|\*\*([^*]+)\*\*/g;
const CELL = / +\| /;
const BULLET = /^\s*[-*] /;

/** Return the elements for a text. Nothing in it is ever read as HTML. */
export function plainMarkdown(text: string): HTMLElement[] {
  const elements: HTMLElement[] = [];
  let last = 0;
  for (const match of text.matchAll(BLOCKS)) {
    elements.push(...paragraphs(text.slice(last, match.index)));
    elements.push(make("pre", { class: "code" }, [make("code", { text: match[1] ?? "" })]));
    last = match.index + match[0].length;
  }
  return [...elements, ...paragraphs(text.slice(last))];
}

function paragraphs(text: string): HTMLElement[] {
  const blocks = text.split(/\n\s*\n/).filter((block) => block.trim() !== "");
  return blocks.map(paragraph);
}

function paragraph(block: string): HTMLElement {
  if (BULLET.test(block)) return list(block);
  const rows = block.split("\n").map((line) => line.split(CELL));
  return rows.length > 1 && rows.every((row) => row.length > 1)
    ? table(rows)
    : make("p", {}, inline(block));
}

/** Return a table that can be scrolled sideways where it is wider than its place. */
function table(rows: readonly (readonly string[])[]): HTMLElement {
  const [headings = [], ...body] = rows;
  const head = make(
    "tr",
    {},
    headings.map((text) => make("th", { text, attributes: { scope: "col" } })),
  );
  const content = make("table", {}, [
    make("thead", {}, [head]),
    make("tbody", {}, body.map(tableRow)),
  ]);
  const attributes = {
    tabindex: "0",
    role: "region",
    "aria-label": "Your values and the expected ones",
  };
  return make("div", { class: "feedback-table", attributes }, [content]);
}

function tableRow([first = "", ...others]: readonly string[]): HTMLElement {
  const heading = make("th", { text: first, attributes: { scope: "row" } });
  return make("tr", {}, [heading, ...others.map((text) => make("td", { text }))]);
}

function list(block: string): HTMLElement {
  const items = block.split(/\n(?=\s*[-*] )/).map((item) => item.replace(BULLET, ""));
  return make(
    "ul",
    {},
    items.map((item) => make("li", {}, inline(item))),
  );
}

/** Return the pieces of one line: plain text, `code` and **bold**. */
export function inline(text: string): (Node | string)[] {
  const pieces: (Node | string)[] = [];
  let last = 0;
  for (const match of text.matchAll(INLINE)) {
    pieces.push(text.slice(last, match.index));
    pieces.push(
      match[1] !== undefined
        ? make("code", { text: match[1] })
        : make("strong", { text: match[2] ?? "" }),
    );
    last = match.index + match[0].length;
  }
  return [...pieces, text.slice(last)];
}
