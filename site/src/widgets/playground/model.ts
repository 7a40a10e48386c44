/** An experiment of the playground, as the page keeps it. Knows nothing of the page. */
import type {
  PlaygroundFrame,
  PlaygroundPoint,
  PlaygroundScene,
  PlaygroundSettings,
} from "../../protocol";

export const DATA_SETS = {
  and: "AND",
  or: "OR",
  xor: "XOR",
  moons: "two moons",
  circles: "circles",
  spirals: "spirals",
  own: "your own points",
} as const;
export const ACTIVATIONS = { sigmoid: "sigmoid", tanh: "tanh", relu: "ReLU" } as const;

/** The numbers that can be chosen; Python has the last word on what is too much. */
export const NUMBERS = {
  noise: { label: "noise", least: 0, most: 0.5, step: 0.05 },
  depth: { label: "hidden layers", least: 0, most: 6, step: 1 },
  width: { label: "neurons in each", least: 1, most: 16, step: 1 },
  lr: { label: "learning rate", least: 0.01, most: 10, step: 0.01 },
  batch: { label: "batch size", least: 1, most: 140, step: 1 },
  seed: { label: "seed", least: 0, most: 100, step: 1 },
} as const;
export type NumberName = keyof typeof NUMBERS;
export const NUMBER_NAMES = Object.keys(NUMBERS) as NumberName[];

/** Epochs a second; the last is more than any machine can do. */
export const SPEEDS = {
  "1": "1 epoch a second",
  "10": "10 a second",
  "30": "30 a second",
  "100000": "as fast as it can",
} as const;

export const START: PlaygroundSettings = {
  data: "moons",
  noise: 0.1,
  depth: 1,
  width: 6,
  activation: "sigmoid",
  lr: 3,
  batch: 10,
  seed: 1,
  points: [],
};

/** The places that points of the learner's own can have, on both axes. */
export const LARGEST_PLACE = 2;
const MOST_OWN = 100;

/** Return the settings as one text for the address: their values in a fixed order. */
export function writeSettings(settings: PlaygroundSettings): string {
  const numbers = NUMBER_NAMES.map((name) => settings[name]);
  return [settings.data, settings.activation, ...numbers].join(",");
}

/** Return the points as one text, such as `0.5:1:1_-1:0:0`. */
export function writePoints(points: readonly PlaygroundPoint[]): string {
  return points.map((point) => point.join(":")).join("_");
}

/** Return the settings in the two texts; what is damaged stays as it is at the start. */
export function readSettings(
  text: string | null,
  pointsText: string | null,
  start: PlaygroundSettings,
): PlaygroundSettings {
  const [data, activation, ...numbers] = (text ?? "").split(",");
  const points = readPoints(pointsText);
  if (numbers.length !== NUMBER_NAMES.length) return { ...start, points };
  const pairs = NUMBER_NAMES.map((name, index) => [name, readNumber(numbers[index], start[name])]);
  return {
    ...start,
    ...(Object.fromEntries(pairs) as Record<NumberName, number>),
    data: data !== undefined && data in DATA_SETS ? data : start.data,
    activation:
      activation !== undefined && activation in ACTIVATIONS ? activation : start.activation,
    points,
  };
}

function readNumber(text: string | undefined, otherwise: number): number {
  const value = Number(text);
  return text?.trim() && Number.isFinite(value) ? value : otherwise;
}

/** Return the points in a text; damaged ones are left out. */
export function readPoints(text: string | null): PlaygroundPoint[] {
  const points = (text ?? "").split("_").flatMap((word) => {
    const [x1, x2, target] = word.split(":").map(Number);
    if (x1 === undefined || x2 === undefined || (target !== 0 && target !== 1)) return [];
    const isInside = [x1, x2].every((place) => Math.abs(place) <= LARGEST_PLACE);
    return isInside ? [[x1, x2, target] as const] : [];
  });
  return points.slice(0, MOST_OWN);
}

/** Return a place that is short to write. */
export function roundPlace(value: number): number {
  const inside = Math.min(LARGEST_PLACE, Math.max(-LARGEST_PLACE, value));
  return Math.round(inside * 100) / 100 + 0;
}

export function formatLoss(loss: number | null): string {
  return loss === null ? "no number" : loss.toFixed(4);
}

/** Return a part of 1 as a percentage. */
export function formatPart(part: number): string {
  return `${Math.round(part * 100)} %`;
}

/** Return where the experiment is, in words and numbers. */
export function summary(settings: PlaygroundSettings, frame: PlaygroundFrame): string {
  const name = DATA_SETS[settings.data as keyof typeof DATA_SETS];
  const train = `Loss ${formatLoss(frame.trainLoss)} on the training points`;
  const right = `right for ${formatPart(frame.trainAccuracy)}`;
  if (frame.testAccuracy === null) {
    return `${capital(name)}, epoch ${frame.epoch}. ${train}, ${right}. There are no test points.`;
  }
  const test = `Loss ${formatLoss(frame.testLoss)} on the test points`;
  const testRight = `right for ${formatPart(frame.testAccuracy)}`;
  return `${capital(name)}, epoch ${frame.epoch}. ${train}, ${right}. ${test}, ${testRight}.`;
}

/** Return whose network learns, or why the learner's does not. */
export function sourceWords({ by, trouble, frame }: PlaygroundScene): string {
  if (by === "learner") {
    const unseen = "It does not show its weights, so its hidden neurons are not drawn.";
    return `Your own MLP is learning here. ${frame.weights.length === 0 ? unseen : ""}`.trim();
  }
  if (trouble !== "") return `The course's network is learning. Yours was not used: ${trouble}.`;
  return "The course's network is learning.";
}

function capital(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1);
}

/** Return the layers as words, such as "2 inputs, 1 hidden layer of 6 tanh neurons, 1 output". */
export function networkWords({ depth, width, activation }: PlaygroundSettings): string {
  if (depth === 0) return "2 inputs go straight into 1 output neuron. There is no hidden layer.";
  const layers = depth === 1 ? "1 hidden layer" : `${depth} hidden layers`;
  const neurons = width === 1 ? "1 neuron" : `${width} neurons`;
  const name = ACTIVATIONS[activation as keyof typeof ACTIVATIONS];
  return `2 inputs, ${layers} of ${neurons} with ${name}, 1 output neuron with sigmoid.`;
}
