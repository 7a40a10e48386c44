/** Text that a program prints, as a terminal would show it: lines, carriage returns, colours. */
import { make } from "../page/dom";
import { PLAIN, readAnsi, type Piece, type Style } from "./ansi";
import { broken, leftOutView, leftOutWords } from "./long-text";
import { Line } from "./line";

export type StreamKind = "stdout" | "stderr" | "value";

/** One run of text of a kind. */
export class TextStream {
  readonly element: HTMLPreElement;
  private line = new Line();
  private readonly tail = make("span");
  private readonly leftOut = leftOutView(0);
  private shown = "";

  constructor(
    readonly kind: StreamKind,
    private style: Style = PLAIN,
  ) {
    this.element = make("pre", { class: "output-text", attributes: { "data-kind": kind } });
  }

  add(text: string): void {
    const lines = text.split("\n");
    const last = lines.pop() ?? "";
    if (lines.length > 0) this.finish(lines);
    this.line.take(last);
    if (!this.line.isEmpty) this.drawTail();
  }

  get isInLine(): boolean {
    return !this.line.isEmpty;
  }

  /** Return a stream whose first line is the one after this stream's last. */
  continued(): TextStream {
    const stream = new TextStream(this.kind, this.style);
    stream.element.dataset["state"] = "continued";
    return stream;
  }

  private finish(lines: readonly string[]): void {
    const finished = document.createDocumentFragment();
    for (const line of lines) this.finishLine(line, finished);
    this.tail.remove();
    this.leftOut.remove();
    this.element.append(finished);
    this.shown = "";
  }

  private finishLine(text: string, target: DocumentFragment): void {
    this.line.take(text);
    const { leftOut, shown } = this.line;
    const { pieces, end } = readAnsi(shown, this.style);
    target.append(...draw(pieces), ...(leftOut > 0 ? [leftOutView(leftOut)] : []), "\n");
    this.style = leftOut > 0 ? PLAIN : end;
    this.line = new Line();
  }

  /** Draw the line that has not ended; what is seen of it mostly stays where it is too long. */
  private drawTail(): void {
    const { leftOut, shown } = this.line;
    this.leftOut.textContent = leftOutWords(leftOut);
    if (shown !== this.shown)
      this.tail.replaceChildren(...draw(readAnsi(shown, this.style).pieces));
    this.shown = shown;
    if (this.tail.parentElement === null) this.element.append(this.tail, this.leftOut);
  }
}

function draw(pieces: readonly Piece[]): (Node | string)[] {
  return pieces.flatMap(({ text, style }) =>
    style === PLAIN ? broken(text) : styled(text, style),
  );
}

function styled(text: string, style: Style): HTMLElement {
  const attributes: Record<string, string> = {};
  if (style.color !== null) attributes["data-ansi-color"] = String(style.color);
  if (style.ground !== null) attributes["data-ansi-ground"] = String(style.ground);
  for (const name of ["bold", "faint", "italic", "underline"] as const) {
    if (style[name]) attributes[`data-ansi-${name}`] = "";
  }
  return make("span", { attributes }, broken(text));
}
