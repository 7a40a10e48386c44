/** Draws the plane of the inputs and the plane of the hidden answers, linked by their marks. */
import { CORNERS, type Neuron, type Point } from "../plane/geometry";
import { Line, Mark, plane, Side } from "../plane/shapes";
import { shape } from "../svg";
import { cases, gathered, NEURONS, type NeuronName, type State } from "./model";

export class Drawing {
  readonly inputs = plane("a", "b");
  readonly hidden = plane("h1", "h2");
  readonly lines: Readonly<Record<NeuronName | "line", Line>> = {
    line: new Line(),
    hidden1: new Line(),
    hidden2: new Line(),
    output: new Line(),
  };
  private readonly layers: Readonly<Record<NeuronName | "line", SVGGElement>>;
  private readonly sides = { inputs: new Side(), hidden: new Side() };
  private readonly inputMarks = CORNERS.map(() => new Mark());
  private readonly hiddenMarks = CORNERS.map(() => new Mark());

  constructor() {
    this.layers = {
      line: layer(this.lines.line, ""),
      hidden1: layer(this.lines.hidden1, ""),
      hidden2: layer(this.lines.hidden2, "plane-second"),
      output: layer(this.lines.output, ""),
    };
    this.inputs.prepend(this.sides.inputs.element);
    this.hidden.prepend(this.sides.hidden.element);
    this.inputs.append(...this.inputMarks.map(({ group }) => group));
    this.inputs.append(this.layers.line, this.layers.hidden1, this.layers.hidden2);
    this.hidden.append(...this.hiddenMarks.map(({ group }) => group), this.layers.output);
  }

  /** Show the state; the handles are those of the picked neuron. */
  show(state: State, picked: NeuronName): void {
    const isFold = state.stage === "fold";
    for (const name of ["line", ...NEURONS] as const) {
      this.lines[name].show(state[name]);
      this.layers[name].style.display = (name === "line") === isFold ? "none" : "";
      this.layers[name].classList.toggle("plane-quiet", isFold && name !== picked);
    }
    this.sides.inputs.show(isFold ? pickedSide(state, picked) : state.line);
    this.sides.hidden.show(state.output);
    this.showMarks(state);
  }

  private showMarks(state: State): void {
    cases(state).forEach(({ input, target }, index) =>
      this.inputMarks[index]?.show(input, target, false, nameOf(input)),
    );
    for (const group of gathered(state)) {
      const isMixed = new Set(group.map(({ target }) => target)).size > 1;
      group.forEach(({ input, hidden, target, output }, index) => {
        const names = group.map(({ input }) => nameOf(input)).join(" and ");
        const isWrong = isMixed || output !== target;
        this.hiddenMarks[2 * input.x + input.y]?.show(
          hidden,
          target,
          isWrong,
          index === 0 ? names : "",
        );
      });
    }
  }
}

function nameOf({ x, y }: Point): string {
  return `${x},${y}`;
}

function pickedSide(state: State, picked: NeuronName): Neuron {
  return picked === "output" ? state.hidden1 : state[picked];
}

function layer(line: Line, className: string): SVGGElement {
  const group = shape("g", className);
  group.append(line.line, line.grab, ...line.handles);
  return group;
}
