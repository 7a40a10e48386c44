/** Draws a neuron's line, the side where it fires and its four answers, as SVG. */
import { label, place, shape } from "../svg";
import {
  answer,
  CORNERS,
  firingSide,
  handles,
  LEAST,
  lineEnds,
  MOST,
  type Neuron,
  type Point,
} from "./model";

const SCALE = 100;
const SIZE = (MOST - LEAST) * SCALE;
const CORNER_SIZE = 13;

/** A corner's mark: round and filled for 1, square and empty for 0. */
interface Corner {
  readonly point: Point;
  readonly group: SVGGElement;
  readonly digit: SVGTextElement;
}

export class Drawing {
  readonly svg = shape("svg", "decision-plane");
  readonly line = shape("line", "decision-line");
  readonly grab = shape("line", "decision-grab");
  readonly handles = [
    shape("circle", "decision-handle", { r: 9 }),
    shape("circle", "decision-handle", { r: 9 }),
  ] as const;
  private readonly side = shape("polygon", "decision-side");
  private readonly corners: readonly Corner[];

  constructor() {
    this.svg.setAttribute("viewBox", `${LEAST * SCALE} ${-MOST * SCALE} ${SIZE} ${SIZE}`);
    this.svg.setAttribute("role", "img");
    this.svg.append(this.side, ...axes(), this.line);
    this.corners = CORNERS.map((point) => this.makeCorner(point));
    this.svg.append(this.grab, ...this.handles);
  }

  private makeCorner(point: Point): Corner {
    const group = shape("g", "decision-corner");
    const [x, y] = [point.x * SCALE, -point.y * SCALE];
    const round = shape("circle", "decision-shape decision-round", {
      cx: x,
      cy: y,
      r: CORNER_SIZE,
    });
    const square = shape("rect", "decision-shape decision-square", {
      x: x - CORNER_SIZE,
      y: y - CORNER_SIZE,
      width: 2 * CORNER_SIZE,
      height: 2 * CORNER_SIZE,
      rx: 2,
    });
    const digit = shape("text", "decision-digit", { x, y: y + 5 });
    group.append(round, square, digit);
    this.svg.append(group);
    return { point, group, digit };
  }

  show(neuron: Neuron, description: string): void {
    this.svg.setAttribute("aria-label", description);
    this.side.setAttribute(
      "points",
      firingSide(neuron)
        .map(({ x, y }) => `${x * SCALE},${-y * SCALE}`)
        .join(" "),
    );
    this.showLine(neuron);
    for (const { point, group, digit } of this.corners) {
      const value = answer(neuron, point);
      group.dataset["state"] = value === 1 ? "one" : "zero";
      digit.textContent = String(value);
    }
  }

  private showLine(neuron: Neuron): void {
    const ends = lineEnds(neuron);
    const grips = handles(neuron);
    for (const element of [this.line, this.grab, ...this.handles])
      element.style.display = ends === null ? "none" : "";
    if (ends === null || grips === null) return;
    const [from, to] = ends;
    for (const line of [this.line, this.grab]) {
      place(line, { x1: from.x * SCALE, y1: -from.y * SCALE, x2: to.x * SCALE, y2: -to.y * SCALE });
    }
    place(this.handles[0], { cx: grips[0].x * SCALE, cy: -grips[0].y * SCALE });
    place(this.handles[1], { cx: grips[1].x * SCALE, cy: -grips[1].y * SCALE });
  }

  /** Return the point of the plane under a pointer. */
  pointAt(event: PointerEvent): Point {
    const box = this.svg.getBoundingClientRect();
    const clamp = (value: number) => Math.min(MOST, Math.max(LEAST, value));
    const x = LEAST + ((event.clientX - box.left) / box.width) * (MOST - LEAST);
    const y = MOST - ((event.clientY - box.top) / box.height) * (MOST - LEAST);
    return { x: clamp(x), y: clamp(y) };
  }
}

function axes(): SVGElement[] {
  const [least, most] = [LEAST * SCALE, MOST * SCALE];
  const lines = [0, 1].flatMap((value) => {
    const className = value === 0 ? "decision-axis" : "decision-grid";
    const at = value * SCALE;
    return [
      shape("line", className, { x1: least, y1: -at, x2: most, y2: -at }),
      shape("line", className, { x1: at, y1: -least, x2: at, y2: -most }),
    ];
  });
  return [
    ...lines,
    label("decision-text", 166, -6, "x1"),
    label("decision-text", 14, -164, "x2"),
    label("decision-text", 100 + 20, 14 + 4, "1"),
    label("decision-text", -20, -100 + 5 - 14, "1"),
    label("decision-text", -20, 18, "0"),
  ];
}
