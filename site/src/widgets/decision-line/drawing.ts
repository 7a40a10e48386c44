/** Draws a neuron's line, the side where it fires and its four answers, as SVG. */
import { answer, CORNERS, type Neuron } from "../plane/geometry";
import { Line, Mark, plane, Side } from "../plane/shapes";

export class Drawing {
  readonly svg = plane("x1", "x2");
  readonly line = new Line();
  private readonly side = new Side();
  private readonly marks = CORNERS.map((point) => ({ point, mark: new Mark() }));

  constructor() {
    this.svg.prepend(this.side.element);
    this.svg.append(this.line.line);
    this.svg.append(...this.marks.map(({ mark }) => mark.group));
    this.svg.append(this.line.grab, ...this.line.handles);
  }

  show(neuron: Neuron, description: string): void {
    this.svg.setAttribute("aria-label", description);
    this.side.show(neuron);
    this.line.show(neuron);
    for (const { point, mark } of this.marks) mark.show(point, answer(neuron, point));
  }
}
