/**
 * The script of the sandboxed frame. It keeps the runtime's files, makes the two workers, and
 * relays typed messages between them and the page; it decides nothing about lessons.
 */
import type {
  FileRole,
  FromFrame,
  OutputPart,
  RealmCall,
  RealmName,
  RealmState,
  ToFrame,
} from "../protocol";
import { Realm, type RealmListener } from "./realm";
import { Shelf } from "./shelf";

class Frame implements RealmListener {
  private readonly shelf = new Shelf();
  private readonly packages = new Set<FileRole>();
  private readonly realms: Readonly<Record<RealmName, Realm>>;

  constructor(private readonly port: MessagePort) {
    this.realms = {
      learner: new Realm("learner", this.shelf, this.packages, this),
      judge: new Realm("judge", this.shelf, this.packages, this),
    };
    port.onmessage = (event: MessageEvent<ToFrame>) => this.onMessage(event.data);
    this.send({ type: "here" });
  }

  onState(realm: RealmName, state: RealmState, message: string): void {
    this.send({ type: "state", realm, state, message });
  }

  onLine(number: number, port: MessagePort): void {
    this.port.postMessage({ type: "line", number, port } satisfies FromFrame, [port]);
  }

  onParts(id: number, parts: readonly OutputPart[]): void {
    this.send({ type: "parts", id, parts });
  }

  onAsk(id: number, prompt: string): void {
    this.send({ type: "ask", id, prompt });
  }

  private onMessage(message: ToFrame): void {
    switch (message.type) {
      case "chunk":
        return this.shelf.add(message.role, message.bytes);
      case "end":
        return void this.onEnd(message.role, message.whole);
      case "no-snapshot":
        return this.shelf.goWithoutSnapshot();
      case "need":
        return this.onNeed(message.roles);
      case "start":
        return void this.realms[message.realm].start();
      case "call":
        return void this.onCall(message.call, message.line);
      case "over":
        return this.realms.learner.onOver(message.id);
      case "answer":
        return this.realms.learner.answer(message.id, message.text);
      case "stop":
        return void this.onStop(message.id);
      case "ping":
        return this.send({ type: "here" });
    }
  }

  private async onEnd(role: FileRole, whole: number): Promise<void> {
    this.send({ type: "received", role, isSound: await this.shelf.end(role, whole) });
  }

  private onNeed(roles: readonly FileRole[]): void {
    for (const role of roles) this.packages.add(role);
    for (const realm of Object.values(this.realms)) void realm.givePackages();
  }

  private async onCall(call: RealmCall, line: number | null): Promise<void> {
    const outcome = await this.realms[call.realm].call(call, line);
    this.send({ type: "outcome", id: call.id, outcome });
  }

  private async onStop(id: number): Promise<void> {
    this.send({ type: "stopped", id, how: await this.realms.learner.stop() });
  }

  private send(message: FromFrame): void {
    this.port.postMessage(message);
  }
}

addEventListener(
  "message",
  (event) => {
    const [port] = event.ports;
    if (event.source === parent && port !== undefined) new Frame(port);
  },
  { once: true },
);
