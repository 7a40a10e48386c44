/** What a neuron learns, update by update, as a picture shows it. Knows nothing of the page. */
import type { HistoryUpdate } from "../../protocol";
import {
  answer,
  CORNERS,
  formatNumber,
  LEAST,
  MOST,
  type Neuron,
  type Point,
} from "../plane/geometry";

export interface Example extends Point {
  readonly target: 0 | 1;
}

export interface State {
  readonly examples: readonly Example[];
  readonly lr: number;
  readonly epochs: number;
  /** How many updates have been made. */
  readonly step: number;
}

export const MOST_EXAMPLES = 12;
export const MOST_EPOCHS = 50;
const LARGEST_RATE = 10;

/** The targets of 00, 01, 10, 11. */
const GATES: Readonly<Record<string, string>> = {
  and: "0001",
  or: "0111",
  nand: "1110",
  nor: "1000",
  xor: "0110",
};

export function gate(name: string): readonly Example[] {
  const targets = GATES[name] ?? "0001";
  return CORNERS.map((corner, index) => ({ ...corner, target: targets[index] === "1" ? 1 : 0 }));
}

/** How many updates there are in all. */
export function lastStep({ examples, epochs }: State): number {
  return examples.length * epochs;
}

/** The neuron after so many updates; it starts with nothing but zeros. */
export function neuronAt(updates: readonly HistoryUpdate[], step: number): Neuron {
  const update = updates[step - 1];
  return { w1: update?.w[0] ?? 0, w2: update?.w[1] ?? 0, bias: update?.b ?? 0 };
}

/** The examples that a neuron gets wrong. */
export function wrongOnes(neuron: Neuron, examples: readonly Example[]): readonly boolean[] {
  return examples.map((example) => answer(neuron, example) !== example.target);
}

/** How many mistakes were met in each epoch. */
export function mistakesByEpoch(
  updates: readonly HistoryUpdate[],
  { examples, epochs }: State,
): readonly number[] {
  const size = examples.length;
  return Array.from(
    { length: epochs },
    (_, epoch) =>
      updates.slice(epoch * size, (epoch + 1) * size).filter(({ error }) => error !== 0).length,
  );
}

/** Say what the last update was: which example, what was said, what moved. */
export function updateWords(updates: readonly HistoryUpdate[], state: State): string {
  const { examples, step } = state;
  const update = updates[step - 1];
  const example = examples[(step - 1) % Math.max(examples.length, 1)];
  if (update === undefined || example === undefined) {
    return "Nothing is learned yet: both weights and the bias are 0.";
  }
  const epoch = Math.ceil(step / examples.length);
  const place = `${formatNumber(example.x)}, ${formatNumber(example.y)}`;
  const met = `Epoch ${epoch}: the example ${place} has the target ${example.target}.`;
  return `${met} ${outcomeWords(example.target, update.error)}`;
}

function outcomeWords(target: 0 | 1, error: number): string {
  if (error === 0) return "The neuron says so too. The error is 0, so nothing moves.";
  const said = `The neuron says ${target - error}, so the error is ${formatNumber(error)}`;
  return `${said}, and the neuron is nudged.`;
}

/** The state as the address of the page keeps it. */
export function writeAddress({ examples, lr, epochs, step }: State): string {
  const points = examples.map(({ x, y, target }) => `${x}_${y}_${target}`).join("~");
  return [points, lr, epochs, step].join(",");
}

/** Return the state in an address, or null where it holds none. */
export function readAddress(text: string | null): State | null {
  const [points = "", lr, epochs, step, ...rest] = (text ?? "").split(",");
  const examples = points === "" ? [] : points.split("~").map(readExample);
  const state = { lr: number(lr), epochs: number(epochs), step: number(step) };
  if (rest.length > 0 || !isRate(state.lr) || !isCount(state.epochs, 1, MOST_EPOCHS)) return null;
  if (!examples.every((example) => example !== null)) return null;
  if (examples.length === 0 || examples.length > MOST_EXAMPLES) return null;
  const most = examples.length * state.epochs;
  return isCount(state.step, 0, most) ? { ...state, examples } : null;
}

function readExample(text: string): Example | null {
  const [x, y, target, ...rest] = text.split("_").map(number);
  if (x === undefined || y === undefined || rest.length > 0) return null;
  if (!isPlace(x) || !isPlace(y)) return null;
  return target === 0 || target === 1 ? { x, y, target } : null;
}

function number(text: string | undefined): number {
  return text === undefined || text.trim() === "" ? Number.NaN : Number(text);
}

export function isPlace(value: number): boolean {
  return value >= LEAST && value <= MOST;
}

export function isRate(value: number): boolean {
  return value >= 0 && value <= LARGEST_RATE;
}

export function isCount(value: number, least: number, most: number): boolean {
  return Number.isInteger(value) && value >= least && value <= most;
}
