/** Every message between the page, the kernel frame and its workers, and the data they carry. */
import type {
  HistoryRequest,
  HistoryResult,
  LayersRequest,
  LayersResult,
  PlaygroundProgress,
  PlaygroundRequest,
  PlaygroundScene,
  SlopesRequest,
  SlopesResult,
} from "./protocol-pictures";

export type * from "./protocol-pictures";

/** Where the kernel is. `downloading` carries bytes in `KernelStatus`. */
export type KernelState =
  "idle" | "downloading" | "starting" | "ready" | "running" | "stopped" | "failed";

export interface KernelStatus {
  readonly state: KernelState;
  /** Bytes so far and in all, while downloading. */
  readonly loaded?: number;
  readonly total?: number;
  /** For `failed` and `stopped`: what happened, in words for the learner. */
  readonly message?: string;
  /** For `failed`: trying again is of no use in this browser. */
  readonly isFinal?: boolean;
}

/**
 * What is wrong with a program, as `engine.kernel` tells it. Lines and columns count from 1;
 * columns are characters.
 */
export interface ErrorReport {
  readonly type: string;
  readonly message: string;
  /** The place in the cell that ran, or null where the error came from elsewhere. */
  readonly line: number | null;
  readonly endLine: number | null;
  readonly column: number | null;
  readonly endColumn: number | null;
  /** The traceback as text, the learner's own lines only. */
  readonly traceback: string;
  /**
   * What happened and what to do, in plain words with `code` in backticks; empty where nobody can
   * say.
   */
  readonly cause: string;
  readonly fix: string;
  /** A small edit that is certain to help, or null. */
  readonly change: CodeChange | null;
}

/**
 * An edit: this stretch of the code becomes `replacement`. Lines and columns as in `ErrorReport`.
 */
export interface CodeChange {
  readonly line: number;
  readonly column: number;
  readonly endLine: number;
  readonly endColumn: number;
  readonly replacement: string;
}

/** What is probably not meant, in a program that ran without an error. */
export interface Noticed {
  readonly line: number;
  readonly cause: string;
  readonly fix: string;
}

/** One piece of what a cell puts out. */
export type OutputPart =
  | { readonly kind: "stdout"; readonly text: string }
  | { readonly kind: "stderr"; readonly text: string }
  | { readonly kind: "value"; readonly text: string }
  | { readonly kind: "html"; readonly html: string }
  | { readonly kind: "svg"; readonly svg: string }
  | { readonly kind: "png"; readonly base64: string }
  /** Said by the kernel, not by the program: output cut off, a builtin put back. */
  | { readonly kind: "note"; readonly text: string };

export interface RunRequest {
  readonly lesson: string;
  readonly cell: string;
  readonly code: string;
  /** Set-up code of the lesson, run once per namespace before the first cell. */
  readonly setup: string;
}

export interface RunResult {
  readonly status: "ok" | "error" | "interrupted";
  readonly error: ErrorReport | null;
  readonly seconds: number;
  readonly noticed: readonly Noticed[];
}

/** One variable at one step, as text of that moment. */
export interface TraceVariable {
  readonly name: string;
  readonly value: string;
  /** A name of the function that runs, or one of the cell itself. */
  readonly scope: "local" | "cell";
  /** Since the step before; empty where it stayed. */
  readonly change: "" | "new" | "changed" | "gone";
  /** The value before, where it was changed or is gone. */
  readonly before: string | null;
}

/** One moment of a program that is stepped through. */
export interface TraceStep {
  /**
   * `line` runs next; `return` and `yield` give `value` back; `exception`: an error arises or
   * comes up to here.
   */
  readonly event: "line" | "return" | "yield" | "exception" | "end";
  readonly line: number;
  /** The functions that run, outermost first; none in the cell itself. */
  readonly calls: readonly string[];
  readonly variables: readonly TraceVariable[];
  readonly value: string | null;
  /** How many characters (code points) of the output are printed by now. */
  readonly output: number;
}

export interface TraceResult {
  readonly steps: readonly TraceStep[];
  /** Whether the program would have gone on; `word` says why it was ended. */
  readonly limit_reached: boolean;
  readonly word: string;
  readonly error: ErrorReport | null;
  readonly output: string;
}

/** One known mistake of an exercise: its id, code and words (HTML made by the builder). */
export interface MistakeText {
  readonly id: string;
  readonly code: string;
  readonly feedback: string;
}

/**
 * What grading needs to know of an exercise beyond its id; written by the builder for each lesson.
 */
export interface ExerciseText {
  readonly id: string;
  readonly lesson: string;
  readonly setup: string;
  readonly mistakes: readonly MistakeText[];
}

export interface GradeRequest {
  readonly exercise: ExerciseText;
  readonly code: string;
}

export interface CheckResult {
  readonly name: string;
  readonly passed: boolean;
  /** Empty when passed. Plain text with `code` in backticks. */
  readonly message: string;
}

export interface GradeResult {
  readonly exercise: string;
  readonly passed: boolean;
  readonly checks: readonly CheckResult[];
  /**
   * What to tell the learner: plain text, paragraphs by blank lines, `code` in backticks. A
   * paragraph with " | " in every line is a table; its first line has the headings.
   */
  readonly feedback: string;
  /** The id of the known or general mistake that was recognised, or null. */
  readonly mistake: string | null;
  /** The learner's own error, where the code stopped with one. */
  readonly error: ErrorReport | null;
}

export interface CompleteRequest {
  readonly lesson: string;
  readonly code: string;
  /** Cursor position in characters from the start. */
  readonly position: number;
}

export interface Completion {
  readonly label: string;
  readonly type: "function" | "class" | "variable" | "module" | "keyword" | "property";
  readonly detail: string;
}

export interface CompleteResult {
  /** Where the completed word starts, in characters from the start of the code. */
  readonly from: number;
  readonly options: readonly Completion[];
}

export interface PeekRequest {
  readonly lesson: string;
  readonly names: readonly string[];
}

/**
 * Values by name as plain JSON (numbers, strings, lists); names that are missing or not plain are
 * left out.
 */
export interface PeekResult {
  readonly values: Readonly<Record<string, unknown>>;
}

/** The kernel as the page sees it; the one implementation is `kernel/client.ts`. */
export interface Kernel {
  status(): KernelStatus;
  onStatus(listener: (status: KernelStatus) => void): () => void;
  /** Whether an earlier visit has probably left Python's files here. */
  isKept(): boolean;
  /** Make the frame that Python will run in; nothing is fetched for it yet. */
  open(): void;
  /** Start now; harmless when already started. `needs` names packages, so far "numpy". */
  boot(needs: readonly string[]): void;
  /** Bring packages that the next page needs, once nothing else is to be brought. */
  expect(packages: readonly string[]): void;
  /** Queue a run; parts arrive while it runs. */
  run(
    request: RunRequest,
    onPart: (part: OutputPart) => void,
    onInput: InputHandler,
  ): Promise<RunResult>;
  /** Queue a run on a copy of the lesson's names, and record its steps. */
  trace(request: RunRequest, onInput: InputHandler): Promise<TraceResult>;
  grade(request: GradeRequest): Promise<GradeResult>;
  complete(request: CompleteRequest): Promise<CompleteResult>;
  peek(request: PeekRequest): Promise<PeekResult>;
  /** Let a neuron learn; null when it was stopped before it was done. */
  history(request: HistoryRequest): Promise<HistoryResult | null>;
  /** Work out the slopes of two neurons; null when it was stopped before it was done. */
  slopes(request: SlopesRequest): Promise<SlopesResult | null>;
  layers(request: LayersRequest): Promise<LayersResult | null>;
  /** Set up an experiment, in place of the one before; a text says why it cannot be done. */
  playground(request: PlaygroundRequest): Promise<PlaygroundScene | string>;
  /** Train at most so many epochs and seconds; null when it was stopped. */
  advance(epochs: number, seconds: number): Promise<PlaygroundProgress | null>;
  /** Return the experiment as a Python program with so many epochs; empty where there is none. */
  program(epochs: number): Promise<string>;
  /** Forget the lesson's names. */
  reset(lesson: string): Promise<void>;
  /**
   * Stop whatever runs. Resolves to "interrupted" when names are kept, or "restarted" when a new
   * worker had to be made and every name is gone. The run's own promise then resolves too.
   */
  stop(): Promise<"interrupted" | "restarted">;
  /** Try again after `failed`, without reloading the page. */
  retry(): void;
}

/** Asked for one line by `input()`. Resolve with the text, or null for end of file. */
export type InputHandler = (prompt: string) => Promise<string | null>;

/** One file of the runtime. `bytes` is its stored length, `whole` its length once unpacked. */
export interface RuntimeFile {
  readonly name: string;
  readonly bytes: number;
  readonly sent: number;
  readonly whole: number;
}

export type FileRole =
  | "worker"
  | "wasm"
  | "stdlib"
  | "rest"
  | "engine"
  | "engine-rest"
  | "judge"
  | "numpy"
  | "numpy-rest"
  | "micropip"
  | "snapshot";

/** What the builder's `write_runtime` put into `runtime/`. */
export interface RuntimeManifest {
  readonly pyodide: string;
  readonly files: Readonly<Partial<Record<FileRole, RuntimeFile>>>;
  /** Top-level modules that are only in the file `rest`. */
  readonly onDemand: readonly string[];
  /** The whole document of the sandboxed frame. */
  readonly frameDocument: string;
}

/** The learner's Python runs code; the judge's knows the answers. They never share objects. */
export type RealmName = "learner" | "judge";

/** How a call into a realm ended. */
export type Outcome =
  | { readonly kind: "done"; readonly payload: string }
  | { readonly kind: "interrupted" }
  | { readonly kind: "restarted" }
  | { readonly kind: "timed-out" }
  | { readonly kind: "crashed"; readonly message: string }
  /** The engine itself failed; the realm lives on. */
  | { readonly kind: "broken"; readonly message: string };

export interface RealmCall {
  readonly id: number;
  readonly realm: RealmName;
  readonly method: string;
  readonly payload: string;
  /** Seconds until the call is interrupted, or null. */
  readonly limit: number | null;
  /** Whether the code may call `input()`. */
  readonly asks: boolean;
}

/** Page to frame. */
export type ToFrame =
  | { readonly type: "chunk"; readonly role: FileRole; readonly bytes: Uint8Array<ArrayBuffer> }
  /** The file is complete; unpacked it has so many bytes. Answered with `received`. */
  | { readonly type: "end"; readonly role: FileRole; readonly whole: number }
  /** A start does not wait for the snapshot: it is not here. */
  | { readonly type: "no-snapshot" }
  | { readonly type: "need"; readonly roles: readonly FileRole[] }
  | { readonly type: "start"; readonly realm: RealmName }
  /** `line`: the number of the line on which the page has sent it to the worker, or null. */
  | { readonly type: "call"; readonly call: RealmCall; readonly line: number | null }
  /** A call that was sent on a line, and told of, has ended. */
  | { readonly type: "over"; readonly id: number }
  | { readonly type: "answer"; readonly id: number; readonly text: string | null }
  | { readonly type: "stop"; readonly id: number }
  /** Is anybody there? Answered with `here`. */
  | { readonly type: "ping" };

/** Frame to page. */
export type FromFrame =
  | { readonly type: "here" }
  /** A file that is not sound is forgotten, and may be sent again. */
  | { readonly type: "received"; readonly role: FileRole; readonly isSound: boolean }
  | {
      readonly type: "state";
      readonly realm: RealmName;
      readonly state: RealmState;
      readonly message: string;
    }
  /** The page's own line to the worker that is about to be ready. */
  | { readonly type: "line"; readonly number: number; readonly port: MessagePort }
  | { readonly type: "parts"; readonly id: number; readonly parts: readonly OutputPart[] }
  | { readonly type: "ask"; readonly id: number; readonly prompt: string }
  | { readonly type: "outcome"; readonly id: number; readonly outcome: Outcome }
  | { readonly type: "stopped"; readonly id: number; readonly how: "interrupted" | "restarted" };

/** `unfit`: a program has changed Python itself, and another one is about to start. */
export type RealmState = "starting" | "ready" | "failed" | "unfit";

/**
 * Frame to worker: the first message, on the worker itself; all later ones go through `port`. The
 * page's own calls come, and are answered, on `line`; where memory is shared there is one.
 */
export interface WorkerStart {
  readonly port: MessagePort;
  readonly line: MessagePort | null;
  readonly interrupt: SharedArrayBuffer | null;
  /** Which call has begun last; out of Python's reach. */
  readonly begun: SharedArrayBuffer | null;
  readonly answers: SharedArrayBuffer | null;
}

/** Frame to worker; page to worker, calls only. */
export type ToWorker =
  | { readonly type: "module"; readonly module: WebAssembly.Module }
  | { readonly type: "file"; readonly role: FileRole; readonly bytes: ArrayBuffer }
  /** Whether Python starts from the file "snapshot". */
  | { readonly type: "snapshot"; readonly isComing: boolean }
  | {
      readonly type: "call";
      readonly id: number;
      readonly method: string;
      readonly payload: string;
      readonly asks: boolean;
    }
  | { readonly type: "answer"; readonly text: string | null };

/** Worker to frame; worker to page, what comes of the page's calls only. */
export type FromWorker =
  | { readonly type: "ready" }
  | { readonly type: "failed"; readonly message: string }
  /** Something that was not asked for takes its time, and calls wait for it. */
  | { readonly type: "preparing"; readonly isOver: boolean }
  | { readonly type: "started"; readonly id: number }
  | { readonly type: "part"; readonly id: number; readonly kind: string; readonly payload: string }
  | { readonly type: "ask"; readonly id: number; readonly prompt: string }
  | { readonly type: "done"; readonly id: number; readonly payload: string }
  | { readonly type: "interrupted"; readonly id: number }
  | { readonly type: "broken"; readonly id: number; readonly message: string }
  | { readonly type: "crashed"; readonly id: number; readonly message: string }
  | { readonly type: "unfit" };
