/** The place under a cell where its output appears while it runs. */
import { TOO_MUCH } from "../kernel/words";
import { make, part } from "../page/dom";
import { inline } from "../page/plain-markdown";
import type { Noticed, OutputPart, RunResult } from "../protocol";
import { cost, drawPart, note } from "./draw-part";
import { DrawQueue, type Drawing } from "./draw-queue";
import { errorView, type ErrorActions } from "./error-view";
import { InputLine } from "./input-line";
import { Roll } from "./roll";

const SPOKEN_MOST = 200;
/** What one run may draw, counted in characters of text; the engine cuts most floods off before. */
const MOST_DRAWN = 4_000_000;

export class OutputArea {
  private readonly roll: Roll;
  private readonly queue = new DrawQueue((batch) => this.draw(batch));
  private input: InputLine | null = null;
  private hasOutput = false;
  private room = MOST_DRAWN;

  constructor(
    private readonly element: HTMLElement,
    private readonly actions: ErrorActions,
  ) {
    this.roll = new Roll(part(element, "output-scroll"));
  }

  /** Make room for a new run. What stood there stays until something new comes. */
  start(word: string): void {
    this.queue.clear();
    this.room = MOST_DRAWN;
    const waiting = make("p", { class: "output-waiting", text: word });
    if (this.element.dataset["state"] === "empty") this.roll.clear(waiting);
    this.hasOutput = false;
    this.element.dataset["state"] = "running";
  }

  clear(): void {
    this.endInput();
    this.queue.clear();
    this.roll.clear();
    this.element.dataset["state"] = "empty";
  }

  add(output: OutputPart): void {
    if (this.room < 0) return;
    this.begin();
    this.room -= cost(output);
    if (this.room < 0) this.append(() => note(TOO_MUCH));
    else if ("text" in output && output.kind !== "note") this.queue.add({ ...output });
    else this.append(() => drawPart(output));
  }

  /** Let the first output take the place of an earlier run's. */
  private begin(): void {
    if (this.hasOutput) return;
    this.hasOutput = true;
    for (const step of this.roll.begin()) this.queue.add(step);
  }

  private append(make: () => HTMLElement): void {
    this.queue.add(() => this.roll.append(make()));
  }

  private draw(batch: readonly Drawing[]): void {
    this.roll.grow(() => {
      for (const drawing of batch) {
        if (typeof drawing === "function") drawing();
        else this.roll.write(drawing.kind, drawing.text);
      }
    });
  }

  /** Ask for a line; the focus goes there. */
  ask(prompt: string): Promise<string | null> {
    this.begin();
    const input = new InputLine(prompt);
    this.input = input;
    this.queue.add(() => {
      if (this.input !== input) return;
      this.roll.append(input.element);
      input.focus();
    });
    this.queue.hurry();
    return input.answer.then((text) => {
      this.input = null;
      this.add({ kind: "stdout", text: `${prompt}${text ?? ""}\n` });
      return text;
    });
  }

  endInput(): void {
    this.input?.end(null);
    this.input = null;
  }

  finish(result: RunResult): void {
    this.endInput();
    this.begin();
    this.queue.add(() => this.end(result));
    this.queue.hurry();
  }

  private end(result: RunResult): void {
    const { error } = result;
    if (error !== null) this.roll.appendFromItsStart(errorView(error, this.actions));
    else if (result.status === "interrupted") this.roll.append(note("Stopped."));
    else if (this.roll.isEmpty)
      this.roll.append(make("p", { class: "output-done", text: "Done. It printed nothing." }));
    for (const noticed of result.noticed) this.roll.append(noticedView(noticed));
    this.element.dataset["state"] = result.status;
  }

  /** The output's first words, for screen readers. */
  spoken(): string {
    const text = this.roll.text.trim();
    return text.length > SPOKEN_MOST ? `${text.slice(0, SPOKEN_MOST)}, and more` : text;
  }
}

function noticedView({ line, cause, fix }: Noticed): HTMLElement {
  const label = make("strong", { text: `Noticed in line ${line}: ` });
  return make("p", { class: "output-noticed" }, [label, ...inline(`${cause} ${fix}`)]);
}
