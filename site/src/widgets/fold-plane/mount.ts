/** The explore picture of lesson 3: try one line on XOR, then fold the plane with two neurons. */
import { make } from "../../page/dom";
import type { LessonPage, Unmount } from "../../page/page";
import { NumberControl } from "../number-control";
import { dragLine } from "../plane/drag";
import type { Neuron } from "../plane/geometry";
import type { WidgetPlace } from "../widget";
import { Drawing } from "./drawing";
import {
  cases,
  NEURONS,
  readAddress,
  rightByLine,
  START,
  withLayers,
  writeAddress,
  type NeuronName,
  type Stage,
  type State,
} from "./model";
import { Choice } from "./choice";
import { describeHidden, describeInputs, NAMES, sourceWords, sumOf, verdict } from "./words";

const PARAMETER = "fold";
const EXERCISE = "xor-weights";
const REST_MS = 500;
const MOST_SLIDER = 3;
const KEYS = ["w1", "w2", "bias"] as const;
const STAGES: Readonly<Record<Stage, string>> = {
  line: "One line",
  fold: "Two hidden neurons",
};

export function mountFoldPlane(place: WidgetPlace): Unmount {
  return new FoldPlane(place).end;
}

class FoldPlane {
  private state: State;
  private picked: NeuronName = "hidden1";
  private best = 0;
  private readonly page: LessonPage;
  private readonly drawing = new Drawing();
  private readonly stages = new Choice<Stage>("What to try", STAGES, (stage) =>
    this.set({ ...this.state, stage }),
  );
  private readonly neurons = new Choice<NeuronName>("Which neuron to change", NAMES, (name) => {
    this.picked = name;
    this.show();
  });
  private readonly controls: readonly NumberControl[];
  private readonly verdict = make("p", { class: "decision-gate" });
  private readonly formula = make("p", { class: "decision-formula" });
  private readonly rows = make("tbody");
  private readonly source = make("p", { class: "widget-word", attributes: { role: "status" } });
  private readonly hiddenSide: HTMLElement;
  private readonly table: HTMLElement;
  private timer: number | null = null;

  constructor({ element, page }: WidgetPlace) {
    this.page = page;
    const address = new URLSearchParams(window.location.search).get(PARAMETER);
    const kept = readAddress(address);
    this.state = kept ?? START;
    this.controls = KEYS.map((key, index) => {
      const label = ["weight 1", "weight 2", "bias"][index] ?? key;
      const onChange = (value: number) => this.change({ ...this.neuron(), [key]: value });
      const range = { least: -MOST_SLIDER, most: MOST_SLIDER, step: 0.05 };
      return new NumberControl({ label, ...range, onChange });
    });
    this.hiddenSide = captioned("The plane of the hidden answers", this.drawing.hidden);
    this.table = this.makeTable();
    element.replaceChildren(this.layOut());
    this.listenToLines();
    this.show();
    if (kept === null) void this.takeLayers();
  }

  readonly end = (): void => {
    if (this.timer !== null) window.clearTimeout(this.timer);
  };

  private layOut(): HTMLElement {
    const own = button("Use my layers", "button", () => {
      this.set({ ...this.state, stage: "fold" });
      void this.takeLayers();
    });
    const reset = button("Back to the start", "button button-quiet", () => this.set(START));
    return make("div", { class: "fold" }, [
      this.stages.element,
      make("div", { class: "fold-planes" }, [
        captioned("The plane of the inputs", this.drawing.inputs),
        this.hiddenSide,
      ]),
      this.verdict,
      this.neurons.element,
      this.formula,
      make(
        "div",
        { class: "fold-controls" },
        this.controls.map(({ element }) => element),
      ),
      make("div", { class: "widget-actions" }, [own, reset]),
      this.table,
      this.source,
    ]);
  }

  private makeTable(): HTMLElement {
    const heads = ["a", "b", "h1", "h2", "output", "target"].map((text) =>
      make("th", { text, attributes: { scope: "col" } }),
    );
    return make("table", { class: "decision-table" }, [
      make("caption", { class: "visually-hidden", text: "The four cases of XOR" }),
      make("thead", {}, [make("tr", {}, heads)]),
      this.rows,
    ]);
  }

  /** The name of the neuron that the controls change. */
  private name(): NeuronName | "line" {
    return this.state.stage === "line" ? "line" : this.picked;
  }

  private neuron(): Neuron {
    return this.state[this.name()];
  }

  private change(neuron: Neuron): void {
    this.set({ ...this.state, [this.name()]: neuron });
  }

  private set(state: State): void {
    this.state = state;
    this.show();
    this.restSoon();
  }

  private show(): void {
    const { state } = this;
    const isFold = state.stage === "fold";
    if (!isFold) this.best = Math.max(this.best, rightByLine(state.line));
    this.drawing.show(state, this.picked);
    this.drawing.inputs.setAttribute("aria-label", describeInputs(state));
    this.drawing.hidden.setAttribute("aria-label", describeHidden(state));
    this.hiddenSide.hidden = !isFold;
    this.table.hidden = !isFold;
    this.neurons.element.hidden = !isFold;
    this.stages.show(state.stage);
    this.neurons.show(this.picked);
    this.verdict.textContent = verdict(state, this.best);
    this.formula.textContent = `${sumOf(this.neuron(), this.name())} ≥ 0`;
    KEYS.forEach((key, index) => this.controls[index]?.show(this.neuron()[key]));
    this.rows.replaceChildren(
      ...cases(state).map(({ input, hidden, output, target }) => {
        const said = output === target ? String(output) : `${output}, wrong`;
        const cells = [input.x, input.y, hidden.x, hidden.y, said, target];
        return make(
          "tr",
          {},
          cells.map((value) => make("td", { text: String(value) })),
        );
      }),
    );
  }

  /** Once it rests, keep it in the address and say it. */
  private restSoon(): void {
    if (this.timer !== null) window.clearTimeout(this.timer);
    this.timer = window.setTimeout(() => {
      const address = new URL(window.location.href);
      address.searchParams.set(PARAMETER, writeAddress(this.state));
      window.history.replaceState(window.history.state, "", address);
      this.page.announce(this.verdict.textContent);
    }, REST_MS);
  }

  /** Take the learner's own layers where their exercise passes, else the course's. */
  private async takeLayers(): Promise<void> {
    const { work, lesson, kernel } = this.page;
    const code = work.hasPassed(EXERCISE) ? (work.get(EXERCISE).code ?? "") : "";
    const before = this.state;
    const result = await kernel.layers({ code, setup: lesson.setup });
    this.source.textContent = sourceWords(result);
    // What the learner has changed meanwhile stays.
    if (result === null || this.state !== before) return;
    this.state = withLayers(this.state, result.layers);
    this.show();
  }

  private listenToLines(): void {
    const { inputs, hidden, lines } = this.drawing;
    for (const name of ["line", ...NEURONS] as const) {
      const svg = name === "output" ? hidden : inputs;
      const pick = () => {
        if (name !== "line") this.picked = name;
      };
      lines[name].grab.addEventListener("pointerdown", pick);
      const set = (neuron: Neuron) => this.set({ ...this.state, [name]: neuron });
      dragLine(svg, lines[name], () => this.state[name], set);
    }
  }
}

function captioned(text: string, svg: SVGSVGElement): HTMLElement {
  return make("div", { class: "fold-side" }, [make("p", { class: "fold-caption", text }), svg]);
}

function button(text: string, className: string, onClick: () => void): HTMLButtonElement {
  const made = make("button", { class: className, text, attributes: { type: "button" } });
  made.addEventListener("click", onClick);
  return made;
}
