/**
 * The worker in which Python lives. It is a classic script behind Pyodide's own two scripts, in a
 * `blob:` of an opaque origin, and talks to the frame through one port and to the page, about calls
 * that the page sends itself, through another one.
 */
import type { PyodideAPI } from "pyodide";
import type { FileRole, FromWorker, OutputPart, ToWorker, WorkerStart } from "../protocol";
import { awaitAnswer, expectAnswer } from "./asking";
import { openChannel } from "./channel";
import { deferred, type Deferred } from "./deferred";
import { EngineFile } from "./engine-file";
import { addFile, startPython, watchRemovals } from "./python";
import { closeDoors } from "./sandbox";
import { TOO_MUCH } from "./words";

/** What one call may send. The engine cuts a flood off long before; this is the last dam. */
const MOST_PARTS = 50_000;
const MOST_CHARACTERS = 12_000_000;
const DAM = JSON.stringify({ kind: "note", text: TOO_MUCH });
const START_FILES: ReadonlySet<FileRole> = new Set<FileRole>(["stdlib", "engine", "snapshot"]);
/** How long the first runs wait for what explains them; it is on its way while they run. */
const LONGEST_WAIT_MS = 5_000;
/** What takes long to import, by the file that brings it. */
const EARLY: Readonly<Partial<Record<FileRole, string>>> = {
  numpy: "numpy",
  "numpy-rest": "numpy.random",
};
/** How long after the last of its first files Python gets ready for what may come. */
const QUIET_MS = 1_000;
/** In how many pieces it is warmed up, how long each is, and the pause before it. */
const PIECES = 40;
const PIECE_MS = 10;
const PAUSE_MS = 40;
/** What runs a learner's program, which may leave a Python behind that runs no other. */
const RUNS_PROGRAMS: ReadonlySet<string> = new Set(["run", "trace", "observe"]);
/** What works with the engine and the libraries that a program before it may have changed. */
const NEEDS_WHOLE: ReadonlySet<string> = new Set([
  "observe",
  "history",
  "slopes",
  "layers",
  "playground",
]);
const SOUND = '{"parts": [{"kind": "stdout", "text": "32896\\n"}], "library": true, "whole": true}';

type Send = (message: FromWorker) => void;
type CallMessage = Extract<ToWorker, { type: "call" }>;
type Line = string | undefined;
type Bridge = (method: string, payload: string) => string;
interface PromisingBridge extends Bridge {
  callPromising(method: string, payload: string): Promise<string>;
}

class PythonWorker {
  private readonly send: Send;
  /** To whom the call that runs is answered: the frame or the page. */
  private reply: Send;
  private readonly module = deferred<WebAssembly.Module>();
  private readonly isSnapshotComing = deferred<boolean>();
  private readonly files = new Map<FileRole, Deferred<ArrayBuffer>>();
  private readonly added = new Set<FileRole>();
  private readonly ready: Promise<PyodideAPI>;
  private bridge: PromisingBridge | null = null;
  private engine: EngineFile | null = null;
  private answer: Deferred<Line> | null = null;
  private work: Promise<void>;
  private patience = LONGEST_WAIT_MS;
  /** The call that runs; 0 between calls, where a task of a program may go on unheard. */
  private current = 0;
  private isFit = true;
  /** Whether a program may have taken the library away since it was last seen. */
  private isLibraryInDoubt = false;
  private parts = 0;
  private characters = 0;
  private raw: OutputPart[] = [];

  constructor(private readonly start: WorkerStart) {
    this.send = this.reply = openChannel(start.port, (message) => this.onMessage(message));
    if (start.line !== null) this.openLine(start.line);
    this.ready = this.boot();
    this.work = this.ready.then(
      () => this.send({ type: "ready" }),
      (error: unknown) => this.send({ type: "failed", message: String(error) }),
    );
  }

  private openLine(line: MessagePort): void {
    const reply = openChannel(line, (message) => {
      if (message.type === "call") this.queue(message, reply);
    });
  }

  private queue(message: CallMessage, reply: Send): void {
    this.work = this.work.then(() => this.onCall(message, reply));
  }

  private onMessage(message: ToWorker): void {
    switch (message.type) {
      case "module":
        return this.module.resolve(message.module);
      case "snapshot":
        return this.isSnapshotComing.resolve(message.isComing);
      case "file":
        return this.onFile(message.role, message.bytes);
      case "answer":
        return this.answer?.resolve(message.text ?? undefined);
      case "call":
        this.queue(message, this.send);
    }
  }

  private onFile(role: FileRole, bytes: ArrayBuffer): void {
    this.file(role).resolve(bytes);
    if (!START_FILES.has(role)) this.work = this.work.then(() => this.add(role));
  }

  private async add(role: FileRole): Promise<void> {
    if (this.added.has(role)) return;
    this.added.add(role);
    const [pyodide, bytes] = [await this.ready, await this.file(role).promise];
    if (role === "engine-rest") {
      this.engine?.complete(bytes);
      void this.warmUp();
      return;
    }
    addFile(pyodide, role, bytes);
    const early = EARLY[role];
    if (early !== undefined) void this.importEarly(pyodide, early);
  }

  /** Import what a file has brought while nothing runs, so that no program waits for it. */
  private async importEarly(pyodide: PyodideAPI, name: string): Promise<void> {
    // By then the first output is there, or nobody waits for one.
    await this.file("engine-rest").promise;
    await after(QUIET_MS);
    this.work = this.work.then(() => {
      if (!this.isFit) return;
      this.send({ type: "preparing", isOver: false });
      try {
        pyodide.pyimport(name).destroy();
      } catch {
        // A program has put something in its way, and will hear of it when it imports this.
      }
      this.send({ type: "preparing", isOver: true });
    });
  }

  /**
   * Run what every call runs while nothing else does: the browser learns what to compile well,
   * and a learner's first programs find it done.
   */
  private async warmUp(): Promise<void> {
    await after(QUIET_MS);
    for (let piece = 0; piece < PIECES; piece += 1) {
      await after(PAUSE_MS);
      this.work = this.work.then(() => this.rehearse());
      await this.work;
    }
  }

  private rehearse(): void {
    if (!this.isFit) return;
    const start = performance.now();
    this.reply = () => undefined;
    try {
      do this.bridge?.("rehearse", "{}");
      while (this.isSound() && performance.now() - start < PIECE_MS);
    } catch {
      // A late Stop has ended it; whether Python is fit is looked at after each run.
    }
  }

  private file(role: FileRole): Deferred<ArrayBuffer> {
    const known = this.files.get(role) ?? deferred<ArrayBuffer>();
    this.files.set(role, known);
    return known;
  }

  private async boot(): Promise<PyodideAPI> {
    const pyodide = await startPython(
      {
        module: () => this.module.promise,
        file: (role) => this.file(role).promise,
        hasSnapshot: () => this.isSnapshotComing.promise,
      },
      (kind, text) => this.onRawOutput(kind, text),
    );
    this.engine = new EngineFile(pyodide, await this.file("engine").promise);
    closeDoors();
    console.error = console.debug;
    if (this.start.interrupt !== null) {
      pyodide.setInterruptBuffer(new Uint8Array(this.start.interrupt));
    }
    watchRemovals(pyodide, () => (this.isLibraryInDoubt = true));
    const bridge = pyodide.pyimport("engine.kernel.bridge");
    bridge.connect(
      (kind: string, payload: string) => this.emit(kind, payload),
      (prompt: string) => this.readLine(pyodide, prompt),
    );
    this.bridge = bridge.call;
    return pyodide;
  }

  /** What bypasses `sys.stdout` waits for the call's end: a crash tells its own inside there. */
  private onRawOutput(kind: "stdout" | "stderr", text: string): void {
    if (this.raw.length <= MOST_PARTS) this.raw.push({ kind, text });
  }

  private emitRawOutput(): void {
    for (const part of this.raw) this.emit(part.kind, JSON.stringify(part));
  }

  private emit(kind: string, payload: string): void {
    if (this.parts > MOST_PARTS || this.characters > MOST_CHARACTERS) return;
    this.parts += 1;
    this.characters += payload.length;
    const isTooMuch = this.parts > MOST_PARTS || this.characters > MOST_CHARACTERS;
    const part = isTooMuch ? { kind: "note", payload: DAM } : { kind, payload };
    this.reply({ type: "part", id: this.current, ...part });
  }

  /**
   * The next line for `input()`, or undefined (Python's None) at the end. Waits in shared memory;
   * where there is none, gives a promise that Python suspends itself for.
   */
  private readLine(pyodide: PyodideAPI, prompt: string): Line | Promise<Line> {
    if (this.current === 0) return undefined;
    const { answers } = this.start;
    if (answers !== null) expectAnswer(answers);
    this.reply({ type: "ask", id: this.current, prompt });
    if (answers === null) {
      this.answer = deferred<Line>();
      return this.answer.promise;
    }
    const answer = awaitAnswer(answers);
    if (answer.kind === "interrupted") pyodide.checkInterrupt();
    return answer.kind === "text" ? answer.text : undefined;
  }

  private async onCall(message: CallMessage, reply: Send): Promise<void> {
    // The frame has it run in the Python that comes next.
    if (!this.isFit) return;
    const { id } = message;
    this.current = id;
    this.reply = reply;
    this.parts = this.characters = 0;
    this.raw = [];
    if (this.start.interrupt !== null) new Uint8Array(this.start.interrupt)[0] = 0;
    // Here and not after each run, which the next one would wait for. Now, as a task of an earlier
    // program may have gone on.
    const isTrusting = NEEDS_WHOLE.has(message.method);
    if (isTrusting && !this.isSound(true)) return this.sayUnfit();
    this.sayBegun(id);
    const outcome = await this.tryCall(message);
    // Of its end the page hears from the frame, which has to make another Python first.
    if (outcome.type === "crashed") this.send(outcome);
    else reply(outcome);
    this.current = 0;
    const isAlive = outcome.type !== "crashed" && RUNS_PROGRAMS.has(message.method);
    // After the outcome, so that nobody waits for it; twice, as a late Stop would end the first.
    if (isAlive && !this.isSound() && !this.isSound()) this.sayUnfit();
  }

  private sayUnfit(): void {
    this.isFit = false;
    this.send({ type: "unfit" });
  }

  private sayBegun(id: number): void {
    const { begun } = this.start;
    if (begun !== null) Atomics.store(new Int32Array(begun), 0, id);
    if (this.reply === this.send) this.send({ type: "started", id });
  }

  private async tryCall(message: CallMessage): Promise<FromWorker> {
    const { id } = message;
    try {
      const payload = await this.callBridge(message);
      this.emitRawOutput();
      return { type: "done", id, payload };
    } catch (error) {
      return describeFailure(id, error);
    }
  }

  /** Whether this Python still runs an ordinary cell as it should, and is whole, if asked. */
  private isSound(whole = false): boolean {
    const library = whole || this.isLibraryInDoubt;
    try {
      const isSound = this.bridge?.("check", JSON.stringify({ whole, library })) === SOUND;
      if (isSound) this.isLibraryInDoubt = false;
      return isSound;
    } catch {
      return false;
    }
  }

  private async callBridge({ method, payload, asks }: CallMessage): Promise<string> {
    const { bridge, engine } = this;
    if (bridge === null || engine === null) throw new Error("Python did not start.");
    if (method === "observe") return observe(bridge, engine, payload);
    const canSuspend = asks && this.start.answers === null && "Suspending" in WebAssembly;
    const call = canSuspend ? bridge.callPromising(method, payload) : bridge(method, payload);
    const result = await call;
    return method === "run" && (await this.isExplainedLate()) ? bridge("explain", "{}") : result;
  }

  /** Whether what explains a run came after it; waits for that, but not for ever. */
  private async isExplainedLate(): Promise<boolean> {
    if (this.added.has("engine-rest")) return false;
    const arrival = this.file("engine-rest").promise.then(() => true);
    const isThere = await Promise.race([arrival, after(this.patience)]);
    if (isThere) await this.add("engine-rest");
    else this.patience = 0;
    return isThere;
  }
}

/** Check a program while no file has the answers. */
function observe(bridge: Bridge, engine: EngineFile, payload: string): string {
  engine.hideAnswers(payload);
  try {
    return bridge("observe", payload);
  } finally {
    engine.show();
  }
}

function after(milliseconds: number): Promise<false> {
  return new Promise((resolve) => setTimeout(() => resolve(false), milliseconds));
}

/** A Python exception leaves the interpreter alive; anything else has ended it. */
function describeFailure(id: number, error: unknown): FromWorker {
  const isPython = error instanceof Error && error.name === "PythonError";
  const type: unknown = isPython ? Reflect.get(error, "type") : null;
  if (type === "KeyboardInterrupt") return { type: "interrupted", id };
  if (typeof type === "string") return { type: "broken", id, message: String(error) };
  return { type: "crashed", id, message: String(error) };
}

addEventListener(
  "message",
  (event: MessageEvent<WorkerStart>) => void new PythonWorker(event.data),
  { once: true },
);
