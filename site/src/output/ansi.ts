/**
 * Reads ANSI colour codes into styled pieces. Written here because a line that a carriage return
 * redraws must be read again from the style it began with, and because no HTML text is made.
 */

export interface Style {
  readonly color: number | null;
  readonly ground: number | null;
  readonly bold: boolean;
  readonly faint: boolean;
  readonly italic: boolean;
  readonly underline: boolean;
}

export interface Piece {
  readonly text: string;
  readonly style: Style;
}

export const PLAIN: Style = {
  color: null,
  ground: null,
  bold: false,
  faint: false,
  italic: false,
  underline: false,
};

const ESCAPE =
  /\u001b\[([0-9;:?]*)([@-~])|\u001b\][^\u0007\u001b]*(?:\u0007|\u001b\\)|\u001b[@-Z\\-_]/g;
const OTHER_CONTROLS = /[\u0000-\u0008\u000b-\u001f\u007f]/g;

/** Return the pieces of a line, and the style that the next line begins with. */
export function readAnsi(line: string, start: Style): { pieces: Piece[]; end: Style } {
  const pieces: Piece[] = [];
  let style = start;
  let last = 0;
  for (const match of line.matchAll(ESCAPE)) {
    addPiece(pieces, line.slice(last, match.index), style);
    if (match[2] === "m") style = applyCodes(style, match[1] ?? "");
    last = match.index + match[0].length;
  }
  addPiece(pieces, line.slice(last), style);
  return { pieces, end: style };
}

function addPiece(pieces: Piece[], text: string, style: Style): void {
  const clean = text.replace(OTHER_CONTROLS, "");
  if (clean !== "") pieces.push({ text: clean, style });
}

function applyCodes(start: Style, text: string): Style {
  const codes = text.split(/[;:]/).map(Number);
  let style = start;
  for (let index = 0; index < codes.length; index += 1) {
    const code = codes[index] ?? 0;
    if (code === 38 || code === 48) {
      const { color, used } = extended(codes.slice(index + 1));
      style = code === 38 ? { ...style, color } : { ...style, ground: color };
      index += used;
    } else {
      style = applyCode(style, code);
    }
  }
  return style;
}

function applyCode(style: Style, code: number): Style {
  switch (code) {
    case 0:
      return PLAIN;
    case 1:
      return { ...style, bold: true };
    case 2:
      return { ...style, faint: true };
    case 3:
      return { ...style, italic: true };
    case 4:
      return { ...style, underline: true };
    case 22:
      return { ...style, bold: false, faint: false };
    case 23:
      return { ...style, italic: false };
    case 24:
      return { ...style, underline: false };
    case 39:
      return { ...style, color: null };
    case 49:
      return { ...style, ground: null };
  }
  if (code >= 30 && code <= 37) return { ...style, color: code - 30 };
  if (code >= 90 && code <= 97) return { ...style, color: code - 90 };
  if (code >= 40 && code <= 47) return { ...style, ground: code - 40 };
  if (code >= 100 && code <= 107) return { ...style, ground: code - 100 };
  return style;
}

/** The 256 and the 16 million colours become the nearest of the eight that fit both themes. */
function extended(codes: readonly number[]): { color: number | null; used: number } {
  const [kind, first = 0, green = 0, blue = 0] = codes;
  if (kind === 2) return { color: nearest(first, green, blue), used: 4 };
  if (kind !== 5) return { color: null, used: 0 };
  if (first < 16) return { color: first % 8, used: 2 };
  if (first >= 232) return { color: first < 244 ? 0 : 7, used: 2 };
  const cube = first - 16;
  const level = (step: number) => (Math.floor(cube / step) % 6) * 51;
  return { color: nearest(level(36), level(6), level(1)), used: 2 };
}

function nearest(red: number, green: number, blue: number): number {
  const most = Math.max(red, green, blue, 1);
  const bit = (value: number) => (value > most * 0.6 && value > 60 ? 1 : 0);
  return bit(red) + 2 * bit(green) + 4 * bit(blue);
}
