/** What a program gives instead of text: HTML, drawings, pictures, and words about them. */
import { cleanDrawing } from "./clean-drawing";
import { make } from "../page/dom";
import type { OutputPart } from "../protocol";
import { shorten } from "./long-text";
import type { StreamKind } from "./stream";

/** A browser takes too long to clean and lay out more than this. */
const MOST_TAGS = 2_000;
const LONGEST_HTML = 200_000;
const LONGEST_PICTURE = 4_000_000;

/** What a part costs the browser, where a character of text costs 1. */
const A_PART = 50;
const A_LINE = 50;
const A_TAG = 250;

type Drawn = Exclude<OutputPart, { kind: StreamKind }>;

export function drawPart(output: Drawn): HTMLElement {
  switch (output.kind) {
    case "html":
      return drawHtml(output.html);
    case "svg":
      return drawHtml(output.svg);
    case "png":
      return drawPicture(output.base64);
    case "note":
      return note(output.text);
  }
}

export function note(text: string): HTMLElement {
  return make("p", { class: "output-note", text: shorten(text) });
}

/** Return what it costs the browser to draw a part, counted in characters of text. */
export function cost(output: OutputPart): number {
  switch (output.kind) {
    case "html":
      return A_PART + A_TAG * countTags(output.html);
    case "svg":
      return A_PART + A_TAG * countTags(output.svg);
    case "png":
      return A_PART + Math.min(output.base64.length, LONGEST_PICTURE) / 10;
    default:
      return A_PART + A_LINE * output.text.split("\n").length + output.text.length;
  }
}

/** Count a drawing's tags, but not far beyond what can be shown. */
function countTags(html: string): number {
  return html.split("<", MOST_TAGS + 2).length - 1;
}

function drawHtml(html: string): HTMLElement {
  if (countTags(html) > MOST_TAGS)
    return tooLarge(`it has more than ${count(MOST_TAGS)} tags, the marks in < >`);
  if (html.length > LONGEST_HTML)
    return tooLarge(`its HTML has more than ${count(LONGEST_HTML)} characters`);
  const drawing = cleanDrawing(html);
  if (typeof drawing === "string") return tooLarge(drawing);
  return make("div", { class: "output-rich" }, [drawing]);
}

function drawPicture(base64: string): HTMLElement {
  if (base64.length > LONGEST_PICTURE) return tooLarge("the picture has more than 3 megabytes");
  const picture = make("img", {
    attributes: { src: `data:image/png;base64,${base64}`, alt: "A picture that the cell drew" },
  });
  return make("div", { class: "output-rich" }, [picture]);
}

function tooLarge(why: string): HTMLElement {
  return note(
    `This drawing is too large to show here: ${why}. Draw less of it, or draw it smaller.`,
  );
}

function count(value: number): string {
  return value.toLocaleString("en");
}
