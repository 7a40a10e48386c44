import type { FileRole, FromFrame, Outcome, RealmCall, RealmName, ToFrame } from "../protocol";
import { deferred, type Deferred } from "./deferred";

type Bytes = Uint8Array<ArrayBuffer>;
export type FrameEvent = Exclude<FromFrame, { type: "outcome" | "stopped" }>;

/** The page's line to the kernel frame. What is said before the frame is there waits. */
export class FrameLink {
  private readonly port: MessagePort;
  private readonly frameEnd: MessagePort;
  private readonly outcomes = new Map<number, Deferred<Outcome>>();
  private readonly stops = new Map<number, Deferred<"interrupted" | "restarted">>();
  private lastId = 0;

  constructor(private readonly onEvent: (event: FrameEvent) => void) {
    const { port1, port2 } = new MessageChannel();
    this.port = port1;
    this.frameEnd = port2;
    port1.onmessage = (event: MessageEvent<FromFrame>) => this.onMessage(event.data);
  }

  /**
   * Put the frame into the document: below <html> and beside <body>, so that swapping the body for
   * the next lesson neither moves nor reloads it.
   */
  open(frameDocument: string): void {
    const frame = document.createElement("iframe");
    frame.setAttribute("sandbox", "allow-scripts");
    frame.allow = "cross-origin-isolated";
    frame.hidden = true;
    frame.title = "Python";
    frame.setAttribute("aria-hidden", "true");
    frame.srcdoc = frameDocument;
    frame.addEventListener(
      "load",
      () => {
        frame.contentWindow?.postMessage(null, "*", [this.frameEnd]);
      },
      { once: true },
    );
    document.documentElement.append(frame);
  }

  sendPiece(role: FileRole, bytes: Bytes): void {
    this.port.postMessage({ type: "chunk", role, bytes } satisfies ToFrame, [bytes.buffer]);
  }

  send(message: Exclude<ToFrame, { type: "chunk" | "call" | "stop" }>): void {
    this.port.postMessage(message);
  }

  nextId(): number {
    this.lastId += 1;
    return this.lastId;
  }

  call(call: RealmCall): Promise<Outcome> {
    const outcome = deferred<Outcome>();
    this.outcomes.set(call.id, outcome);
    this.port.postMessage({ type: "call", call } satisfies ToFrame);
    return outcome.promise;
  }

  start(realm: RealmName): void {
    this.send({ type: "start", realm });
  }

  stop(): Promise<"interrupted" | "restarted"> {
    const id = this.nextId();
    const stopped = deferred<"interrupted" | "restarted">();
    this.stops.set(id, stopped);
    this.port.postMessage({ type: "stop", id } satisfies ToFrame);
    return stopped.promise;
  }

  private onMessage(message: FromFrame): void {
    if (message.type === "outcome") return settle(this.outcomes, message.id, message.outcome);
    if (message.type === "stopped") return settle(this.stops, message.id, message.how);
    this.onEvent(message);
  }
}

function settle<T>(waiting: Map<number, Deferred<T>>, id: number, value: T): void {
  waiting.get(id)?.resolve(value);
  waiting.delete(id);
}
