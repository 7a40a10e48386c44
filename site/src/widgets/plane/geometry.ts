/** A neuron with two inputs as a line in the plane. Knows nothing of the page. */

export interface Point {
  readonly x: number;
  readonly y: number;
}

export interface Neuron {
  readonly w1: number;
  readonly w2: number;
  readonly bias: number;
}

/** The square that is shown: from `least` to `most` on both axes. */
export const LEAST = -0.75;
export const MOST = 1.75;

export const CORNERS: readonly Point[] = [
  { x: 0, y: 0 },
  { x: 0, y: 1 },
  { x: 1, y: 0 },
  { x: 1, y: 1 },
];

const SQUARE: readonly Point[] = [
  { x: LEAST, y: LEAST },
  { x: MOST, y: LEAST },
  { x: MOST, y: MOST },
  { x: LEAST, y: MOST },
];

/** Names by the answers for 00, 01, 10, 11. */
const GATES: ReadonlyMap<string, string> = new Map([
  ["0000", "always 0"],
  ["1111", "always 1"],
  ["0001", "AND"],
  ["0111", "OR"],
  ["1110", "NAND"],
  ["1000", "NOR"],
  ["0011", "a copy of the first input"],
  ["0101", "a copy of the second input"],
  ["1100", "NOT of the first input"],
  ["1010", "NOT of the second input"],
  ["0010", "the first input, but not the second"],
  ["0100", "the second input, but not the first"],
  ["1011", "the first input, or not the second"],
  ["1101", "the second input, or not the first"],
]);

export function total({ w1, w2, bias }: Neuron, { x, y }: Point): number {
  return bias + w1 * x + w2 * y;
}

/** Return what the neuron answers. */
export function answer(neuron: Neuron, point: Point): 0 | 1 {
  return total(neuron, point) >= 0 ? 1 : 0;
}

/** Return the name of what the neuron computes on 0 and 1. */
export function gateName(neuron: Neuron): string {
  const answers = CORNERS.map((corner) => answer(neuron, corner)).join("");
  return GATES.get(answers) ?? "";
}

export function hasLine({ w1, w2 }: Neuron): boolean {
  return w1 !== 0 || w2 !== 0;
}

/** Return the part of the square where the neuron fires, as a polygon. */
export function firingSide(neuron: Neuron): Point[] {
  return SQUARE.flatMap((from, index) => {
    const to = SQUARE[(index + 1) % SQUARE.length] ?? from;
    const [before, after] = [total(neuron, from), total(neuron, to)];
    const kept = before >= 0 ? [from] : [];
    const isCrossed = before >= 0 !== after >= 0;
    return isCrossed ? [...kept, between(from, to, before / (before - after))] : kept;
  });
}

/** Return the two ends of the line within the square, or null where it does not cross it. */
export function lineEnds(neuron: Neuron): readonly [Point, Point] | null {
  if (!hasLine(neuron)) return null;
  const { w1, w2 } = neuron;
  const length = Math.hypot(w1, w2);
  const foot = nearestToMiddle(neuron);
  const along = { x: -w2 / length, y: w1 / length };
  const steps = [...crossings(foot.x, along.x), ...crossings(foot.y, along.y)];
  const inside = steps.map((step) => shift(foot, along, step)).filter(isInside);
  const sorted = inside.sort((a, b) => a.x - b.x || a.y - b.y);
  const [first, last] = [sorted[0], sorted.at(-1)];
  return first !== undefined && last !== undefined && inside.length > 1 ? [first, last] : null;
}

function crossings(start: number, step: number): number[] {
  return Math.abs(step) < 1e-12 ? [] : [(LEAST - start) / step, (MOST - start) / step];
}

function isInside({ x, y }: Point): boolean {
  const slack = 1e-9;
  return [x, y].every((value) => value >= LEAST - slack && value <= MOST + slack);
}

/** Return the point of the line that is nearest to the middle of the four corners. */
export function nearestToMiddle(neuron: Neuron): Point {
  const middle = { x: 0.5, y: 0.5 };
  const { w1, w2 } = neuron;
  const step = -total(neuron, middle) / (w1 * w1 + w2 * w2);
  return { x: middle.x + w1 * step, y: middle.y + w2 * step };
}

/** Return the two places to take the line by, in the same order as the line turns. */
export function handles(neuron: Neuron): readonly [Point, Point] | null {
  const ends = lineEnds(neuron);
  if (ends === null) return null;
  const [first, last] = ends;
  return [between(first, last, 0.18), between(first, last, 0.82)];
}

/** Move the line, without turning it, so that it goes through a point. */
export function moveTo(neuron: Neuron, point: Point): Neuron {
  return { ...neuron, bias: -(neuron.w1 * point.x + neuron.w2 * point.y) };
}

/** Turn the line so that it goes through two points; the weights keep their size and their side. */
export function turnTo(neuron: Neuron, fixed: Point, point: Point): Neuron {
  const [dx, dy] = [point.x - fixed.x, point.y - fixed.y];
  const distance = Math.hypot(dx, dy);
  if (distance < 0.05) return neuron;
  const size = Math.hypot(neuron.w1, neuron.w2);
  const side = neuron.w1 * -dy + neuron.w2 * dx >= 0 ? 1 : -1;
  const turned = { w1: (side * -dy * size) / distance, w2: (side * dx * size) / distance, bias: 0 };
  return moveTo(turned, fixed);
}

/** Return the neuron with numbers that are easy to read. */
export function rounded({ w1, w2, bias }: Neuron): Neuron {
  const round = (value: number) => Math.round(value * 20) / 20 + 0;
  return { w1: round(w1), w2: round(w2), bias: round(bias) };
}

export function formatNumber(value: number): string {
  return String(Math.round(value * 1e4) / 1e4 + 0).replace("-", "−");
}

/** Return the sum with its numbers in it, as in −1.5 + 1 × x1 + 1 × x2. */
export function formula({ w1, w2, bias }: Neuron, first = "x1", second = "x2"): string {
  const term = (weight: number, name: string) =>
    `${weight < 0 ? "−" : "+"} ${formatNumber(Math.abs(weight))} × ${name}`;
  return `${formatNumber(bias)} ${term(w1, first)} ${term(w2, second)}`;
}

/** Return the neuron as the address of the page keeps it. */
export function writeAddress({ w1, w2, bias }: Neuron): string {
  return [w1, w2, bias].join(",");
}

/** Return the neuron in a text such as `1,1,-1.5`, or null where it is none. */
export function readAddress(text: string | null): Neuron | null {
  const numbers = (text ?? "")
    .split(",")
    .map((value) => (value.trim() === "" ? Number.NaN : Number(value)));
  const [w1, w2, bias] = numbers;
  if (numbers.length !== 3 || w1 === undefined || w2 === undefined || bias === undefined)
    return null;
  return numbers.every((value) => Number.isFinite(value) && Math.abs(value) <= 1e6)
    ? { w1, w2, bias }
    : null;
}

function between(from: Point, to: Point, part: number): Point {
  return { x: from.x + (to.x - from.x) * part, y: from.y + (to.y - from.y) * part };
}

function shift(from: Point, along: Point, step: number): Point {
  return { x: from.x + along.x * step, y: from.y + along.y * step };
}
