/** The copy of the course on this device: made when nothing else goes on, and freed on request. */
import { messageSW, Workbox } from "workbox-window";
import { recall, remember } from "../page/remembered";
import type { Message } from "./messages";

/** `unsupported`: this browser or address keeps nothing. `off`: the learner chose so. */
export type KeptState = "unsupported" | "off" | "waiting" | "keeping" | "kept" | "failed";

const CHOICE = "offline";

export class KeptCourse {
  private current: KeptState = "waiting";
  private worker: Workbox | null = null;
  private newer: ServiceWorker | null = null;
  private readonly listeners = new Set<() => void>();

  constructor(
    private readonly address: string,
    private readonly version: string,
  ) {
    if (!("serviceWorker" in navigator) || !isSecureContext) this.current = "unsupported";
    else if (recall(CHOICE) === "off") this.current = "off";
    else if (navigator.serviceWorker.controller !== null) this.current = "kept";
  }

  get state(): KeptState {
    return this.current;
  }

  /** Whether another version has arrived, and waits until the learner takes it. */
  get hasNewVersion(): boolean {
    return this.newer !== null;
  }

  onChange(listener: () => void): () => void {
    this.listeners.add(listener);
    return () => void this.listeners.delete(listener);
  }

  /** Keep the course, if this browser can and the learner has not said no. */
  start(): void {
    if (this.current !== "unsupported" && this.current !== "off") void this.keep();
  }

  /** Keep the whole course, from now on at every visit. */
  async keep(): Promise<void> {
    remember(CHOICE, null);
    if (this.worker !== null) return;
    this.worker = new Workbox(this.address);
    this.show(this.current === "kept" ? "kept" : "keeping");
    this.worker.addEventListener("activated", () => this.show("kept"));
    this.worker.addEventListener("redundant", () => this.onRedundant());
    this.worker.addEventListener("waiting", (event) => void this.onWaiting(event.sw));
    await this.worker.register({ immediate: true }).catch(() => this.show("failed"));
  }

  /** Delete the copy and make none until the learner asks for it. Saved work stays. */
  async free(): Promise<void> {
    remember(CHOICE, "off");
    const scope = new URL(".", new URL(this.address, location.href)).href;
    await (await navigator.serviceWorker.getRegistration(scope))?.unregister();
    const names = (await caches.keys()).filter((name) => name.endsWith(scope));
    await Promise.all(names.map((name) => caches.delete(name)));
    this.worker = null;
    this.newer = null;
    this.show("off");
  }

  /** Take the new version over, and show this page in it. */
  takeNewVersion(): void {
    if (this.newer === null) return;
    navigator.serviceWorker.addEventListener("controllerchange", () => location.reload());
    send(this.newer, "take-over");
  }

  /** A page that is of the waiting version already needs no word: it is taken over quietly. */
  private async onWaiting(worker: ServiceWorker | undefined): Promise<void> {
    if (worker === undefined) return;
    const version: unknown = await messageSW(worker, { type: "version" });
    if (version === this.version) return send(worker, "take-over-if-alone");
    this.newer = worker;
    this.tell();
  }

  private onRedundant(): void {
    if (this.current === "keeping") this.show("failed");
    this.worker = this.current === "failed" ? null : this.worker;
  }

  private show(state: KeptState): void {
    this.current = state;
    this.tell();
  }

  private tell(): void {
    for (const listener of this.listeners) listener();
  }
}

function send(worker: ServiceWorker, type: Message["type"]): void {
  worker.postMessage({ type } satisfies Message);
}
