/** What the pictures of the plane are drawn from: axes, a neuron's line and side, marked points. */
import { label, place, shape } from "../svg";
import { firingSide, handles, LEAST, lineEnds, MOST, type Neuron, type Point } from "./geometry";

export const SCALE = 100;
const SIZE = (MOST - LEAST) * SCALE;
const MARK_SIZE = 13;

/** Return an empty plane with its axes. */
export function plane(nameX: string, nameY: string): SVGSVGElement {
  const svg = shape("svg", "plane");
  svg.setAttribute("viewBox", `${LEAST * SCALE} ${-MOST * SCALE} ${SIZE} ${SIZE}`);
  svg.setAttribute("role", "img");
  svg.append(...axes(nameX, nameY));
  return svg;
}

function axes(nameX: string, nameY: string): SVGElement[] {
  const [least, most] = [LEAST * SCALE, MOST * SCALE];
  const lines = [0, 1].flatMap((value) => {
    const className = value === 0 ? "plane-axis" : "plane-grid";
    const at = value * SCALE;
    return [
      shape("line", className, { x1: least, y1: -at, x2: most, y2: -at }),
      shape("line", className, { x1: at, y1: -least, x2: at, y2: -most }),
    ];
  });
  return [
    ...lines,
    label("plane-text", 166, -6, nameX),
    label("plane-text", 14, -164, nameY),
    label("plane-text", 120, 18, "1"),
    label("plane-text", -20, -109, "1"),
    label("plane-text", -20, 18, "0"),
  ];
}

/** The half of the plane in which a neuron fires. */
export class Side {
  readonly element = shape("polygon", "plane-side");

  show(neuron: Neuron): void {
    const corners = firingSide(neuron).map(({ x, y }) => `${x * SCALE},${-y * SCALE}`);
    this.element.setAttribute("points", corners.join(" "));
  }
}

/** A neuron's line; it can be taken by the line itself or by one of two handles. */
export class Line {
  readonly line = shape("line", "plane-line");
  readonly grab = shape("line", "plane-grab");
  readonly handles = [
    shape("circle", "plane-handle", { r: 9 }),
    shape("circle", "plane-handle", { r: 9 }),
  ] as const;

  show(neuron: Neuron): void {
    const ends = lineEnds(neuron);
    const grips = handles(neuron);
    for (const element of [this.line, this.grab, ...this.handles])
      element.style.display = ends === null ? "none" : "";
    if (ends === null || grips === null) return;
    const [from, to] = ends;
    for (const line of [this.line, this.grab]) {
      place(line, { x1: from.x * SCALE, y1: -from.y * SCALE, x2: to.x * SCALE, y2: -to.y * SCALE });
    }
    grips.forEach(({ x, y }, index) => {
      const handle = this.handles[index];
      if (handle !== undefined) place(handle, { cx: x * SCALE, cy: -y * SCALE });
    });
  }
}

/** A marked point: round and filled for 1, square and empty for 0. */
export class Mark {
  readonly group = shape("g", "plane-corner");
  private readonly digit = label("plane-digit", 0, 5);
  private readonly name = label("plane-name", 0, 30);

  constructor() {
    const side = 2 * MARK_SIZE;
    this.group.append(
      shape("circle", "plane-wrong", { r: MARK_SIZE + 6 }),
      shape("circle", "plane-shape plane-round", { r: MARK_SIZE }),
      shape("rect", "plane-shape plane-square", {
        x: -MARK_SIZE,
        y: -MARK_SIZE,
        width: side,
        height: side,
        rx: 2,
      }),
      this.digit,
      this.name,
    );
  }

  /** `isWrong` draws a dashed ring around the mark. */
  show({ x, y }: Point, value: 0 | 1, isWrong = false, name = ""): void {
    this.group.style.transform = `translate(${x * SCALE}px, ${-y * SCALE}px)`;
    this.group.dataset["state"] = value === 1 ? "one" : "zero";
    this.group.dataset["wrong"] = isWrong ? "yes" : "no";
    this.digit.textContent = String(value);
    this.name.textContent = name;
  }
}

/** Return the point of the plane under a pointer. */
export function pointAt(svg: SVGSVGElement, event: PointerEvent): Point {
  const box = svg.getBoundingClientRect();
  const clamp = (value: number) => Math.min(MOST, Math.max(LEAST, value));
  const x = LEAST + ((event.clientX - box.left) / box.width) * (MOST - LEAST);
  const y = MOST - ((event.clientY - box.top) / box.height) * (MOST - LEAST);
  return { x: clamp(x), y: clamp(y) };
}
