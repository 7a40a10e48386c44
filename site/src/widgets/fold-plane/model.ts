/** XOR on two planes: that of the inputs, and that of what two hidden neurons answer. */
import type { LayerNumbers } from "../../protocol";
import {
  answer,
  CORNERS,
  readAddress as readNeuron,
  writeAddress as writeNeuron,
  type Neuron,
  type Point,
} from "../plane/geometry";

/** First one line by hand; then two hidden neurons and an output neuron. */
export type Stage = "line" | "fold";

export const NEURONS = ["hidden1", "hidden2", "output"] as const;
export type NeuronName = (typeof NEURONS)[number];

export interface State {
  readonly stage: Stage;
  readonly line: Neuron;
  readonly hidden1: Neuron;
  readonly hidden2: Neuron;
  readonly output: Neuron;
}

/** One case of XOR: where it is, where the hidden neurons put it, and what comes out. */
export interface Case {
  readonly input: Point;
  readonly target: 0 | 1;
  readonly hidden: Point;
  readonly output: 0 | 1;
}

const TARGETS = [0, 1, 1, 0] as const;

/** A neuron that learners often try first, and the network that is not yet right. */
export const START: State = {
  stage: "line",
  line: { w1: 1, w2: 1, bias: -0.5 },
  hidden1: { w1: 1, w2: 1, bias: -0.5 },
  hidden2: { w1: -1, w2: -1, bias: 1.5 },
  output: { w1: 1, w2: 1, bias: -1.5 },
};

export function cases({ hidden1, hidden2, output }: State): readonly Case[] {
  return CORNERS.map((input, index) => {
    const hidden = { x: answer(hidden1, input), y: answer(hidden2, input) };
    return { input, target: TARGETS[index] ?? 0, hidden, output: answer(output, hidden) };
  });
}

/** How many of the four cases one neuron gets right by itself. */
export function rightByLine(line: Neuron): number {
  return CORNERS.filter((corner, index) => answer(line, corner) === TARGETS[index]).length;
}

export function rightByNetwork(state: State): number {
  return cases(state).filter(({ output, target }) => output === target).length;
}

/** Return the cases that lie on the same point of the hidden plane, point by point. */
export function gathered(state: State): readonly (readonly Case[])[] {
  const groups = new Map<string, Case[]>();
  for (const each of cases(state)) {
    const key = `${each.hidden.x},${each.hidden.y}`;
    groups.set(key, [...(groups.get(key) ?? []), each]);
  }
  return [...groups.values()];
}

/** Return the state with the neurons of two layers. */
export function withLayers(state: State, layers: readonly LayerNumbers[]): State {
  const [hidden, output] = layers;
  const neuron = (layer: LayerNumbers | undefined, index: number): Neuron => {
    const [w1 = 0, w2 = 0] = layer?.[0][index] ?? [];
    return { w1, w2, bias: layer?.[1][index] ?? 0 };
  };
  return {
    ...state,
    hidden1: neuron(hidden, 0),
    hidden2: neuron(hidden, 1),
    output: neuron(output, 0),
  };
}

export function writeAddress(state: State): string {
  const neurons = [state.line, ...NEURONS.map((name) => state[name])];
  return [state.stage, ...neurons.map(writeNeuron)].join("~");
}

/** Return the state in an address, or null where it holds none. */
export function readAddress(text: string | null): State | null {
  const [stage, ...rest] = (text ?? "").split("~");
  const [line, hidden1, hidden2, output] = rest.map(readNeuron);
  if ((stage !== "line" && stage !== "fold") || rest.length !== 4) return null;
  if (!line || !hidden1 || !hidden2 || !output) return null;
  return { stage, line, hidden1, hidden2, output };
}
