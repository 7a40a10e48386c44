/** Draws the line as it learns, the examples, and the line of the update before. */
import { lineEnds, type Neuron } from "../plane/geometry";
import { Mark, plane, SCALE, Side } from "../plane/shapes";
import { place, shape } from "../svg";
import type { Example } from "./model";

export class Drawing {
  readonly svg = plane("x1", "x2");
  marks: readonly Mark[] = [];
  private readonly side = new Side();
  private readonly line = shape("line", "plane-line");
  private readonly before = shape("line", "learning-before");
  private readonly layer = shape("g", "");

  constructor() {
    this.svg.prepend(this.side.element);
    this.svg.append(this.before, this.line, this.layer);
  }

  /** Have a mark for each example; returns those that are new. */
  prepare(count: number): readonly Mark[] {
    const fresh = Array.from({ length: Math.max(count - this.marks.length, 0) }, () => new Mark());
    for (const mark of this.marks.slice(count)) mark.group.remove();
    this.marks = [...this.marks.slice(0, count), ...fresh];
    this.layer.append(...fresh.map(({ group }) => group));
    return fresh;
  }

  show(
    neuron: Neuron,
    before: Neuron,
    examples: readonly Example[],
    wrong: readonly boolean[],
    picked: number,
  ): void {
    this.side.show(neuron);
    draw(this.line, neuron);
    draw(this.before, before);
    this.marks.forEach((mark, index) => {
      const example = examples[index];
      if (example === undefined) return;
      mark.show(example, example.target, wrong[index]);
      mark.group.dataset["picked"] = index === picked ? "yes" : "no";
    });
  }
}

function draw(line: SVGLineElement, neuron: Neuron): void {
  const ends = lineEnds(neuron);
  line.style.display = ends === null ? "none" : "";
  if (ends === null) return;
  const [from, to] = ends;
  place(line, { x1: from.x * SCALE, y1: -from.y * SCALE, x2: to.x * SCALE, y2: -to.y * SCALE });
}
