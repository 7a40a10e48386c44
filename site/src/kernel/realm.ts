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
import { LONGEST_OUTPUT, readPart } from "./parts";
import { WorkerPlace } from "./place";
import { Relay } from "./relay";
import type { Shelf } from "./shelf";
import { startWords } from "./words";

/** How long an interrupt may go without effect before the worker is replaced. */
const PATIENCE_MS = 3_000;
/** How long an idle worker may take to say that it has begun. */
const SIGN_OF_LIFE_MS = 5_000;
const MOST_FAILED_STARTS = 2;
/** How long Python may take to start once it has all its files. */
const START_MS = 60_000;

export interface RealmListener {
  onState(realm: RealmName, state: RealmState, message: string): void;
  onParts(id: number, parts: readonly OutputPart[]): void;
  onAsk(id: number, prompt: string): void;
}

interface Running {
  readonly call: RealmCall;
  readonly outcome: Deferred<Outcome>;
  readonly relay: Relay;
  isSent: boolean;
  isStarted: boolean;
  isAsking: boolean;
  /** How many characters it may still put out. */
  room: number;
  /** Why it is being ended, once it is. */
  ending: "stop" | "limit" | null;
  timers: number[];
}

/** One Python and its life: started, called, interrupted, and replaced when nothing else helps. */
export class Realm {
  private place: WorkerPlace | null = null;
  private isReady = false;
  private failedStarts = 0;
  /** Whether the browser starts no worker from the script's address. */
  private isAddressRefused = false;
  private startTimer = 0;
  private running: Running | null = null;
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
      return new WorkerPlace(
        url,
        (place, message) => this.onMessage(place, message),
        (place, reason) => this.onWorkerError(place, reason),
      );
    } catch (error) {
      this.giveUp(String(error));
      return null;
    }
  }

  call(call: RealmCall): Promise<Outcome> {
    const relay = new Relay((parts) => this.listener.onParts(call.id, parts));
    const running: Running = {
      call,
      relay,
      outcome: deferred<Outcome>(),
      timers: [],
      ending: null,
      isSent: false,
      isStarted: false,
      isAsking: false,
      room: LONGEST_OUTPUT,
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
    if (running?.call.id !== id || !running.isAsking || place === null) return;
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
    await this.givePackages();
    if (this.running !== running || this.place !== place) return;
    const { id, method, payload, asks } = running.call;
    running.isSent = true;
    running.timers.push(setTimeout(() => this.onSilence(running), SIGN_OF_LIFE_MS));
    place.post({ type: "call", id, method, payload, asks });
  }

  private onMessage(place: WorkerPlace, message: FromWorker): void {
    if (place !== this.place) return;
    if (message.type === "ready") return this.onReady();
    if (message.type === "failed") return this.onFailed(message.message);
    if (message.type === "unfit") return this.onUnfit();
    const { running } = this;
    if (running === null || running.call.id !== message.id) return;
    switch (message.type) {
      case "started":
        return this.onStarted(running);
      case "part":
        return onPart(running, message.kind, message.payload);
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

  private onReady(): void {
    clearTimeout(this.startTimer);
    this.isReady = true;
    this.failedStarts = 0;
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
      this.waiting.unshift(Object.assign(running, { isSent: false, isStarted: false }));
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
    if (!running.isStarted) return;
    if (!place.interrupt()) return this.replace(replaced(running));
    running.timers.push(setTimeout(() => this.onPatienceLost(running), PATIENCE_MS));
  }

  private onPatienceLost(running: Running): void {
    if (this.running === running) this.replace(replaced(running));
  }

  private onSilence(running: Running): void {
    if (this.running === running && !running.isStarted) {
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
    this.discard();
    this.finish(outcome);
    void this.start();
  }

  private discard(): void {
    clearTimeout(this.startTimer);
    this.place?.end();
    this.place = null;
    this.isReady = false;
  }
}

function replaced(running: Running): Outcome {
  return { kind: running.ending === "limit" ? "timed-out" : "restarted" };
}

function onPart(running: Running, kind: string, payload: string): void {
  running.room -= payload.length;
  if (running.room < 0) return;
  const part = readPart(kind, payload);
  if (part !== null) running.relay.add(part);
}

function clearTimers(running: Running): void {
  for (const timer of running.timers.splice(0)) clearTimeout(timer);
}
