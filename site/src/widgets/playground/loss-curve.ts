/** Draws the loss on training and on test points, epoch by epoch. */
import { make } from "../../page/dom";
import { label, place, shape } from "../svg";
import { formatLoss } from "./model";
import type { LossPoint } from "./recording";

const [WIDTH, HEIGHT] = [320, 150];
const EDGE = { left: 42, right: 8, top: 10, bottom: 24 };
const LEAST_TOP = 0.05;

export class LossCurve {
  readonly element: HTMLElement;
  private readonly svg = shape("svg", "play-losses");
  private readonly train = shape("polyline", "play-curve play-train");
  private readonly test = shape("polyline", "play-curve play-test");
  private readonly now = shape("line", "play-now");
  private readonly most = label("play-axis-text", EDGE.left - 6, EDGE.top + 4);
  private readonly last = label("play-axis-text", WIDTH - EDGE.right, HEIGHT - 8);

  constructor() {
    this.svg.setAttribute("viewBox", `0 0 ${WIDTH} ${HEIGHT}`);
    this.svg.setAttribute("role", "img");
    const base = HEIGHT - EDGE.bottom;
    const axis = { x1: EDGE.left, x2: WIDTH - EDGE.right, y1: base, y2: base };
    const upright = { x1: EDGE.left, x2: EDGE.left, y1: EDGE.top, y2: base };
    this.svg.append(
      shape("line", "play-axis", axis),
      shape("line", "play-axis", upright),
      this.now,
      this.test,
      this.train,
      this.most,
      this.last,
      label("play-axis-text", EDGE.left - 6, base + 4, "0"),
      label("play-axis-text play-axis-start", EDGE.left, HEIGHT - 8, "epoch 0"),
    );
    const key = make("p", { class: "play-key" }, [
      make("span", { class: "play-key-train", text: "training points" }),
      make("span", { class: "play-key-test", text: "test points" }),
    ]);
    this.element = make("div", { class: "play-loss" }, [
      make("p", { class: "play-title", text: "Loss" }),
      this.svg,
      key,
    ]);
  }

  /** Show the losses, and a mark at the epoch that is looked at. */
  show(points: readonly LossPoint[], epoch: number): void {
    const known = points.flatMap(({ train, test }) =>
      [train, test].filter((loss) => loss !== null),
    );
    const top = Math.max(LEAST_TOP, ...known);
    const end = Math.max(1, points.at(-1)?.epoch ?? 0);
    const x = (at: number) => EDGE.left + (at / end) * (WIDTH - EDGE.left - EDGE.right);
    const y = (loss: number) =>
      HEIGHT - EDGE.bottom - (loss / top) * (HEIGHT - EDGE.top - EDGE.bottom);
    const draw = (line: SVGPolylineElement, name: "train" | "test") => {
      const places = points.flatMap((point) => {
        const loss = point[name];
        return loss === null ? [] : [`${x(point.epoch).toFixed(1)},${y(loss).toFixed(1)}`];
      });
      line.setAttribute("points", places.join(" "));
    };
    draw(this.train, "train");
    draw(this.test, "test");
    place(this.now, { x1: x(epoch), x2: x(epoch), y1: EDGE.top, y2: HEIGHT - EDGE.bottom });
    this.most.textContent = top.toFixed(2);
    this.last.textContent = String(end);
    this.svg.setAttribute("aria-label", describe(points));
  }
}

function describe(points: readonly LossPoint[]): string {
  const [first, last] = [points[0], points.at(-1)];
  if (first === undefined || last === undefined) return "No loss yet.";
  const test =
    last.test === null
      ? ""
      : ` On the test points it went from ${formatLoss(first.test)} to ${formatLoss(last.test)}.`;
  return (
    `From epoch ${first.epoch} to ${last.epoch} the loss on the training points ` +
    `went from ${formatLoss(first.train)} to ${formatLoss(last.train)}.${test}`
  );
}
