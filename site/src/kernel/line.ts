import type { Outcome, OutputPart, RealmCall, ToWorker } from "../protocol";
import { isFromWorker } from "./messages";
import { Relay } from "./relay";

/** What takes longer than this the frame is told of: it may have to be stopped. */
const SLOW_MS = 20;

export interface LineListener {
  onParts(id: number, parts: readonly OutputPart[]): void;
  onAsk(id: number, prompt: string): void;
  /** A call takes its time: the frame is to look after it. */
  onSlow(call: RealmCall, line: number): void;
  /** A call that the frame was told of is over. */
  onOver(id: number): void;
  onOutcome(id: number, outcome: Outcome): void;
}

interface Sent {
  readonly call: RealmCall;
  readonly relay: Relay;
  readonly since: number;
  isTold: boolean;
}

/**
 * The page's own line to one worker: a call that takes no time, and its output, pass by the frame.
 * What comes out of it is checked as what comes out of the frame: it may be forged.
 */
export class Line {
  private sent: Sent | null = null;
  private timer: number | null = null;

  constructor(
    private readonly number: number,
    private readonly port: MessagePort,
    private readonly listener: LineListener,
  ) {
    port.onmessage = (event: MessageEvent<unknown>) => this.onMessage(event.data);
  }

  send(call: RealmCall): void {
    const { id, method, payload, asks } = call;
    this.port.postMessage({ type: "call", id, method, payload, asks } satisfies ToWorker);
    const relay = new Relay((parts) => this.listener.onParts(id, parts));
    this.sent = { call, relay, since: performance.now(), isTold: false };
    this.timer ??= setTimeout(() => this.look(), SLOW_MS);
  }

  /** One timer for calls that follow each other quickly: what each would cost, each waits for. */
  private look(): void {
    this.timer = null;
    const { sent } = this;
    if (sent === null || sent.isTold) return;
    const left = sent.since + SLOW_MS - performance.now();
    if (left <= 0) return this.tell();
    this.timer = setTimeout(() => this.look(), left);
  }

  /** Tell the frame of what runs, once. */
  tell(): void {
    const { sent } = this;
    if (sent === null || sent.isTold) return;
    sent.isTold = true;
    this.listener.onSlow(sent.call, this.number);
  }

  /** The frame has the outcome, as the worker is gone. */
  drop(id: number): void {
    if (this.sent?.call.id !== id) return;
    this.sent.relay.flush();
    this.sent = null;
  }

  close(): void {
    if (this.sent !== null) this.drop(this.sent.call.id);
    this.port.close();
  }

  private onMessage(message: unknown): void {
    const { sent } = this;
    if (sent === null || !isFromWorker(message)) return;
    if (!("id" in message) || message.id !== sent.call.id) return;
    switch (message.type) {
      case "part":
        return sent.relay.take(message.kind, message.payload);
      case "ask":
        return this.onAsk(sent, message.prompt);
      case "done":
        return this.end(sent, { kind: "done", payload: message.payload });
      case "interrupted":
        return this.end(sent, { kind: "interrupted" });
      case "broken":
        return this.end(sent, { kind: "broken", message: message.message });
    }
  }

  /** The answer goes through the frame, which has to know of the call for it. */
  private onAsk(sent: Sent, prompt: string): void {
    this.tell();
    sent.relay.flush();
    this.listener.onAsk(sent.call.id, prompt);
  }

  private end(sent: Sent, outcome: Outcome): void {
    const { id } = sent.call;
    this.sent = null;
    sent.relay.flush();
    if (sent.isTold) this.listener.onOver(id);
    this.listener.onOutcome(id, outcome);
  }
}
