/** What the steps say: each value and each slope as a formula and with its numbers in it. */
import type { SlopesResult } from "../../protocol";
import {
  hasSlope,
  hasValue,
  isBackward,
  madeAt,
  SLOPED,
  type Made,
  type Name,
  type Sloped,
  type Slopes,
  type Values,
} from "./model";

const GRAPH =
  "Two neurons in a row. x goes into z1, z1 into h, h into z2, z2 into y, y into the loss.";

/** A formula in names, and the same in numbers. */
export interface Working {
  readonly names: string;
  readonly numbers: string;
}

const MEANINGS: Readonly<Record<Name, string>> = {
  x: "the input",
  target: "what the answer should be",
  w1: "weight of neuron 1",
  b1: "bias of neuron 1",
  z1: "total of neuron 1",
  h: "answer of neuron 1",
  w2: "weight of neuron 2",
  b2: "bias of neuron 2",
  z2: "total of neuron 2",
  y: "answer of neuron 2",
  loss: "how wrong it is",
};

/** Every number, in the order of the way from the input to the loss. */
export const SHOWN: readonly Name[] = [
  "x",
  "w1",
  "b1",
  "z1",
  "h",
  "w2",
  "b2",
  "z2",
  "y",
  "target",
  "loss",
];

/** Return what a name stands for. */
export function meaning(name: Name): string {
  return MEANINGS[name];
}

/** Nudging is not exact: what is nearer to 0 than this may be 0. */
const CRUMB = 1e-8;

/** Return a number in at most four decimals; a tiny one keeps two digits, as Python writes it. */
export function formatNumber(value: number): string {
  const size = Math.abs(value);
  if (size > 0 && size < CRUMB) return "about 0";
  const isTiny = size > 0 && size < 0.0005;
  const text = isTiny
    ? String(Number(value.toPrecision(2)))
    : String(Math.round(value * 1e4) / 1e4);
  return (text === "-0" ? "0" : text).replaceAll("-", "−");
}

/** Return a number that follows a sign of arithmetic: one below 0 goes into brackets. */
function inner(value: number): string {
  const text = formatNumber(value);
  return text.startsWith("−") ? `(${text})` : text;
}

/** Return `+ 2` or `− 2`. */
function signed(value: number): string {
  return value < 0 ? `− ${formatNumber(-value)}` : `+ ${formatNumber(value)}`;
}

/** Return how a value is made on the way forwards. */
export function valueWorking(name: Made, values: Values): Working {
  const { x, target, w1, b1, z1, h, w2, b2, z2, y } = values;
  const number = formatNumber;
  switch (name) {
    case "z1":
      return { names: "w1 × x + b1", numbers: `${number(w1)} × ${inner(x)} ${signed(b1)}` };
    case "h":
      return { names: "sigmoid(z1)", numbers: `sigmoid(${number(z1)})` };
    case "z2":
      return { names: "w2 × h + b2", numbers: `${number(w2)} × ${inner(h)} ${signed(b2)}` };
    case "y":
      return { names: "sigmoid(z2)", numbers: `sigmoid(${number(z2)})` };
    case "loss":
      return { names: "(y − target)²", numbers: `(${number(y)} − ${inner(target)})²` };
  }
}

/** Return how a slope is made on the way back: the one before it, times a number on the way. */
export function slopeWorking(name: Sloped, values: Values, slopes: Slopes): Working {
  const { x, target, h, w2, y } = values;
  const number = formatNumber;
  const times = (from: Sloped, factor: string, value: string) => ({
    names: `slope of ${from} × ${factor}`,
    numbers: `${number(slopes[from])} × ${value}`,
  });
  switch (name) {
    case "y":
      return { names: "2 × (y − target)", numbers: `2 × (${number(y)} − ${inner(target)})` };
    case "z2":
      return times("y", "y × (1 − y)", `${number(y)} × (1 − ${number(y)})`);
    case "w2":
      return times("z2", "h", inner(h));
    case "b2":
      return times("z2", "1", "1");
    case "h":
      return times("z2", "w2", inner(w2));
    case "z1":
      return times("h", "h × (1 − h)", `${number(h)} × (1 − ${number(h)})`);
    case "w1":
      return times("z1", "x", inner(x));
    case "b1":
      return times("z1", "1", "1");
  }
}

/** Return what the step does, in one or two sentences. */
export function sentence(step: number, values: Values, slopes: Slopes, nudged: Slopes): string {
  const name = madeAt(step);
  if (name === null) {
    return `Before the first step, only the numbers are there: x is ${formatNumber(values.x)}.`;
  }
  if (!isBackward(step)) {
    const { names, numbers } = valueWorking(name as Made, values);
    return `Forwards: ${name} = ${names} = ${numbers} = ${formatNumber(values[name])}.`;
  }
  const sloped = name as Sloped;
  const { names, numbers } = slopeWorking(sloped, values, slopes);
  const found = formatNumber(slopes[sloped]);
  const check = `Nudging ${name} gives ${formatNumber(nudged[sloped])}.`;
  return `Backwards: slope of ${name} = ${names} = ${numbers} = ${found}. ${check}`;
}

/** Return all that the picture shows, in words. */
export function describe(step: number, values: Values, slopes: Slopes): string {
  const known = SHOWN.filter((name) => hasValue(name, step)).map(
    (name) => `${name} is ${formatNumber(values[name])}`,
  );
  const found = SLOPED.filter((name) => hasSlope(name, step)).map(
    (name) => `of ${name} ${formatNumber(slopes[name])}`,
  );
  const back = found.length === 0 ? "" : ` Slopes: ${found.join(", ")}.`;
  return `${GRAPH} ${known.join(", ")}.${back}`;
}

/** Return what one step downhill did to the loss. */
export function downhillWords(before: number, after: number, lr: number): string {
  const moved = `The loss went from ${formatNumber(before)} to ${formatNumber(after)}.`;
  if (after <= before) return `One step downhill. ${moved}`;
  const why =
    lr < 0
      ? "With a learning rate below 0 you walk uphill."
      : "The step was too long and went past the low place. Try a smaller learning rate.";
  return `${moved} ${why}`;
}

/** Return whose code worked out the slopes, or why the learner's did not. */
export function sourceWords(result: SlopesResult | null): string {
  const slopes = "The slopes of w1, b1, w2 and b2 are worked out by";
  if (result === null) return `${slopes} the picture itself, as Python was stopped.`;
  if (result.by === "learner") return `${slopes} your own gradients.`;
  if (result.trouble === "") {
    return `${slopes} the course's gradients. Yours takes over when it passes its exercise.`;
  }
  return `${slopes} the course's gradients. Yours was not used: ${result.trouble}.`;
}
