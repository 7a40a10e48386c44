/** The explore picture of lesson 2: a neuron learns, update by update, forwards and backwards. */
import { make } from "../../page/dom";
import type { LessonPage, Unmount } from "../../page/page";
import type { HistoryResult } from "../../protocol";
import { NumberControl } from "../number-control";
import { drag } from "../plane/drag";
import { answer, formula, hasLine, rounded } from "../plane/geometry";
import { pointAt, type Mark } from "../plane/shapes";
import { StepBar } from "../step-bar";
import type { WidgetPlace } from "../widget";
import { Drawing } from "./drawing";
import { EpochMarks } from "./epoch-marks";
import { ExampleTable } from "./example-table";
import {
  gate,
  isCount,
  isRate,
  lastStep,
  mistakesByEpoch,
  MOST_EPOCHS,
  MOST_EXAMPLES,
  neuronAt,
  readAddress,
  updateWords,
  writeAddress,
  wrongOnes,
  type Example,
  type State,
} from "./model";

const PARAMETER = "learning";
const EXERCISE = "nudge";
const REST_MS = 400;
const PLAY_MS = 600;

export function mountLearningLine(place: WidgetPlace): Unmount {
  return new LearningLine(place).end;
}

class LearningLine {
  private state: State;
  private readonly start: State;
  private readonly page: LessonPage;
  private readonly drawing = new Drawing();
  private readonly bar = new StepBar("Update", (step) => this.go(step));
  private readonly epochs: EpochMarks;
  private readonly table: ExampleTable;
  private readonly rate: NumberControl;
  private readonly count: NumberControl;
  private readonly play = make("button", { class: "button", attributes: { type: "button" } });
  private readonly sentence = make("p", { class: "learning-sentence" });
  private readonly formula = make("p", { class: "decision-formula" });
  private readonly source = make("p", { class: "widget-word", attributes: { role: "status" } });
  private result: HistoryResult | null = null;
  private asked = 0;
  private rest: number | null = null;
  private playing: number | null = null;

  constructor({ element, options, page }: WidgetPlace) {
    this.page = page;
    this.start = fromOptions(options);
    const address = new URLSearchParams(window.location.search).get(PARAMETER);
    this.state = readAddress(address) ?? this.start;
    this.epochs = new EpochMarks((epoch) => this.go(epoch * this.state.examples.length));
    this.table = new ExampleTable((examples) => this.learn({ ...this.state, examples, step: 0 }));
    this.rate = this.control("learning rate", 2, 0.05, (lr) => ({ lr }), isRate);
    this.count = this.control(
      "epochs",
      MOST_EPOCHS,
      1,
      (epochs) => ({ epochs }),
      (value) => isCount(value, 1, MOST_EPOCHS),
    );
    this.play.addEventListener("click", () => this.togglePlay());
    element.replaceChildren(this.layOut());
    this.listenToPlane();
    this.show();
    void this.askPython();
  }

  readonly end = (): void => {
    if (this.rest !== null) window.clearTimeout(this.rest);
    this.pause();
  };

  private control(
    label: string,
    most: number,
    step: number,
    change: (value: number) => Partial<State>,
    isFine: (value: number) => boolean,
  ): NumberControl {
    const onChange = (value: number) => {
      if (isFine(value)) this.learn({ ...this.state, ...change(value), step: 0 });
    };
    return new NumberControl({ label, least: step === 1 ? 1 : 0, most, step, onChange });
  }

  private layOut(): HTMLElement {
    const reset = make("button", {
      class: "button button-quiet",
      text: "Back to the start",
      attributes: { type: "button" },
    });
    reset.addEventListener("click", () => this.learn(this.start));
    const side = make("div", { class: "decision-controls" }, [
      this.sentence,
      this.formula,
      this.rate.element,
      this.count.element,
      make("div", { class: "widget-actions" }, [this.play, reset]),
    ]);
    return make("div", { class: "decision" }, [
      this.drawing.svg,
      side,
      make("div", { class: "learning-below" }, [
        this.bar.element,
        this.epochs.element,
        this.table.element,
        this.source,
      ]),
    ]);
  }

  /** Start anew with other data, another rate or another number of epochs. */
  private learn(state: State): void {
    this.pause();
    this.state = state;
    this.result = null;
    this.show();
    this.restSoon();
  }

  private go(step: number): void {
    this.state = { ...this.state, step: Math.min(Math.max(step, 0), lastStep(this.state)) };
    this.show();
    this.restSoon();
  }

  private show(): void {
    const { state } = this;
    const updates = this.result?.updates ?? [];
    const neuron = neuronAt(updates, state.step);
    const words =
      this.result === null ? "Python works out the updates." : updateWords(updates, state);
    const wrong = wrongOnes(neuron, state.examples);
    const met = state.step === 0 ? -1 : (state.step - 1) % state.examples.length;
    for (const mark of this.drawing.prepare(state.examples.length)) this.listenToMark(mark);
    const before = neuronAt(updates, Math.max(state.step - 1, 0));
    this.drawing.show(neuron, before, state.examples, wrong, met);
    this.sentence.textContent = words;
    this.formula.textContent = `${formula(neuron)} ≥ 0`;
    this.bar.show(state.step, lastStep(state), words);
    this.epochs.show(
      mistakesByEpoch(updates, state),
      Math.ceil(state.step / state.examples.length),
    );
    this.table.show(
      state.examples,
      state.examples.map((example) => answer(neuron, example)),
      met,
    );
    this.rate.show(state.lr);
    this.count.show(state.epochs);
    this.play.textContent = this.playing === null ? "Play" : "Pause";
    this.drawing.svg.setAttribute(
      "aria-label",
      describe(state, wrong, formula(neuron), hasLine(neuron)),
    );
  }

  /** Once it rests: keep it in the address, say it, and let Python learn what is new. */
  private restSoon(): void {
    if (this.rest !== null) window.clearTimeout(this.rest);
    this.rest = window.setTimeout(() => {
      const address = new URL(window.location.href);
      address.searchParams.set(PARAMETER, writeAddress(this.state));
      window.history.replaceState(window.history.state, "", address);
      if (this.result === null) void this.askPython();
      else if (this.playing === null) this.page.announce(this.sentence.textContent);
    }, REST_MS);
  }

  private async askPython(): Promise<void> {
    const { work, lesson, kernel } = this.page;
    const { examples, lr, epochs } = this.state;
    const code = work.hasPassed(EXERCISE) ? (work.get(EXERCISE).code ?? "") : "";
    const data = examples.map(({ x, y, target }) => [[x, y], target] as const);
    this.asked += 1;
    const { asked } = this;
    const result = await kernel.history({ code, setup: lesson.setup, data, lr, epochs });
    if (asked !== this.asked) return;
    this.result = result;
    this.source.textContent = sourceWords(result);
    this.show();
  }

  private togglePlay(): void {
    if (this.playing !== null) this.pause();
    else this.startPlaying();
    this.show();
  }

  private startPlaying(): void {
    if (this.state.step === lastStep(this.state)) this.go(0);
    this.playing = window.setInterval(() => {
      this.go(this.state.step + 1);
      if (this.state.step === lastStep(this.state)) this.pause();
      this.show();
    }, PLAY_MS);
  }

  private pause(): void {
    if (this.playing !== null) window.clearInterval(this.playing);
    this.playing = null;
  }

  private listenToMark(mark: Mark): void {
    mark.group.dataset["drags"] = "";
    drag(mark.group, () => {
      const index = this.drawing.marks.indexOf(mark);
      return (event) => {
        const { x, y } = pointAt(this.drawing.svg, event);
        const { w1, w2 } = rounded({ w1: x, w2: y, bias: 0 });
        const examples = this.state.examples.map((each, at) =>
          at === index ? { ...each, x: w1, y: w2 } : each,
        );
        this.learn({ ...this.state, examples, step: 0 });
      };
    });
  }

  /** A click on the empty plane adds an example there. */
  private listenToPlane(): void {
    const { svg } = this.drawing;
    svg.addEventListener("pointerdown", (event) => {
      if (this.state.examples.length >= MOST_EXAMPLES) return;
      const { x, y } = pointAt(svg, event);
      const { w1, w2 } = rounded({ w1: x, w2: y, bias: 0 });
      const added: Example = { x: w1, y: w2, target: 1 };
      this.learn({ ...this.state, examples: [...this.state.examples, added], step: 0 });
    });
  }
}

function fromOptions(options: ReadonlyMap<string, string>): State {
  const lr = Number(options.get("lr") ?? "0.5");
  const epochs = Number(options.get("epochs") ?? "10");
  return {
    examples: gate(options.get("data") ?? "and"),
    lr: isRate(lr) ? lr : 0.5,
    epochs: isCount(epochs, 1, MOST_EPOCHS) ? epochs : 10,
    step: 0,
  };
}

/** Say whose code moves the line. */
function sourceWords(result: HistoryResult | null): string {
  if (result === null)
    return "Python was stopped before it had learned. Change a number to try again.";
  if (result.by === "learner") return "Your own nudge moves the line.";
  if (result.trouble === "")
    return "The course's own nudge moves the line. When your nudge passes its checks, yours does.";
  return `The course's own nudge moves the line. Yours is not used: ${result.trouble}.`;
}

function describe(
  { examples }: State,
  wrong: readonly boolean[],
  rule: string,
  isDrawn: boolean,
): string {
  const right = wrong.filter((each) => !each).length;
  const line = isDrawn ? "" : " Both weights are 0, so there is no line.";
  const result = `It is right on ${right} of ${examples.length} examples.`;
  return `The neuron fires when ${rule} is at least 0. ${result}${line}`;
}
