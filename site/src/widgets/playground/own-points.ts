/** Points of the learner's own: by a tap on the map, or by their numbers. */
import { button, make } from "../../page/dom";
import type { PlaygroundPoint } from "../../protocol";
import { Choice } from "./experiment-controls";
import { LARGEST_PLACE, roundPlace } from "./model";

const WORDS =
  "Tap the map to add a point, or give its place. " +
  "Every fourth point is kept back for the test.";

export class OwnPoints {
  readonly element: HTMLElement;
  private readonly target: Choice;
  private readonly fields = [field("x1"), field("x2")] as const;
  private readonly count = make("p", { class: "widget-word" });
  private next: 0 | 1 = 1;
  private points: readonly PlaygroundPoint[] = [];

  constructor(private readonly onChange: (points: readonly PlaygroundPoint[]) => void) {
    this.target = new Choice("class", { one: "1, a disc", zero: "0, a square" }, (key) => {
      this.next = key === "one" ? 1 : 0;
    });
    this.element = make("div", { class: "play-own" }, [
      make("p", {
        text: WORDS,
      }),
      make("div", { class: "play-own-row" }, [
        this.target.element,
        ...this.fields.map(({ label }) => label),
        button("Add the point", "button", () => this.addFields()),
        button("Remove the last", "button button-quiet", () =>
          this.onChange(this.points.slice(0, -1)),
        ),
        button("Remove all", "button button-quiet", () => this.onChange([])),
      ]),
      this.count,
    ]);
  }

  show(points: readonly PlaygroundPoint[]): void {
    this.points = points;
    const ones = points.filter(([, , target]) => target === 1).length;
    const all = points.length === 1 ? "1 point" : `${points.length} points`;
    const zeros = points.length - ones;
    this.count.textContent = `You have ${all}: ${ones} of class 1, ${zeros} of class 0.`;
  }

  add(x1: number, x2: number): void {
    this.onChange([...this.points, [roundPlace(x1), roundPlace(x2), this.next]]);
  }

  private addFields(): void {
    const [x1, x2] = this.fields.map(({ input }) => input.valueAsNumber);
    if (x1 === undefined || x2 === undefined || !Number.isFinite(x1) || !Number.isFinite(x2)) {
      this.count.textContent = `Give two numbers from ${-LARGEST_PLACE} to ${LARGEST_PLACE}.`;
      return;
    }
    this.add(x1, x2);
  }
}

function field(name: string): { label: HTMLLabelElement; input: HTMLInputElement } {
  const range = { min: String(-LARGEST_PLACE), max: String(LARGEST_PLACE), step: "0.1" };
  const input = make("input", {
    class: "play-field",
    attributes: { type: "number", value: "0", inputmode: "decimal", ...range },
  });
  return {
    input,
    label: make("label", { class: "play-choice" }, [make("span", { text: name }), input]),
  };
}
