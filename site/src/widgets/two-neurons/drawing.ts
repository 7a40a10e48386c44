/** Draws the graph of two neurons: a box for every number, an arrow for every way between them. */
import { label, place, shape } from "../svg";
import { hasSlope, hasValue, madeAt, type Name, type Slopes, type Values } from "./model";
import { formatNumber } from "./words";

const BOX = { width: 92, height: 66 };
const GAP = { along: 24, across: 30 };
const MARGIN = 6;
const ARROW = 7;

interface Place {
  readonly along: number;
  readonly across: number;
}

/** Along the way from the input to the loss, and beside it. */
const PLACES: Readonly<Record<Name, Place>> = {
  x: { along: 0, across: 1 },
  w1: { along: 1, across: 0 },
  z1: { along: 1, across: 1 },
  b1: { along: 1, across: 2 },
  h: { along: 2, across: 1 },
  w2: { along: 3, across: 0 },
  z2: { along: 3, across: 1 },
  b2: { along: 3, across: 2 },
  y: { along: 4, across: 1 },
  target: { along: 5, across: 0 },
  loss: { along: 5, across: 1 },
};
const NAMES = Object.keys(PLACES) as Name[];

/** Which number goes into which, and whether a slope comes back that way. */
const WAYS: readonly (readonly [from: Name, to: Name])[] = [
  ["x", "z1"],
  ["w1", "z1"],
  ["b1", "z1"],
  ["z1", "h"],
  ["h", "z2"],
  ["w2", "z2"],
  ["b2", "z2"],
  ["z2", "y"],
  ["y", "loss"],
  ["target", "loss"],
];

interface Box {
  readonly group: SVGGElement;
  readonly frame: SVGRectElement;
  readonly texts: readonly [name: SVGTextElement, value: SVGTextElement, slope: SVGTextElement];
}

interface Way {
  readonly from: Name;
  readonly to: Name;
  readonly group: SVGGElement;
  readonly line: SVGLineElement;
  readonly head: SVGPolygonElement;
}

export class Drawing {
  readonly svg = shape("svg", "neurons-graph");
  private readonly boxes = new Map<Name, Box>();
  private readonly ways: readonly Way[];
  private isTall = false;

  constructor() {
    this.svg.setAttribute("role", "img");
    this.ways = WAYS.map(([from, to]) => this.addWay(from, to));
    for (const name of NAMES) this.boxes.set(name, this.addBox(name));
    this.layOut(false);
  }

  private addWay(from: Name, to: Name): Way {
    const group = shape("g", "neurons-way");
    const way = {
      from,
      to,
      group,
      line: shape("line", "neurons-line"),
      head: shape("polygon", "neurons-head"),
    };
    group.append(way.line, way.head);
    this.svg.append(group);
    return way;
  }

  private addBox(name: Name): Box {
    const group = shape("g", "neurons-box");
    const frame = shape("rect", "neurons-frame", { ...BOX, rx: 8 });
    const texts = [
      label("neurons-name", 0, 0, name),
      label("neurons-value", 0, 0),
      label("neurons-slope", 0, 0),
    ] as const;
    group.append(frame, ...texts);
    this.svg.append(group);
    return { group, frame, texts };
  }

  /** From left to right, or from top to bottom where there is little room. */
  layOut(isTall: boolean): void {
    this.isTall = isTall;
    const far = this.corner({ along: 5, across: 2 });
    const [width, height] = [far.x + BOX.width + MARGIN, far.y + BOX.height + MARGIN];
    this.svg.setAttribute("viewBox", `0 0 ${width} ${height}`);
    for (const [name, { frame, texts }] of this.boxes) {
      const { x, y } = this.corner(PLACES[name]);
      place(frame, { x, y });
      texts.forEach((text, index) => place(text, { x: x + BOX.width / 2, y: y + 19 + index * 19 }));
    }
  }

  private corner({ along, across }: Place): { x: number; y: number } {
    const [column, row] = this.isTall ? [across, along] : [along, across];
    const [gapX, gapY] = this.isTall ? [18, 26] : [GAP.along, GAP.across];
    return { x: MARGIN + column * (BOX.width + gapX), y: MARGIN + row * (BOX.height + gapY) };
  }

  show(values: Values, slopes: Slopes, step: number, description: string): void {
    this.svg.setAttribute("aria-label", description);
    const now = madeAt(step);
    for (const [name, { group, texts }] of this.boxes) {
      const isKnown = hasValue(name, step);
      group.dataset["state"] = name === now ? "now" : isKnown ? "known" : "waiting";
      texts[1].textContent = isKnown ? formatNumber(values[name]) : "?";
      texts[2].textContent = hasSlope(name, step)
        ? `slope ${formatNumber(slopes[name as keyof Slopes])}`
        : "";
    }
    for (const way of this.ways) this.showWay(way, step);
  }

  /** A value runs along the arrow; a slope comes back against it, on a broken line. */
  private showWay(way: Way, step: number): void {
    const { from, to, group, line, head } = way;
    const isBack = hasSlope(from, step);
    const isUsed = hasValue(to, step);
    group.dataset["state"] = isBack ? "slope" : isUsed ? "value" : "waiting";
    const [start, end] = this.ends(from, to);
    const [tail, tip] = isBack ? [end, start] : [start, end];
    place(line, { x1: tail.x, y1: tail.y, x2: tip.x, y2: tip.y });
    const size = Math.hypot(tip.x - tail.x, tip.y - tail.y);
    const [dx, dy] = [((tip.x - tail.x) / size) * ARROW, ((tip.y - tail.y) / size) * ARROW];
    const corners = [
      [tip.x, tip.y],
      [tip.x - dx - dy / 2, tip.y - dy + dx / 2],
      [tip.x - dx + dy / 2, tip.y - dy - dx / 2],
    ];
    head.setAttribute("points", corners.map((corner) => corner.join(",")).join(" "));
  }

  /** Return where the way leaves one box and meets the other. */
  private ends(
    from: Name,
    to: Name,
  ): readonly [{ x: number; y: number }, { x: number; y: number }] {
    const [one, other] = [this.corner(PLACES[from]), this.corner(PLACES[to])];
    const middle = (corner: { x: number; y: number }) => ({
      x: corner.x + BOX.width / 2,
      y: corner.y + BOX.height / 2,
    });
    const [a, b] = [middle(one), middle(other)];
    const [signX, signY] = [Math.sign(b.x - a.x), Math.sign(b.y - a.y)];
    const edge = { x: (signX * BOX.width) / 2, y: (signY * BOX.height) / 2 };
    return [
      { x: a.x + edge.x, y: a.y + edge.y },
      { x: b.x - edge.x, y: b.y - edge.y },
    ];
  }
}
