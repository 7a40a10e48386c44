/** The explore picture of lesson 4: two neurons, stepped forwards and backwards. */
import { button, make } from "../../page/dom";
import type { LessonPage, Unmount } from "../../page/page";
import type { SlopesResult } from "../../protocol";
import { NumberControl } from "../number-control";
import { StepBar } from "../step-bar";
import type { WidgetPlace } from "../widget";
import { Drawing } from "./drawing";
import {
  backward,
  downhill,
  forward,
  GIVEN,
  isUsable,
  LAST_STEP,
  nudgedSlopes,
  readAddress,
  withLearned,
  writeAddress,
  type Numbers,
  type Slopes,
  type State,
} from "./model";
import { NumberTable } from "./table";
import { describe, downhillWords, sentence, sourceWords } from "./words";

const PARAMETER = "neurons";
const EXERCISE = "chain-rule";
const REST_MS = 500;
const TOO_LARGE = "A number here can be a million at most. The picture keeps the one before.";
const NARROW = "(max-width: 48rem)";
const DEFAULTS: Numbers = { x: 2, target: 1, w1: 0.5, b1: -1, w2: 3, b2: -1.5 };

export function mountTwoNeurons(place: WidgetPlace): Unmount {
  return new TwoNeurons(place).end;
}

/** What Python worked out, and for which numbers. */
interface Answer {
  readonly numbers: Numbers;
  readonly result: SlopesResult | null;
}

/** What Python was asked last. */
interface Asked {
  readonly numbers: Numbers;
  readonly code: string;
  readonly done: Promise<void>;
}

class TwoNeurons {
  private state: State;
  private readonly start: State;
  private readonly page: LessonPage;
  private readonly drawing = new Drawing();
  private readonly bar = new StepBar("Step", (step) => this.set({ ...this.state, step }));
  private readonly table = new NumberTable();
  private readonly controls = GIVEN.map((name) => this.control(name));
  private readonly rate: NumberControl;
  private readonly sentence = make("p", { class: "neurons-sentence" });
  private readonly word = make("p", { class: "widget-word", attributes: { role: "status" } });
  private readonly source = make("p", { class: "widget-word" });
  private readonly narrow = window.matchMedia(NARROW);
  private readonly forget: Unmount;
  private asked: Asked | null = null;
  private answer: Answer | null = null;
  private timer: number | null = null;

  constructor({ element, options, page }: WidgetPlace) {
    this.page = page;
    this.start = { numbers: fromOptions(options), lr: 1, step: 0 };
    const address = new URLSearchParams(window.location.search).get(PARAMETER);
    this.state = readAddress(address) ?? this.start;
    this.rate = new NumberControl({
      label: "learning rate",
      least: 0,
      most: 10,
      step: 0.1,
      onChange: (lr) => this.set({ ...this.state, lr }),
    });
    element.replaceChildren(this.layOut());
    this.narrow.addEventListener("change", this.fit);
    this.fit();
    this.show();
    void this.askPython();
    // The exercise may be passed on this very page.
    this.forget = page.work.onChange(() => this.onWork());
  }

  readonly end = (): void => {
    this.forget();
    if (this.timer !== null) window.clearTimeout(this.timer);
    this.narrow.removeEventListener("change", this.fit);
  };

  private readonly fit = (): void => this.drawing.layOut(this.narrow.matches);

  private control(name: keyof Numbers): NumberControl {
    const isData = name === "x" || name === "target";
    return new NumberControl({
      label: name,
      least: name === "target" ? 0 : -5,
      most: name === "target" ? 1 : 5,
      step: isData ? 0.1 : 0.05,
      onChange: (value) => {
        const numbers = { ...this.state.numbers, [name]: value };
        if (isUsable(value)) this.set({ ...this.state, numbers });
        else this.word.textContent = TOO_LARGE;
      },
    });
  }

  private layOut(): HTMLElement {
    const controls = [...this.controls, this.rate].map(({ element }) => element);
    return make("div", { class: "neurons" }, [
      this.drawing.svg,
      this.sentence,
      this.bar.element,
      make("div", { class: "neurons-controls" }, controls),
      make("div", { class: "widget-actions" }, [
        button("Go downhill one step", "button", () => void this.goDownhill()),
        button("Use my numbers", "button", () => void this.useOwn()),
        button("Back to the start", "button button-quiet", () => this.set(this.start)),
      ]),
      this.word,
      this.table.element,
      this.source,
    ]);
  }

  private set(state: State): void {
    this.state = state;
    this.word.textContent = "";
    this.show();
    this.keepInAddress();
    this.restSoon();
  }

  private show(): void {
    const { numbers, lr, step } = this.state;
    const values = forward(numbers);
    const slopes = this.slopes();
    const nudged = nudgedSlopes(numbers);
    const words = sentence(step, values, slopes, nudged);
    this.drawing.show(values, slopes, step, describe(step, values, slopes));
    this.sentence.textContent = words;
    this.bar.show(step, LAST_STEP, words);
    this.table.show(values, slopes, nudged, step);
    GIVEN.forEach((name, index) => this.controls[index]?.show(numbers[name]));
    this.rate.show(lr);
  }

  /** Return the slopes, those of what is learned from Python where it has answered. */
  private slopes(): Slopes {
    const slopes = backward(forward(this.state.numbers));
    const { answer } = this;
    const isFresh = answer !== null && answer.numbers === this.state.numbers;
    return isFresh ? withLearned(slopes, answer.result?.slopes ?? []) : slopes;
  }

  private keepInAddress(): void {
    const address = new URL(window.location.href);
    address.searchParams.set(PARAMETER, writeAddress(this.state));
    window.history.replaceState(window.history.state, "", address);
  }

  /** Once the numbers rest, say the step and let Python work out the slopes. */
  private restSoon(): void {
    if (this.timer !== null) window.clearTimeout(this.timer);
    this.timer = window.setTimeout(() => {
      this.page.announce(this.word.textContent || this.sentence.textContent);
      void this.askPython();
    }, REST_MS);
  }

  /** Return the learner's `gradients` where it has passed; it may do so on this very page. */
  private ownCode(): string {
    const { work } = this.page;
    return work.hasPassed(EXERCISE) ? (work.get(EXERCISE).code ?? "") : "";
  }

  private onWork(): void {
    if (this.asked === null || this.asked.code === this.ownCode()) return;
    if (this.timer !== null) window.clearTimeout(this.timer);
    this.timer = window.setTimeout(() => void this.askPython(), REST_MS);
  }

  /** Have the slopes worked out by the learner's own code where it passes, else by the course's. */
  private askPython(): Promise<void> {
    const { numbers } = this.state;
    const code = this.ownCode();
    if (this.asked?.numbers === numbers && this.asked.code === code) return this.asked.done;
    const done = this.fetchSlopes(numbers, code);
    this.asked = { numbers, code, done };
    return done;
  }

  private async fetchSlopes(numbers: Numbers, code: string): Promise<void> {
    const { lesson, kernel } = this.page;
    const given = GIVEN.map((name) => numbers[name]);
    const result = await kernel.slopes({ code, setup: lesson.setup, numbers: given });
    if (this.asked?.numbers !== numbers || this.asked.code !== code) return;
    if (result === null) this.asked = null;
    this.answer = { numbers, result };
    this.source.textContent = sourceWords(result);
    this.show();
  }

  private async goDownhill(): Promise<void> {
    await this.askPython();
    const { numbers, lr } = this.state;
    const moved = downhill(numbers, this.slopes(), lr);
    if (!Object.values(moved).every(isUsable)) {
      this.word.textContent = "That step is too long: a number would grow beyond a million.";
      return;
    }
    this.set({ ...this.state, numbers: moved });
    this.word.textContent = downhillWords(forward(numbers).loss, forward(moved).loss, lr);
  }

  private async useOwn(): Promise<void> {
    const { values } = await this.page.lesson.peek(GIVEN);
    const found = GIVEN.filter((name) => isUsable(values[name]));
    if (found.length > 0) {
      const own = Object.fromEntries(found.map((name) => [name, values[name]]));
      this.set({ ...this.state, numbers: { ...this.state.numbers, ...own } });
    }
    this.word.textContent =
      found.length > 0
        ? `Taken from your own cells: ${found.join(", ")}.`
        : `Your cells have set none of ${GIVEN.join(", ")} yet. Run a cell that sets them.`;
  }
}

function fromOptions(options: ReadonlyMap<string, string>): Numbers {
  const given = GIVEN.map((name) => [name, Number(options.get(name) ?? DEFAULTS[name])] as const);
  return { ...DEFAULTS, ...Object.fromEntries(given.filter(([, value]) => isUsable(value))) };
}
