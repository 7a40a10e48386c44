import type { FileRole, FromWorker, RealmName, ToWorker, WorkerStart } from "../protocol";
import { createAnswers, giveAnswer, giveUpWaiting } from "./asking";
import { isFromWorker } from "./messages";
import type { Shelf } from "./shelf";

const INTERRUPT = 2;
const BEGUN_BYTES = 4;

/** One worker, the memory that is shared with it, and the files that it was given. */
export class WorkerPlace {
  private readonly worker: Worker;
  private readonly port: MessagePort;
  private readonly interruptSwitch: SharedArrayBuffer | null;
  private readonly answers: SharedArrayBuffer | null;
  private readonly begun: SharedArrayBuffer | null;
  /** The page's end of its own line to the worker: where memory tells what the worker does. */
  readonly line: MessagePort | null;
  private readonly given = new Map<FileRole, Promise<void>>();

  constructor(
    url: string,
    /** Tells it from those before it. */
    readonly number: number,
    onMessage: (place: WorkerPlace, message: FromWorker) => void,
    onError: (place: WorkerPlace, reason: string) => void,
  ) {
    const { port1, port2 } = new MessageChannel();
    // WebKitGTK is isolated and has no shared memory all the same.
    const isShared = globalThis.crossOriginIsolated && "SharedArrayBuffer" in globalThis;
    this.interruptSwitch = isShared ? new SharedArrayBuffer(1) : null;
    this.answers = isShared ? createAnswers() : null;
    this.begun = isShared ? new SharedArrayBuffer(BEGUN_BYTES) : null;
    const line = isShared ? new MessageChannel() : null;
    this.line = line?.port1 ?? null;
    this.port = port1;
    this.worker = new Worker(url);
    port1.onmessage = ({ data }: MessageEvent<unknown>) => {
      if (isFromWorker(data)) onMessage(this, data);
    };
    this.worker.onerror = (event) => {
      event.preventDefault();
      onError(this, event.message);
    };
    // Where the browser tells it: a worker that has ended lets go of its port.
    port1.addEventListener("close", () => onError(this, "The worker has ended."));
    const shared = { interrupt: this.interruptSwitch, begun: this.begun, answers: this.answers };
    const start: WorkerStart = { port: port2, line: line?.port2 ?? null, ...shared };
    this.worker.postMessage(start, line === null ? [port2] : [port2, line.port2]);
  }

  /** Hand over all that Python needs to start, each file as soon as it is there. */
  async furnish(shelf: Shelf, realm: RealmName, isSecondTry: boolean): Promise<void> {
    // The judge has another engine, and the snapshot may be why a first try has failed.
    const mayCome = realm === "learner" && !isSecondTry;
    const snapshot = mayCome ? shelf.hasSnapshot() : Promise.resolve(false);
    await Promise.all([
      snapshot.then((isComing) => {
        this.post({ type: "snapshot", isComing });
        return isComing ? this.give(shelf, "snapshot") : undefined;
      }),
      shelf.module().then((module) => this.post({ type: "module", module })),
      this.give(shelf, "stdlib", "stdlib"),
      this.give(shelf, "engine", realm === "judge" ? "judge" : "engine"),
    ]);
  }

  /** Hand over a file once; fulfilled when it is on its way. */
  give(shelf: Shelf, role: FileRole, source: FileRole = role): Promise<void> {
    const known =
      this.given.get(role) ??
      shelf.bytes(source).then((bytes) => {
        this.post({ type: "file", role, bytes });
      });
    this.given.set(role, known);
    return known;
  }

  post(message: ToWorker): void {
    this.port.postMessage(message);
  }

  /** Whether a call that came on the line is the last that has begun. */
  hasBegun(id: number): boolean {
    return this.begun !== null && Atomics.load(new Int32Array(this.begun), 0) === id;
  }

  answer(text: string | null): void {
    if (this.answers === null) this.post({ type: "answer", text });
    else giveAnswer(this.answers, text);
  }

  /** Interrupt Python, also where it sleeps; false where the browser gives no means to. */
  interrupt(): boolean {
    if (this.interruptSwitch === null) return false;
    new Uint8Array(this.interruptSwitch)[0] = INTERRUPT;
    if (this.answers !== null) giveUpWaiting(this.answers);
    return true;
  }

  /** Take back an interrupt that came too late. */
  calm(): void {
    if (this.interruptSwitch !== null) new Uint8Array(this.interruptSwitch)[0] = 0;
  }

  end(): void {
    this.worker.terminate();
    this.port.close();
  }
}
