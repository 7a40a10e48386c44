/** The explore picture of lesson 1: sliders, numbers and the line itself change one neuron. */
import { make } from "../../page/dom";
import type { LessonPage, Unmount } from "../../page/page";
import type { PeekResult } from "../../protocol";
import { NumberControl } from "../number-control";
import { dragLine } from "../plane/drag";
import type { WidgetPlace } from "../widget";
import { Drawing } from "./drawing";
import {
  answer,
  CORNERS,
  formatNumber,
  formula,
  gateName,
  hasLine,
  readAddress,
  total,
  writeAddress,
  type Neuron,
} from "../plane/geometry";

const PARAMETER = "line";
const MOST_SLIDER = 3;
const SPEAK_AFTER_MS = 600;

const KEYS = ["w1", "w2", "bias"] as const;

type Key = (typeof KEYS)[number];

export function mountDecisionLine(place: WidgetPlace): Unmount {
  return new DecisionLine(place).end;
}

class DecisionLine {
  private neuron: Neuron;
  private readonly start: Neuron;
  private readonly page: LessonPage;
  private readonly drawing = new Drawing();
  private readonly controls: Readonly<Record<Key, NumberControl>>;
  private readonly formula = make("p", { class: "decision-formula" });
  private readonly gate = make("p", { class: "decision-gate" });
  private readonly rows = make("tbody");
  private readonly word = make("p", { class: "widget-word", attributes: { role: "status" } });
  private timer: number | null = null;

  constructor({ element, options, page }: WidgetPlace) {
    this.page = page;
    this.start = fromOptions(options);
    this.neuron =
      readAddress(new URLSearchParams(window.location.search).get(PARAMETER)) ?? this.start;
    this.controls = {
      w1: this.control("w1", "weight 1"),
      w2: this.control("w2", "weight 2"),
      bias: this.control("bias", "bias"),
    };
    element.replaceChildren(this.layOut());
    const { svg, line } = this.drawing;
    dragLine(
      svg,
      line,
      () => this.neuron,
      (moved) => this.set(moved),
    );
    this.show();
  }

  readonly end = (): void => {
    if (this.timer !== null) window.clearTimeout(this.timer);
  };

  private control(key: Key, label: string): NumberControl {
    const onChange = (value: number) => this.set({ ...this.neuron, [key]: value });
    return new NumberControl({
      label,
      least: -MOST_SLIDER,
      most: MOST_SLIDER,
      step: 0.05,
      onChange,
    });
  }

  private layOut(): HTMLElement {
    const controls = KEYS.map((key) => this.controls[key].element);
    const words = make("div", { class: "widget-words" }, [this.gate, this.formula]);
    const side = make("div", { class: "decision-controls" }, [
      words,
      ...controls,
      this.buttons(),
      this.word,
    ]);
    return make("div", { class: "decision" }, [this.drawing.svg, side, this.table()]);
  }

  private buttons(): HTMLElement {
    const own = make("button", {
      class: "button",
      text: "Use my numbers",
      attributes: { type: "button" },
    });
    const reset = make("button", {
      class: "button button-quiet",
      text: "Back to the start",
      attributes: { type: "button" },
    });
    own.addEventListener("click", () => void this.useOwn());
    reset.addEventListener("click", () => this.set(this.start));
    return make("div", { class: "widget-actions" }, [own, reset]);
  }

  private table(): HTMLElement {
    const heads = ["x1", "x2", "total", "answer"].map((text) =>
      make("th", { text, attributes: { scope: "col" } }),
    );
    const caption = make("caption", { class: "visually-hidden", text: "The four answers" });
    return make("table", { class: "decision-table" }, [
      caption,
      make("thead", {}, [make("tr", {}, heads)]),
      this.rows,
    ]);
  }

  private set(neuron: Neuron): void {
    this.neuron = neuron;
    this.word.textContent = "";
    this.show();
    this.keepInAddress();
    this.speakSoon();
  }

  private show(): void {
    const { neuron } = this;
    this.drawing.show(neuron, describe(neuron));
    for (const key of KEYS) this.controls[key].show(neuron[key]);
    this.formula.textContent = `${formula(neuron)} ≥ 0`;
    this.gate.textContent = `This neuron is ${gateName(neuron)}.`;
    this.rows.replaceChildren(
      ...CORNERS.map((corner) => {
        const cells = [
          corner.x,
          corner.y,
          formatNumber(total(neuron, corner)),
          answer(neuron, corner),
        ];
        return make(
          "tr",
          {},
          cells.map((value) => make("td", { text: String(value) })),
        );
      }),
    );
  }

  private keepInAddress(): void {
    const address = new URL(window.location.href);
    address.searchParams.set(PARAMETER, writeAddress(this.neuron));
    window.history.replaceState(window.history.state, "", address);
  }

  /** Say the new state once it rests. */
  private speakSoon(): void {
    if (this.timer !== null) window.clearTimeout(this.timer);
    this.timer = window.setTimeout(() => this.page.announce(describe(this.neuron)), SPEAK_AFTER_MS);
  }

  private async useOwn(): Promise<void> {
    const own = readOwn(await this.page.lesson.peek(["weights", "bias"]));
    if (typeof own === "string") {
      this.word.textContent = own;
      return;
    }
    this.set(own);
    this.word.textContent = "These are the numbers of your own cell.";
  }
}

function fromOptions(options: ReadonlyMap<string, string>): Neuron {
  const text = [options.get("w1") ?? "1", options.get("w2") ?? "1", options.get("b") ?? "0"].join(
    ",",
  );
  return readAddress(text) ?? { w1: 1, w2: 1, bias: 0 };
}

/** Return the learner's own neuron, or in words why there is none. */
function readOwn({ values }: PeekResult): Neuron | string {
  const { weights, bias } = values;
  if (weights === undefined || bias === undefined) {
    return (
      "Your cells have set no weights and bias yet. " +
      "Run a cell that sets them, such as an exercise's."
    );
  }
  const list: unknown[] = Array.isArray(weights) ? weights : [];
  const [w1, w2] = list;
  const isNumber = (value: unknown): value is number =>
    typeof value === "number" && Number.isFinite(value);
  if (list.length !== 2) return `The picture needs two weights. Yours has ${list.length}.`;
  if (!isNumber(w1) || !isNumber(w2) || !isNumber(bias))
    return "Your weights and your bias must be numbers.";
  return { w1, w2, bias };
}

/** Return all that the picture shows, in words. */
function describe(neuron: Neuron): string {
  const answers = CORNERS.map(
    (corner) => `${corner.x} and ${corner.y} give ${answer(neuron, corner)}`,
  ).join(", ");
  const line = hasLine(neuron) ? "" : " Both weights are 0, so there is no line.";
  const rule = `The neuron fires when ${formula(neuron)} is at least 0.`;
  return `${rule} ${answers}. This is ${gateName(neuron)}.${line}`;
}
