/** Text that a program prints, as a terminal would show it: lines, carriage returns, colours. */
import { make } from "../page/dom";
import { PLAIN, readAnsi, type Piece, type Style } from "./ansi";

export type StreamKind = "stdout" | "stderr";

/** One run of text of a kind. It is drawn at most once for each frame of the screen. */
export class TextStream {
  readonly element: HTMLPreElement;
  private readonly tail = make("span");
  private waiting = "";
  private line = "";
  private style: Style = PLAIN;

  constructor(readonly kind: StreamKind) {
    this.element = make("pre", { class: "output-text", attributes: { "data-kind": kind } }, [
      this.tail,
    ]);
  }

  add(text: string): void {
    this.waiting += text;
  }

  /** Put what has come since the last time into the page. */
  draw(): void {
    if (this.waiting === "") return;
    const lines = (this.line + this.waiting).split("\n");
    this.waiting = "";
    this.line = lines.pop() ?? "";
    const finished = document.createDocumentFragment();
    for (const line of lines) this.finishLine(line, finished);
    this.tail.before(finished);
    this.tail.replaceChildren(...draw(readAnsi(lastDrawn(this.line), this.style).pieces));
  }

  private finishLine(line: string, target: DocumentFragment): void {
    const { pieces, end } = readAnsi(lastDrawn(line.replace(/\r+$/, "")), this.style);
    this.style = end;
    target.append(...draw(pieces), "\n");
  }
}

/** Return what is left of a line after its carriage returns: each part is written over the last. */
export function lastDrawn(line: string): string {
  if (!line.includes("\r")) return line;
  let shown = "";
  for (const text of line.split("\r")) {
    const hasCodes = text.includes("\u001b") || shown.includes("\u001b");
    if (text !== "") shown = hasCodes ? text : text + shown.slice(text.length);
  }
  return shown;
}

function draw(pieces: readonly Piece[]): (Node | string)[] {
  return pieces.map(({ text, style }) => (style === PLAIN ? text : styled(text, style)));
}

function styled(text: string, style: Style): HTMLElement {
  const attributes: Record<string, string> = {};
  if (style.color !== null) attributes["data-ansi-color"] = String(style.color);
  if (style.ground !== null) attributes["data-ansi-ground"] = String(style.ground);
  for (const name of ["bold", "faint", "italic", "underline"] as const) {
    if (style[name]) attributes[`data-ansi-${name}`] = "";
  }
  return make("span", { text, attributes });
}
