/** What the picture says in words. */
import type { LayersResult } from "../../protocol";
import { formula, type Neuron } from "../plane/geometry";
import { cases, gathered, rightByLine, rightByNetwork, type NeuronName, type State } from "./model";

export const NAMES: Readonly<Record<NeuronName, string>> = {
  hidden1: "hidden neuron 1",
  hidden2: "hidden neuron 2",
  output: "output neuron",
};

/** Return a neuron's sum with the names that its inputs have in the picture. */
export function sumOf(neuron: Neuron, name: NeuronName | "line"): string {
  return name === "output" ? formula(neuron, "h1", "h2") : formula(neuron, "a", "b");
}

/** How well the lines part the ones from the zeros. */
export function verdict(state: State, best: number): string {
  if (state.stage === "line") {
    const right = rightByLine(state.line);
    return `One line: ${right} of 4 right. Your best so far is ${best}. No line gets 4.`;
  }
  const right = rightByNetwork(state);
  if (right === 4) return "Two hidden neurons and one output neuron: 4 of 4 right. This is XOR.";
  return `Two hidden neurons and one output neuron: ${right} of 4 right. ${hint(state)}`;
}

function hint(state: State): string {
  const isMixed = gathered(state).some(
    (group) => new Set(group.map(({ target }) => target)).size > 1,
  );
  return isMixed
    ? "On the right plane a one and a zero lie on the same point, so no line can part them."
    : "On the right plane the ones and the zeros lie apart. Move the line of the output neuron.";
}

export function describeInputs(state: State): string {
  const corners = "The ones of XOR are at 0, 1 and at 1, 0. The zeros are at 0, 0 and at 1, 1.";
  if (state.stage === "line") return `${corners} One line: ${sumOf(state.line, "line")} ≥ 0.`;
  const first = `Hidden neuron 1 fires when ${sumOf(state.hidden1, "hidden1")} is at least 0.`;
  const second = `Hidden neuron 2 fires when ${sumOf(state.hidden2, "hidden2")} is at least 0.`;
  return `${corners} ${first} ${second}`;
}

export function describeHidden(state: State): string {
  const places = cases(state).map(
    ({ input, hidden }) => `${input.x}, ${input.y} has gone to ${hidden.x}, ${hidden.y}`,
  );
  const rule = `The output neuron fires when ${sumOf(state.output, "output")} is at least 0.`;
  return `${places.join("; ")}. ${rule}`;
}

/** Say whose numbers these are. */
export function sourceWords(result: LayersResult | null): string {
  if (result === null) return "Python was stopped, so the picture keeps its numbers.";
  if (result.by === "learner") return "These are the layers of your own exercise.";
  if (result.trouble === "")
    return "These are the course's own layers. When your layers pass their check, yours are taken.";
  return `These are the course's own layers. Yours are not used: ${result.trouble}.`;
}
