/** The kernel as the page sees it: a queue before one Python that may be replaced at any time. */
import type {
  CompleteRequest,
  CompleteResult,
  FileRole,
  GradeRequest,
  GradeResult,
  HistoryRequest,
  HistoryResult,
  InputHandler,
  Kernel,
  LayersRequest,
  LayersResult,
  KernelStatus,
  Outcome,
  OutputPart,
  PeekRequest,
  PeekResult,
  PlaygroundProgress,
  PlaygroundRequest,
  PlaygroundScene,
  RealmCall,
  RunRequest,
  RunResult,
  RuntimeManifest,
  SlopesRequest,
  SlopesResult,
  TraceResult,
} from "../protocol";
import { deferred } from "./deferred";
import { grade, unfinished, type CallRealm } from "./grading";
import { mentionsInput } from "./imports";
import { FrameLink, type FrameEvent } from "./link";
import { checkPart } from "./parts";
import { readProgram, readProgress, readScene } from "./playground";
import { readCompletions, readHistory, readLayers, readPeek, readRun, readSlopes } from "./results";
import { Startup } from "./startup";
import { finishTrace, noTrace } from "./tracing";
import { crashWords, NAMES_GONE, NO_EXPERIMENT, NOT_GRADED, UNREADABLE } from "./words";

/** The kernel ends a function that does not end by itself, long before. */
const OWN_CODE_LIMIT_S = 20;

type OnPart = (part: OutputPart) => void;

interface CurrentRun {
  readonly id: number;
  readonly onPart: OnPart;
  readonly onInput: InputHandler;
}

/** Something to do with Python. */
interface Job<T> {
  /** What it needs beyond the files of a start. */
  readonly files: readonly FileRole[];
  readonly work: () => Promise<T>;
  /** What comes of it where it is stopped before. */
  readonly dropped: T;
  /** What comes of it where a file cannot be brought; the words say which. */
  readonly onTrouble: (words: string) => T;
}

/** Make the kernel of this visit. `base` is the address of `runtime/`, with a slash at its end. */
export function createKernel(base: string, manifest: RuntimeManifest): Kernel {
  return new PageKernel(base, manifest);
}

class PageKernel implements Kernel {
  private readonly link = new FrameLink({
    onEvent: (event) => this.onEvent(event),
    onLost: () => this.startup.onLost(),
  });
  private readonly startup: Startup;
  private queue: Promise<unknown> = Promise.resolve();
  /** Grows with every stop; what was queued before is dropped. */
  private age = 0;
  private stopped = deferred<"stopped">();
  private current: CurrentRun | null = null;

  constructor(base: string, manifest: RuntimeManifest) {
    this.startup = new Startup(base, manifest, this.link);
  }

  status(): KernelStatus {
    return this.startup.status();
  }

  onStatus(listener: (status: KernelStatus) => void): () => void {
    return this.startup.onStatus(listener);
  }

  isKept(): boolean {
    return this.startup.isKept();
  }

  open(): void {
    this.startup.open();
  }

  boot(needs: readonly string[]): void {
    this.startup.boot(needs);
  }

  expect(packages: readonly string[]): void {
    this.startup.expect(packages);
  }

  retry(): void {
    this.startup.retry();
  }

  run(request: RunRequest, onPart: OnPart, onInput: InputHandler): Promise<RunResult> {
    return this.enqueue({
      files: this.startup.prepareToRun(`${request.setup}\n${request.code}`),
      work: () => this.runNow(request, onPart, onInput),
      dropped: interrupted(0),
      onTrouble: (words) => failed(words, 0),
    });
  }

  trace(request: RunRequest, onInput: InputHandler): Promise<TraceResult> {
    return this.enqueue({
      files: this.startup.prepareFor(`${request.setup}\n${request.code}`),
      work: async () =>
        finishTrace(await this.callProgram("trace", request, () => undefined, onInput)),
      dropped: noTrace(),
      onTrouble: noTrace,
    });
  }

  grade(request: GradeRequest): Promise<GradeResult> {
    const files = this.startup.prepareFor(`${request.exercise.setup}\n${request.code}`);
    this.startup.needJudge();
    return this.enqueue({
      files: [...files, "judge"],
      work: () => grade(request, this.callWhile(this.age)),
      dropped: unfinished(request.exercise.id, NOT_GRADED),
      onTrouble: (words) => {
        throw new Error(words);
      },
    });
  }

  async complete(request: CompleteRequest): Promise<CompleteResult> {
    const nothing: CompleteResult = { from: request.position, options: [] };
    if (!this.startup.isIdle()) return nothing;
    const outcome = await this.call("learner", "complete", request, null);
    return (outcome.kind === "done" ? readCompletions(outcome.payload) : null) ?? nothing;
  }

  peek(request: PeekRequest): Promise<PeekResult> {
    const work = async () => {
      const outcome = await this.call("learner", "peek", request, null);
      return (outcome.kind === "done" ? readPeek(outcome.payload) : null) ?? { values: {} };
    };
    return this.enqueue({ files: [], work, ...always({ values: {} }) });
  }

  history(request: HistoryRequest): Promise<HistoryResult | null> {
    return this.ask("history", request, request, readHistory);
  }

  slopes(request: SlopesRequest): Promise<SlopesResult | null> {
    return this.ask("slopes", request, request, readSlopes);
  }

  layers(request: LayersRequest): Promise<LayersResult | null> {
    return this.ask("layers", request, request, readLayers);
  }

  playground(request: PlaygroundRequest): Promise<PlaygroundScene | string> {
    return this.enqueue<PlaygroundScene | string>({
      files: this.startup.prepareFor(`import numpy\n${request.setup}\n${request.code}`),
      work: async () => (await this.answer("playground", request, readScene)) ?? NO_EXPERIMENT,
      dropped: NO_EXPERIMENT,
      onTrouble: (words) => words,
    });
  }

  /** In the queue like all else, so that cells go first; but Python is not said to be busy. */
  advance(epochs: number, seconds: number): Promise<PlaygroundProgress | null> {
    const work = () => this.answer("advance", { epochs, seconds }, readProgress);
    return this.enqueueQuietly({ files: [], work, ...always(null) });
  }

  program(epochs: number): Promise<string> {
    const work = async () => (await this.answer("program", { epochs }, readProgram, null)) ?? "";
    return this.enqueueQuietly({ files: [], work, ...always("") });
  }

  reset(lesson: string): Promise<void> {
    const work = async () => void (await this.call("learner", "reset", { lesson }, null));
    return this.enqueue({ files: [], work, ...always(undefined) });
  }

  stop(): Promise<"interrupted" | "restarted"> {
    this.age += 1;
    this.stopped.resolve("stopped");
    this.stopped = deferred<"stopped">();
    return this.link.stop();
  }

  /** Ask for a picture of what the learner's own code does. */
  private ask<T>(
    method: string,
    request: object,
    { setup, code }: { readonly setup: string; readonly code: string },
    read: (payload: string) => T | null,
  ): Promise<T | null> {
    return this.enqueue({
      files: this.startup.prepareFor(`${setup}\n${code}`),
      work: () => this.answer(method, request, read),
      ...always(null),
    });
  }

  private async answer<T>(
    method: string,
    request: object,
    read: (payload: string) => T | null,
    limit: number | null = OWN_CODE_LIMIT_S,
  ): Promise<T | null> {
    const outcome = await this.call("learner", method, request, limit);
    return outcome.kind === "done" ? read(outcome.payload) : null;
  }

  private enqueue<T>(job: Job<T>): Promise<T> {
    return this.inTurn(job, () => this.startup.whileActive(() => this.start(job)));
  }

  private enqueueQuietly<T>(job: Job<T>): Promise<T> {
    return this.inTurn(job, () => this.start(job));
  }

  private inTurn<T>(job: Job<T>, work: () => Promise<T>): Promise<T> {
    const { age } = this;
    const result = this.queue.then(() => (age === this.age ? work() : job.dropped));
    this.queue = result.catch(() => undefined);
    return result;
  }

  /** Do a job once its files are here. */
  private async start<T>({ files, work, dropped, onTrouble }: Job<T>): Promise<T> {
    const trouble = await Promise.race([this.startup.arrival(files), this.stopped.promise]);
    if (trouble === null) return work();
    return trouble === "stopped" ? dropped : onTrouble(trouble);
  }

  private async runNow(
    request: RunRequest,
    onPart: OnPart,
    onInput: InputHandler,
  ): Promise<RunResult> {
    const started = performance.now();
    const outcome = await this.callProgram("run", request, onPart, onInput);
    return finishRun(outcome, onPart, (performance.now() - started) / 1_000);
  }

  /** Call a method that runs a program, which may put out parts and ask for input. */
  private async callProgram(
    method: "run" | "trace",
    request: RunRequest,
    onPart: OnPart,
    onInput: InputHandler,
  ): Promise<Outcome> {
    const id = this.link.nextId();
    this.current = { id, onPart, onInput };
    const asks = mentionsInput(request.setup) || mentionsInput(request.code);
    const payload = JSON.stringify(request);
    const outcome = await this.send({ id, realm: "learner", method, payload, limit: null, asks });
    this.current = null;
    return outcome;
  }

  /** Calls for one job; after a stop they end at once. */
  private callWhile(age: number): CallRealm {
    return (realm, method, payload, limit) =>
      age === this.age
        ? this.call(realm, method, payload, limit)
        : Promise.resolve<Outcome>({ kind: "interrupted" });
  }

  private readonly call: CallRealm = (realm, method, data, limit) => {
    const payload = JSON.stringify(data);
    return this.send({ id: this.link.nextId(), realm, method, payload, limit, asks: false });
  };

  private async send(call: RealmCall): Promise<Outcome> {
    const outcome = await this.link.call(call);
    if (call.realm === "learner") this.noteReplacement(outcome);
    return outcome;
  }

  private noteReplacement(outcome: Outcome): void {
    if (outcome.kind === "restarted") this.startup.showStopped(NAMES_GONE);
    if (outcome.kind === "crashed") this.startup.showStopped(crashWords(outcome.message));
  }

  private onEvent(event: FrameEvent): void {
    if (event.type === "state") {
      return this.startup.onState(event.realm, event.state, event.message);
    }
    const { current } = this;
    if (current === null || current.id !== event.id) return;
    if (event.type === "ask") return void this.onAsk(current, event.prompt);
    this.startup.onOutput();
    for (const part of event.parts) {
      const checked = checkPart({ ...part });
      if (checked !== null) current.onPart(checked);
    }
  }

  private async onAsk(current: CurrentRun, prompt: string): Promise<void> {
    const text = await current.onInput(prompt).catch(() => null);
    this.link.send({ type: "answer", id: current.id, text });
  }
}

/** The same result whatever hinders a job. */
function always<T>(dropped: T): { readonly dropped: T; readonly onTrouble: () => T } {
  return { dropped, onTrouble: () => dropped };
}

function interrupted(seconds: number): RunResult {
  return { status: "interrupted", error: null, seconds, noticed: [] };
}

function finishRun(outcome: Outcome, onPart: OnPart, seconds: number): RunResult {
  switch (outcome.kind) {
    case "done":
      return readRun(outcome.payload) ?? failed(UNREADABLE, seconds);
    case "broken":
      return failed(outcome.message, seconds);
    case "crashed":
      return failed(crashWords(outcome.message), seconds);
    case "restarted":
      onPart({ kind: "note", text: NAMES_GONE });
  }
  return interrupted(seconds);
}

function failed(message: string, seconds: number): RunResult {
  const nowhere = { line: null, endLine: null, column: null, endColumn: null };
  const error = {
    type: "KernelError",
    message,
    traceback: "",
    cause: "",
    fix: "",
    change: null,
    ...nowhere,
  };
  return { status: "error", error, seconds, noticed: [] };
}
