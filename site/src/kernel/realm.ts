import type {
  FileRole,
  FromWorker,
  Outcome,
  OutputPart,
  RealmCall,
  RealmName,
  RealmState,
} from "../protocol";
import { deferred, type Deferred } from "./deferred";
import { WorkerPlace } from "./place";
import { Relay } from "./relay";
import type { Shelf } from "./shelf";
import { startWords } from "./words";

/** How long an interrupt may go without effect before the worker is replaced. */
const PATIENCE_MS = 3_000;
/** How long an idle worker may take to say that it has begun. */
const SIGN_OF_LIFE_MS = 5_000;
/** Until it is seen once more whether a call on the page's line has begun. */
const SOON_MS = 10;
const MOST_FAILED_STARTS = 2;
/** How long Python may take to start once it has all its files. */
const START_MS = 60_000;

export interface RealmListener {
  onState(realm: RealmName, state: RealmState, message: string): void;
  /** The page can speak with the worker itself about calls that take no time. */
  onLine(number: number, port: MessagePort): void;
  onParts(id: number, parts: readonly OutputPart[]): void;
  onAsk(id: number, prompt: string): void;
}

interface Running {
  readonly call: RealmCall;
  readonly outcome: Deferred<Outcome>;
  readonly relay: Relay;
  /** The number of the worker that the page has sent it to itself, or null. */
  line: number | null;
  isSent: boolean;
  isStarted: boolean;
  isAsking: boolean;
  /** Why it is being ended, once it is. */
  ending: "stop" | "limit" | null;
  timers: number[];
}

/** One Python and its life: started, called, interrupted, and replaced when nothing else helps. */
export class Realm {
  private place: WorkerPlace | null = null;
  private isReady = false;
  /** Whether the worker is busy with something that takes its time. */
  private isPreparing = false;
  private failedStarts = 0;
  /** Whether the browser starts no worker from the script's address. */
  private isAddressRefused = false;
  private startTimer = 0;
  private running: Running | null = null;
  private workers = 0;
  /** The last worker that ended by itself, and what becomes of what the page had sent to it. */
  private lost: { readonly number: number; readonly outcome: Outcome } | null = null;
  private readonly waiting: Running[] = [];

  constructor(
    private readonly name: RealmName,
    private readonly shelf: Shelf,
    private readonly packages: ReadonlySet<FileRole>,
    private readonly listener: RealmListener,
  ) {}

  /** Start a worker; harmless when there is one. */
  async start(): Promise<void> {
    if (this.place !== null) return;
    const isSecondTry = this.failedStarts > 0;
    const { isAddressRefused, shelf } = this;
    const url = await (isAddressRefused ? shelf.workerText() : shelf.workerUrl());
    if (this.place !== null) return;
    const place = this.makePlace(url);
    if (place === null) return;
    this.place = place;
    this.listener.onState(this.name, "starting", "");
    await place.furnish(this.shelf, this.name, isSecondTry);
    if (this.place !== place) return;
    const onLate = () => this.onWorkerError(place, "It does not answer.");
    if (!this.isReady) this.startTimer = setTimeout(onLate, START_MS);
    await this.givePackages();
  }

  private makePlace(url: string): WorkerPlace | null {
    try {
      this.workers += 1;
      return new WorkerPlace(
        url,
        this.workers,
        (place, message) => this.onMessage(place, message),
        (place, reason) => this.onWorkerError(place, reason),
      );
    } catch (error) {
      this.giveUp(String(error));
      return null;
    }
  }

  call(call: RealmCall, line: number | null): Promise<Outcome> {
    if (line !== null && line === this.lost?.number) return Promise.resolve(this.lost.outcome);
    const relay = new Relay((parts) => this.listener.onParts(call.id, parts));
    const running: Running = {
      call,
      relay,
      line,
      outcome: deferred<Outcome>(),
      timers: [],
      ending: null,
      isSent: false,
      isStarted: false,
      isAsking: false,
    };
    this.waiting.push(running);
    void this.start().then(() => this.next());
    return running.outcome.promise;
  }

  /** End what runs, gently where possible. */
  async stop(): Promise<"interrupted" | "restarted"> {
    const { running } = this;
    for (const call of this.waiting.splice(0)) call.outcome.resolve({ kind: "interrupted" });
    if (running === null) return "interrupted";
    this.interrupt(running, "stop");
    const outcome = await running.outcome.promise;
    return outcome.kind === "restarted" || outcome.kind === "crashed" ? "restarted" : "interrupted";
  }

  answer(id: number, text: string | null): void {
    const { running, place } = this;
    if (running?.call.id !== id || place === null) return;
    if (!running.isAsking && running.line === null) return;
    running.isAsking = false;
    place.answer(text);
  }

  /** Hand over packages, also those that were asked for after the start. */
  async givePackages(): Promise<void> {
    const { place } = this;
    if (place === null) return;
    const roles = [...this.packages].filter((role) => this.isWanted(role));
    await Promise.all(roles.map((role) => place.give(this.shelf, role)));
  }

  /** The judge has the whole engine from the start. */
  private isWanted(role: FileRole): boolean {
    return this.name === "learner" || role !== "engine-rest";
  }

  private async next(): Promise<void> {
    const { place } = this;
    if (place === null || !this.isReady || this.running !== null) return;
    const running = this.waiting.shift();
    if (running === undefined) return;
    this.running = running;
    if (running.line === place.number) return this.watch(running);
    running.line = null;
    await this.givePackages();
    if (this.running !== running || this.place !== place) return;
    this.watch(running);
    const { id, method, payload, asks } = running.call;
    place.post({ type: "call", id, method, payload, asks });
  }

  /** Look after a call that the worker gets. */
  private watch(running: Running): void {
    running.isSent = true;
    const patience = this.isPreparing ? START_MS : SIGN_OF_LIFE_MS;
    running.timers.push(setTimeout(() => this.onSilence(running), patience));
  }

  /** The page has the outcome of a call that it had sent itself. */
  onOver(id: number): void {
    if (this.running?.call.id === id) return this.finish({ kind: "interrupted" });
    const place = this.waiting.findIndex(({ call }) => call.id === id);
    if (place >= 0) this.waiting.splice(place, 1);
  }

  private onMessage(place: WorkerPlace, message: FromWorker): void {
    if (place !== this.place) return;
    if (message.type === "ready") return this.onReady(place);
    if (message.type === "failed") return this.onFailed(message.message);
    if (message.type === "unfit") return this.onUnfit();
    if (message.type === "preparing") {
      this.isPreparing = !message.isOver;
      return;
    }
    const { running } = this;
    if (running === null || running.call.id !== message.id) return this.onUntold(message);
    switch (message.type) {
      case "started":
        return this.onStarted(running);
      case "part":
        return running.relay.take(message.kind, message.payload);
      case "ask":
        return this.onAsk(running, message.prompt);
      case "done":
        return this.finish({ kind: "done", payload: message.payload });
      case "interrupted":
        return this.finish({ kind: "interrupted" });
      case "broken":
        return this.finish({ kind: "broken", message: message.message });
      case "crashed":
        return this.replace({ kind: "crashed", message: message.message });
    }
  }

  /** Of what the page has sent itself and not told of yet, a worker tells only its own end. */
  private onUntold(message: FromWorker): void {
    if (message.type === "crashed") this.replace({ kind: "crashed", message: message.message });
  }

  private onReady(place: WorkerPlace): void {
    clearTimeout(this.startTimer);
    this.isReady = true;
    this.failedStarts = 0;
    const { number, line } = place;
    if (this.name === "learner" && line !== null) this.listener.onLine(number, line);
    this.listener.onState(this.name, "ready", "");
    void this.next();
  }

  private onFailed(message: string): void {
    this.failedStarts += 1;
    if (this.failedStarts < MOST_FAILED_STARTS) return this.replace({ kind: "crashed", message });
    this.giveUp(message);
  }

  /** Python does not start here: what waits for it ends with words. */
  private giveUp(reason: string): void {
    this.discard();
    const message = startWords(reason);
    for (const { outcome } of this.waiting.splice(0)) outcome.resolve({ kind: "broken", message });
    this.listener.onState(this.name, "failed", message);
  }

  private onWorkerError(place: WorkerPlace, reason: string): void {
    if (place !== this.place) return;
    if (this.isReady) return this.replace({ kind: "crashed", message: reason });
    this.isAddressRefused = true;
    this.onFailed(reason);
  }

  /** The last program has changed Python itself: what was sent since then runs in a new one. */
  private onUnfit(): void {
    const { running } = this;
    this.discard();
    if (running !== null) {
      clearTimers(running);
      this.running = null;
      this.waiting.unshift(Object.assign(running, { line: null, isSent: false, isStarted: false }));
    }
    this.listener.onState(this.name, "unfit", "");
    void this.start();
  }

  private onStarted(running: Running): void {
    clearTimers(running);
    running.isStarted = true;
    if (running.ending !== null) return this.interrupt(running, running.ending);
    const { limit } = running.call;
    if (limit !== null) {
      running.timers.push(setTimeout(() => this.interrupt(running, "limit"), limit * 1_000));
    }
  }

  private onAsk(running: Running, prompt: string): void {
    running.relay.flush();
    running.isAsking = true;
    this.listener.onAsk(running.call.id, prompt);
  }

  private interrupt(running: Running, reason: "stop" | "limit"): void {
    running.ending ??= reason;
    const { place } = this;
    if (place === null) return;
    if (!running.isSent) return this.finish({ kind: "interrupted" });
    if (!this.hasStarted(running)) return this.interruptSoon(running, reason);
    if (!place.interrupt()) return this.replace(replaced(running));
    running.timers.push(setTimeout(() => this.onPatienceLost(running), PATIENCE_MS));
  }

  /** As soon as it has started; only who speaks with the frame alone says so. */
  private interruptSoon(running: Running, reason: "stop" | "limit"): void {
    if (running.line === null) return;
    running.timers.push(setTimeout(() => this.interrupt(running, reason), SOON_MS));
  }

  private hasStarted({ line, call, isStarted }: Running): boolean {
    return line === null ? isStarted : this.place?.hasBegun(call.id) === true;
  }

  private onPatienceLost(running: Running): void {
    if (this.running === running) this.replace(replaced(running));
  }

  private onSilence(running: Running): void {
    if (this.running === running && !this.hasStarted(running)) {
      this.replace({ kind: "crashed", message: "The worker no longer answers." });
    }
  }

  private finish(outcome: Outcome): void {
    const { running, place } = this;
    if (running === null) return;
    this.running = null;
    clearTimers(running);
    running.relay.flush();
    place?.calm();
    const isWhole = outcome.kind === "done" || outcome.kind === "interrupted";
    const isLate = running.ending === "limit" && isWhole;
    running.outcome.resolve(isLate ? { kind: "timed-out" } : outcome);
    void this.next();
  }

  /** End the worker and start a new one; what waits will run there. */
  private replace(outcome: Outcome): void {
    const { running, place } = this;
    if (running === null && place !== null) this.lost = { number: place.number, outcome };
    this.discard();
    this.finish(outcome);
    void this.start();
  }

  private discard(): void {
    clearTimeout(this.startTimer);
    this.place?.end();
    this.place = null;
    this.isReady = this.isPreparing = false;
  }
}

function replaced(running: Running): Outcome {
  return { kind: running.ending === "limit" ? "timed-out" : "restarted" };
}

function clearTimers(running: Running): void {
  for (const timer of running.timers.splice(0)) clearTimeout(timer);
}
