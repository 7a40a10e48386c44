import type {
  FileRole,
  FromFrame,
  Outcome,
  OutputPart,
  RealmCall,
  RealmName,
  RealmState,
  ToFrame,
} from "../protocol";
import { deferred, type Deferred } from "./deferred";
import { Line, type LineListener } from "./line";
import { isFromFrame } from "./messages";
import { Pulse } from "./pulse";
import { fillFrame } from "./trusted-types";
import { FRAME_LOST } from "./words";

type Bytes = Uint8Array<ArrayBuffer>;
type Ending = "interrupted" | "restarted";
const LOST: Outcome = { kind: "broken", message: FRAME_LOST };
export type FrameEvent = Extract<FromFrame, { type: "state" | "parts" | "ask" }>;

export interface LinkListener {
  onEvent(event: FrameEvent): void;
  /** The frame went away or no longer answers; all that was awaited from it has been ended. */
  onLost(): void;
}

/** The page's line to the kernel frame. What is said before the frame is there waits. */
export class FrameLink implements LineListener {
  private frame: HTMLIFrameElement | null = null;
  private port: MessagePort | null = null;
  private readonly outcomes = new Map<number, Deferred<Outcome>>();
  private readonly stops = new Map<number, Deferred<Ending>>();
  private readonly receipts = new Map<FileRole, Deferred<boolean>>();
  private readonly pulse = new Pulse(
    () => this.send({ type: "ping" }),
    () => !this.isHere || this.outcomes.size + this.stops.size + this.receipts.size > 0,
    () => this.lose(),
  );
  private isHere = false;
  private line: Line | null = null;
  /** Whether the worker at the line's end is ready and has got every file that it was to get. */
  private isLineReady = false;
  /** The call before which the frame hands over what is missing. */
  private furnishing = 0;
  private lastId = 0;

  constructor(private readonly listener: LinkListener) {}

  /**
   * Put a fresh frame into the document: below <html> and beside <body>, so that swapping the body
   * for the next lesson neither moves nor reloads it.
   */
  open(frameDocument: string): void {
    this.close();
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = (event: MessageEvent<unknown>) => this.onMessage(event.data);
    const frame = makeFrame(frameDocument);
    const onLoad = () => frame.contentWindow?.postMessage(null, "*", [port2]);
    frame.addEventListener("load", onLoad, { once: true });
    frame.addEventListener("load", () => this.onLoad(frame));
    this.port = port1;
    this.frame = frame;
    document.documentElement.append(frame);
    this.pulse.start();
  }

  sendPiece(role: FileRole, bytes: Bytes): void {
    const piece = { type: "chunk", role, bytes } satisfies ToFrame;
    this.port?.postMessage(piece, [bytes.buffer]);
  }

  /** Say that a file is complete; tells whether it is sound. */
  endFile(role: FileRole, whole: number): Promise<boolean> {
    if (this.port === null) return Promise.resolve(false);
    return this.ask(this.receipts, role, { type: "end", role, whole });
  }

  send(message: Exclude<ToFrame, { type: "chunk" }>): void {
    if (message.type === "need") this.doubtLine();
    this.port?.postMessage(message);
  }

  nextId(): number {
    this.lastId += 1;
    return this.lastId;
  }

  call(call: RealmCall): Promise<Outcome> {
    if (this.port === null) return Promise.resolve<Outcome>(LOST);
    const isQuick = call.realm === "learner" && call.limit === null;
    const isAlone = this.outcomes.size + this.stops.size === 0;
    if (this.line === null || !this.isLineReady || !isQuick || !isAlone) {
      if (call.realm === "learner") this.furnishing = call.id;
      return this.ask(this.outcomes, call.id, { type: "call", call, line: null });
    }
    this.line.send(call);
    return this.awaitAnswer(this.outcomes, call.id);
  }

  onParts(id: number, parts: readonly OutputPart[]): void {
    this.listener.onEvent({ type: "parts", id, parts });
  }

  onAsk(id: number, prompt: string): void {
    this.listener.onEvent({ type: "ask", id, prompt });
  }

  onSlow(call: RealmCall, line: number): void {
    this.send({ type: "call", call, line });
  }

  onOver(id: number): void {
    this.send({ type: "over", id });
  }

  onOutcome(id: number, outcome: Outcome): void {
    settle(this.outcomes, id, outcome);
  }

  start(realm: RealmName): void {
    this.send({ type: "start", realm });
  }

  stop(): Promise<Ending> {
    if (this.port === null) return Promise.resolve<Ending>("interrupted");
    this.line?.tell();
    const id = this.nextId();
    return this.ask(this.stops, id, { type: "stop", id });
  }

  private ask<K, T>(
    waiting: Map<K, Deferred<T>>,
    key: K,
    message: Exclude<ToFrame, { type: "chunk" }>,
  ): Promise<T> {
    this.send(message);
    return this.awaitAnswer(waiting, key);
  }

  private awaitAnswer<K, T>(waiting: Map<K, Deferred<T>>, key: K): Promise<T> {
    const answer = deferred<T>();
    waiting.set(key, answer);
    this.pulse.start();
    return answer.promise;
  }

  /** The next call goes through the frame, which sees to all that the worker needs before it. */
  private doubtLine(): void {
    this.isLineReady = false;
    this.furnishing = 0;
  }

  private takeLine(line: Line | null): void {
    this.doubtLine();
    this.line?.close();
    this.line = line;
  }

  private onMessage(message: unknown): void {
    if (!isFromFrame(message)) return;
    this.isHere = true;
    this.pulse.onAnswer();
    switch (message.type) {
      case "here":
        return;
      case "line":
        return this.takeLine(new Line(message.number, message.port, this));
      case "outcome":
        return this.onFrameOutcome(message.id, message.outcome);
      case "stopped":
        return settle(this.stops, message.id, message.how);
      case "received":
        return settle(this.receipts, message.role, message.isSound);
      case "state":
        this.onState(message.realm, message.state);
    }
    this.listener.onEvent(message);
  }

  private onFrameOutcome(id: number, outcome: Outcome): void {
    if (id === this.furnishing && outcome.kind === "done") this.isLineReady = true;
    this.line?.drop(id);
    settle(this.outcomes, id, outcome);
  }

  /** Where the worker is gone, the frame says what becomes of a call that was sent to it. */
  private onState(realm: RealmName, state: RealmState): void {
    if (realm !== "learner" || state === "ready") return;
    this.doubtLine();
    this.line?.tell();
  }

  /** A frame loads once; when it loads again, it has become another page. */
  private onLoad(frame: HTMLIFrameElement): void {
    if (frame !== this.frame) return;
    if (frame.dataset["loaded"] === "yes") this.lose();
    frame.dataset["loaded"] = "yes";
  }

  private lose(): void {
    this.close();
    this.listener.onLost();
  }

  /** Take the frame away, and end all that was awaited from it. */
  private close(): void {
    this.frame?.remove();
    this.port?.close();
    this.frame = null;
    this.port = null;
    this.isHere = false;
    this.takeLine(null);
    this.pulse.onAnswer();
    for (const id of this.outcomes.keys()) settle(this.outcomes, id, LOST);
    for (const id of this.stops.keys()) settle(this.stops, id, "restarted");
    for (const role of this.receipts.keys()) settle(this.receipts, role, false);
  }
}

function makeFrame(frameDocument: string): HTMLIFrameElement {
  const frame = document.createElement("iframe");
  frame.setAttribute("sandbox", "allow-scripts");
  frame.allow = "cross-origin-isolated";
  // Not `hidden`: a browser gives the process of a frame that it does not show less of the
  // processor, and Python runs in there.
  Object.assign(frame.style, { position: "fixed", width: "0", height: "0", border: "0" });
  frame.tabIndex = -1;
  frame.title = "Python";
  frame.setAttribute("aria-hidden", "true");
  fillFrame(frame, frameDocument);
  return frame;
}

function settle<K, T>(waiting: Map<K, Deferred<T>>, key: K, value: T): void {
  waiting.get(key)?.resolve(value);
  waiting.delete(key);
}
