/** One line of a terminal, as far as it has come: what is seen of it, and how much is not. */

import { shorten } from "./long-text";

/** What is left at the end where a line was cut within a colour code or a character. */
const CUT = /(?:\u001b(?:\[[0-9;:?]*)?|[\ud800-\udbff])$/;

export class Line {
  /** What was written since the last carriage return, and what that is written over. */
  private written = "";
  private below = "";
  /** How many of the written characters are not shown. */
  leftOut = 0;

  get isEmpty(): boolean {
    return this.written === "" && this.below === "";
  }

  /** What a terminal shows. */
  get shown(): string {
    const written = this.leftOut > 0 ? this.written.replace(CUT, "") : this.written;
    return lastDrawn(`${this.below}\r${written}`);
  }

  /** Take more of the line. */
  take(text: string): void {
    const all = this.written + text;
    const start = all.lastIndexOf("\r") + 1;
    if (start > 0) {
      this.below = this.shorten(lastDrawn(`${this.below}\r${all.slice(0, start - 1)}`));
      this.leftOut = 0;
    }
    this.written = this.shorten(all.slice(start));
  }

  private shorten(text: string): string {
    const kept = shorten(text);
    this.leftOut += text.length - kept.length;
    return kept;
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
