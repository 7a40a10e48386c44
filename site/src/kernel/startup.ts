import type { FileRole, KernelStatus, RealmName, RealmState, RuntimeManifest } from "../protocol";
import { Downloads } from "./downloads";
import { packagesFor } from "./imports";
import type { FrameLink } from "./link";
import { CHANGED, startWords } from "./words";

type Bytes = Uint8Array<ArrayBuffer>;

const FIRST_FILES: readonly FileRole[] = ["worker", "wasm", "stdlib", "engine"];
/** What steps through code, explains and grades it, and has the networks that need numpy. */
const ENGINE_REST = "engine-rest";
/** Files that no run has to wait for: the frame is told of them once they are there. */
const LATE_FILES: ReadonlySet<FileRole> = new Set<FileRole>(["rest", ENGINE_REST]);
const QUIET_MS = 1_000;
/** How long a run that is already waiting gets to show something before more is downloaded. */
const FIRST_OUTPUT_MS = 100;

/** Brings the files, starts the realms, and knows at any time where the kernel is. */
export class Startup {
  private readonly downloads: Downloads;
  private readonly listeners = new Set<(status: KernelStatus) => void>();
  private readonly needed = new Set<FileRole>(FIRST_FILES);
  private isBooted = false;
  private isReady = false;
  private isJudgeStarted = false;
  private problem: string | null = null;
  private active = 0;
  private timer: number | null = null;
  private shown: KernelStatus = { state: "idle" };

  constructor(
    base: string,
    private readonly manifest: RuntimeManifest,
    private readonly link: FrameLink,
  ) {
    this.downloads = new Downloads(base, manifest, this);
  }

  status(): KernelStatus {
    return this.shown;
  }

  onStatus(listener: (status: KernelStatus) => void): () => void {
    this.listeners.add(listener);
    return () => void this.listeners.delete(listener);
  }

  /** Whether Python waits for something to do. */
  isIdle(): boolean {
    return this.isReady && this.active === 0;
  }

  boot(needs: readonly string[]): void {
    if (!this.isBooted) {
      this.isBooted = true;
      this.downloads.want(FIRST_FILES);
      this.link.open(this.manifest.frameDocument);
      this.link.start("learner");
    }
    this.need(needs.includes("numpy") ? ["numpy", ENGINE_REST] : []);
    this.update();
  }

  /** Boot if that was not done, and bring what a run of the code needs to begin. */
  prepareToRun(code: string): void {
    this.boot([]);
    this.need(packagesFor(code, this.manifest.onDemand));
    if (this.isReady) this.downloads.want([ENGINE_REST]);
    this.update();
  }

  /** The same for all else that is done with code: stepping, checks, pictures. */
  prepareFor(code: string): void {
    this.prepareToRun(code);
    this.need([ENGINE_REST]);
    this.update();
  }

  /** The judge is needed now; a failed download of it is a problem from here on. */
  needJudge(): void {
    this.needed.add("judge");
    this.startJudge();
  }

  retry(): void {
    this.problem = null;
    this.downloads.retry();
    this.link.start("learner");
    this.update();
  }

  /** Show "running" until the work is done. */
  async whileActive<T>(work: () => Promise<T>): Promise<T> {
    this.active += 1;
    this.update();
    try {
      return await work();
    } finally {
      this.active -= 1;
      this.update();
    }
  }

  /** Say that the worker was replaced, until the new one is ready. */
  showStopped(message: string): void {
    this.isReady = false;
    this.show({ state: "stopped", message });
  }

  onState(realm: RealmName, state: RealmState, message: string): void {
    if (realm === "judge") return;
    this.isReady = state === "ready";
    if (state === "unfit") return this.showStopped(CHANGED);
    if (state === "failed") this.problem = startWords(message);
    if (state === "starting" && this.shown.state === "stopped") return;
    this.update();
    if (state === "ready") this.onReady();
  }

  onPiece(role: FileRole, piece: Bytes): void {
    this.link.sendPiece(role, piece);
    this.update();
  }

  onEnd(role: FileRole): void {
    this.link.send({ type: "end", role });
    if (LATE_FILES.has(role)) this.link.send({ type: "need", roles: [role] });
    this.update();
  }

  /** A file that was only fetched ahead of time may fail: it is asked for again when needed. */
  onError(role: FileRole, message: string): void {
    if (!this.needed.has(role)) return;
    this.problem = message;
    this.update();
  }

  /** A run has put something out: now there is time for what explains it. */
  onOutput(): void {
    if (this.isReady) this.downloads.want([ENGINE_REST]);
  }

  /** The first run's end waits for what explains it, but its first output goes before that. */
  private onReady(): void {
    setTimeout(() => this.downloads.want([ENGINE_REST]), FIRST_OUTPUT_MS);
    this.whenIdle();
  }

  private need(roles: readonly FileRole[]): void {
    const fresh = roles.filter((role) => !this.needed.has(role));
    if (fresh.length === 0) return;
    for (const role of fresh) this.needed.add(role);
    this.downloads.want(fresh);
    this.link.send({ type: "need", roles: fresh });
  }

  /** Bring what is only needed later, once nothing has run for a moment. */
  private whenIdle(): void {
    if (this.timer !== null) clearTimeout(this.timer);
    this.timer = setTimeout(() => this.onIdle(), QUIET_MS);
  }

  private onIdle(): void {
    this.timer = null;
    if (!this.isIdle()) return this.whenIdle();
    if (!this.isJudgeStarted) {
      this.startJudge();
      return this.whenIdle();
    }
    if (this.manifest.files.rest !== undefined) this.downloads.want(["rest"]);
  }

  /** Start the judge; it is of no use before the first grade and never delays the first output. */
  private startJudge(): void {
    this.downloads.want(["judge"]);
    if (!this.isJudgeStarted) this.link.start("judge");
    this.isJudgeStarted = true;
  }

  private update(): void {
    this.show(this.currentStatus());
  }

  private currentStatus(): KernelStatus {
    if (!this.isBooted) return { state: "idle" };
    if (this.problem !== null) return { state: "failed", message: this.problem };
    if (this.isReady) return { state: this.active > 0 ? "running" : "ready" };
    const missing = [...this.needed].some((role) => !this.downloads.has(role));
    if (!missing) return { state: "starting" };
    return { state: "downloading", ...this.downloads.progress([...this.needed]) };
  }

  private show(status: KernelStatus): void {
    const before = this.shown;
    this.shown = status;
    const isNews =
      before.state !== status.state ||
      before.loaded !== status.loaded ||
      before.message !== status.message;
    if (isNews) for (const listener of this.listeners) listener(status);
  }
}
