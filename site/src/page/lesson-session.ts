/** The lesson on the page: its cells in order, and what they share. */
import { Turns } from "../editor/turns";
import type { Kernel, PeekResult } from "../protocol";
import { isRecord, isText, readJson } from "./checks";
import { attribute } from "./dom";
import { fetchExercises, type ExerciseData } from "./lesson-data";

/** A cell as others see it, in the order of the page. */
export interface LessonCell {
  readonly id: string;
  readonly element: HTMLElement;
  readonly isExercise: boolean;
  /** False while a prediction still guards it. */
  canRun(): boolean;
  hasRun(): boolean;
  isBusy(): boolean;
  /** Do not run this cell again with the others. */
  leaveOut(): void;
  run(): Promise<boolean>;
  focus(): void;
  startOver(): void;
  /** Put other code in the place of the learner's, which is kept as a version. */
  takeCode(code: string): Promise<void>;
}

export class LessonSession {
  readonly id: string;
  readonly setup: string;
  readonly needs: readonly string[];
  /** What the next lesson needs. */
  readonly soon: readonly string[];
  /** Where the data of its exercises is. */
  readonly url: string;
  /** Whose editor is made next. */
  readonly turns: Turns;
  private fetched: Promise<ReadonlyMap<string, ExerciseData>> | null = null;
  private readonly cells: LessonCell[] = [];
  /** The cell that was run last: where Python has to be replaced, it is the reason. */
  lastRun: LessonCell | null = null;
  private readonly onGone = new Set<() => void>();
  private readonly onOver = new Set<() => void>();
  private readonly onAnswered = new Set<(id: string) => void>();

  constructor(
    element: HTMLElement,
    private readonly kernel: Kernel,
  ) {
    this.url = new URL(attribute(element, "url"), document.baseURI).href;
    const data = readJson(element.textContent ?? "");
    if (!isRecord(data) || !isText(data["id"]) || !isText(data["setup"]))
      throw new Error("The lesson's data is damaged.");
    this.id = data["id"];
    this.turns = new Turns(kernel);
    this.setup = data["setup"];
    this.needs = texts(data["needs"]);
    this.soon = texts(data["soon"]);
  }

  add(cell: LessonCell): void {
    this.cells.push(cell);
  }

  find(id: string): LessonCell | null {
    return this.cells.find((cell) => cell.id === id) ?? null;
  }

  /** Move on from a cell to the next one. */
  focusNext(cell: LessonCell): void {
    this.cells[this.cells.indexOf(cell) + 1]?.focus();
  }

  /**
   * Run what stands above a cell, in order; stop at the first that fails. Exercises are left out.
   */
  async runAbove(cell: LessonCell): Promise<boolean> {
    const above = this.cells.slice(0, this.cells.indexOf(cell));
    return this.runAll(above.filter((other) => !other.isExercise));
  }

  /** Run again what had been run before Python was started anew. */
  async runEarlier(): Promise<boolean> {
    return this.runAll(this.cells.filter((cell) => cell.hasRun()));
  }

  private async runAll(cells: readonly LessonCell[]): Promise<boolean> {
    for (const cell of cells) {
      if (cell.canRun() && !(await cell.run())) return false;
    }
    return true;
  }

  /** Nobody sees any more what the cells do: those of the next page need not wait for it. */
  leave(): void {
    if (this.cells.some((cell) => cell.isBusy())) void this.kernel.stop();
  }

  /** Forget everything of this lesson: the work, and Python's names. */
  async startOver(): Promise<void> {
    for (const cell of this.cells) cell.startOver();
    for (const listener of this.onOver) listener();
    await this.resetPython();
  }

  onStartOver(listener: () => void): () => void {
    this.onOver.add(listener);
    return () => this.onOver.delete(listener);
  }

  /** Forget the lesson's names; cells hear of it. */
  async resetPython(): Promise<void> {
    await this.kernel.reset(this.id);
  }

  async exercise(id: string): Promise<ExerciseData> {
    const found = (await this.exercises()).get(id);
    if (found === undefined) throw new Error("This exercise has no checks.");
    return found;
  }

  /** Fetch the data of every exercise; a failed fetch is tried again the next time. */
  async exercises(): Promise<ReadonlyMap<string, ExerciseData>> {
    this.fetched ??= fetchExercises(this.url);
    try {
      return await this.fetched;
    } catch (error) {
      this.fetched = null;
      throw error;
    }
  }

  peek(names: readonly string[]): Promise<PeekResult> {
    return this.kernel.peek({ lesson: this.id, names });
  }

  /** Say that Python was started anew and every name is gone. */
  namesGone(): void {
    for (const listener of this.onGone) listener();
  }

  onNamesGone(listener: () => void): () => void {
    this.onGone.add(listener);
    return () => this.onGone.delete(listener);
  }

  /** Say that a prediction was made, so that the cell it guards can run. */
  answered(id: string): void {
    for (const listener of this.onAnswered) listener(id);
  }

  onAnswer(listener: (id: string) => void): () => void {
    this.onAnswered.add(listener);
    return () => this.onAnswered.delete(listener);
  }
}

function texts(value: unknown): readonly string[] {
  return Array.isArray(value) ? value.filter(isText) : [];
}
