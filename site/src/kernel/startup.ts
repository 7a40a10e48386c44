import type { FileRole, KernelStatus, RealmName, RealmState, RuntimeManifest } from "../protocol";
import { recall, remember } from "../page/remembered";
import { Downloads } from "./downloads";
import { packagesFor } from "./imports";
import type { FrameLink } from "./link";
import { whatIsMissing } from "./support";
import { CHANGED, FRAME_GONE, FRAME_LOST } from "./words";

type Bytes = Uint8Array<ArrayBuffer>;

const FIRST_FILES: readonly FileRole[] = ["worker", "wasm", "stdlib", "engine"];
/** What steps through code, explains and grades it, and has the networks that need numpy. */
const ENGINE_REST = "engine-rest";
/** Random numbers among others: numpy starts without them. */
const NUMPY_REST = "numpy-rest";
/** What both realms are given once it is there; the others are part of a start. */
const PACKAGES: ReadonlySet<FileRole> = new Set<FileRole>([
  "rest",
  ENGINE_REST,
  "numpy",
  NUMPY_REST,
  "micropip",
]);
/** Under this name the browser remembers which snapshot it probably has. */
const SNAPSHOT = "snapshot";
const MOST_LOST = 2;
const QUIET_MS = 1_000;
/** How long a run that is already waiting gets to show something before more is downloaded. */
const FIRST_OUTPUT_MS = 100;
const FIRST_OUTPUT_WITH_NUMPY_MS = 600;

/** Brings the files, starts the realms, and knows at any time where the kernel is. */
export class Startup {
  private downloads: Downloads;
  private readonly listeners = new Set<(status: KernelStatus) => void>();
  private readonly needed = new Set<FileRole>(FIRST_FILES);
  private isOpen = false;
  private isBooted = false;
  private isReady = false;
  private hasOutput = false;
  private isJudgeStarted = false;
  private isNumpyExpected = false;
  private problem: string | null = whatIsMissing();
  private readonly isFinal = this.problem !== null;
  /** Whether only a fresh frame, with files from past every cache, can help. */
  private isSpoilt = false;
  /** How often in a row the frame was lost before Python was ready. */
  private lost = 0;
  private active = 0;
  private timer: number | null = null;
  private shown: KernelStatus = { state: "idle" };

  constructor(
    private readonly base: string,
    private readonly manifest: RuntimeManifest,
    private readonly link: FrameLink,
  ) {
    this.downloads = new Downloads(base, manifest, this, !this.isKept());
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

  /** The snapshot comes last, when the others are here. */
  isKept(): boolean {
    return recall(SNAPSHOT) === this.manifest.files.snapshot?.name;
  }

  open(): void {
    if (this.isOpen || this.isFinal) return;
    this.isOpen = true;
    this.link.open(this.manifest.frameDocument);
    this.link.start("learner");
  }

  boot(needs: readonly string[]): void {
    this.open();
    if (!this.isBooted) {
      this.isBooted = true;
      if (!this.isFinal) this.bringFirst();
    }
    this.need(needs.includes("numpy") ? ["numpy"] : []);
    this.update();
  }

  /** Bring what the next page needs, after all else. */
  expect(packages: readonly string[]): void {
    if (!packages.includes("numpy")) return;
    this.isNumpyExpected = true;
    if (this.isReady) this.whenIdle();
  }

  private bringFirst(): void {
    void this.downloads.want(FIRST_FILES);
    void this.bringKeptSnapshot(this.downloads);
  }

  /** Python starts from a snapshot where an earlier visit has left it here. */
  private async bringKeptSnapshot(downloads: Downloads): Promise<void> {
    if (this.isKept() && (await downloads.wantKept("snapshot"))) return;
    if (downloads === this.downloads) this.link.send({ type: "no-snapshot" });
  }

  /** Boot or try again if need be. Returns the files that a run of the code waits for. */
  prepareToRun(code: string): FileRole[] {
    this.boot([]);
    if (this.problem !== null) this.retry();
    const roles = packagesFor(code, this.manifest.onDemand, this.needed.has("numpy"));
    this.need(roles);
    if (this.isReady) this.bringSecondParts();
    this.update();
    return roles;
  }

  /** The same for all else that is done with code: stepping, checks, pictures. */
  prepareFor(code: string): FileRole[] {
    const roles: FileRole[] = [...this.prepareToRun(code), ENGINE_REST];
    if (this.needed.has("numpy")) roles.push(NUMPY_REST);
    this.need(roles);
    this.update();
    return roles;
  }

  /** The judge is needed now. */
  needJudge(): void {
    if (!this.isFinal) this.startJudge();
  }

  retry(): void {
    if (this.isFinal) return;
    this.problem = null;
    if (this.isSpoilt) this.renew(true);
    else this.downloads.retry();
    this.link.start("learner");
    this.update();
  }

  /** Wait until the files are here; gives words where one cannot be brought. */
  async arrival(roles: readonly FileRole[]): Promise<string | null> {
    this.boot([]);
    for (;;) {
      if (this.problem !== null) return this.problem;
      const { downloads } = this;
      const words = await downloads.want([...FIRST_FILES, ...roles]);
      if (downloads === this.downloads) return this.problem ?? words;
    }
  }

  /** The frame went away: make another one, and bring it what the first had. */
  onLost(): void {
    this.lost += 1;
    const wasReady = this.isReady;
    if (this.lost > MOST_LOST) {
      this.isSpoilt = true;
      this.isReady = false;
      this.downloads.end();
      return this.fail(FRAME_GONE);
    }
    this.renew(false);
    if (wasReady) this.showStopped(FRAME_LOST);
  }

  private renew(isAnew: boolean): void {
    const before = this.downloads;
    before.end();
    this.downloads = new Downloads(this.base, this.manifest, this, !this.isKept(), isAnew);
    this.isSpoilt = false;
    this.isReady = false;
    this.isOpen = false;
    this.open();
    this.bringFirst();
    if (this.isJudgeStarted) this.link.start("judge");
    void this.downloads.want(before.all());
  }

  private fail(problem: string): void {
    this.problem = problem;
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
    if (this.isReady) this.lost = 0;
    if (state === "unfit") return this.showStopped(CHANGED);
    if (state === "failed") {
      this.isSpoilt = true;
      return this.fail(message);
    }
    if (state === "starting" && this.shown.state === "stopped") return;
    this.update();
    if (state === "ready") this.onReady();
  }

  onPiece(role: FileRole, piece: Bytes): void {
    this.link.sendPiece(role, piece);
    this.update();
  }

  onEnd(role: FileRole, whole: number): Promise<boolean> {
    return this.link.endFile(role, whole);
  }

  onArrival(role: FileRole): void {
    if (PACKAGES.has(role)) this.link.send({ type: "need", roles: [role] });
    if (role === "snapshot") remember(SNAPSHOT, this.manifest.files.snapshot?.name ?? null);
    this.update();
  }

  /** Without a first file there is no Python; what waits for another one ends with the words. */
  onError(role: FileRole, message: string): void {
    if (FIRST_FILES.includes(role)) this.fail(message);
  }

  /** A run has put something out: once it is drawn, there is time for what explains it. */
  onOutput(): void {
    if (!this.isReady || this.hasOutput) return;
    this.hasOutput = true;
    requestAnimationFrame(() => setTimeout(() => this.bringSecondParts()));
  }

  /** The first run's end waits for what explains it, but its first output goes before that. */
  private onReady(): void {
    const patience = this.needed.has("numpy") ? FIRST_OUTPUT_WITH_NUMPY_MS : FIRST_OUTPUT_MS;
    setTimeout(() => this.bringSecondParts(), patience);
    this.whenIdle();
  }

  private bringSecondParts(): void {
    void this.downloads.want(this.needed.has("numpy") ? [ENGINE_REST, NUMPY_REST] : [ENGINE_REST]);
  }

  private need(roles: readonly FileRole[]): void {
    if (this.isFinal) return;
    for (const role of roles) this.needed.add(role);
    void this.downloads.want(roles);
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
    const { rest, snapshot } = this.manifest.files;
    if (rest !== undefined) void this.downloads.want(["rest"]);
    if (snapshot !== undefined) void this.downloads.want(["snapshot"]);
    if (this.isNumpyExpected) void this.downloads.want(["numpy", NUMPY_REST]);
  }

  /** Start the judge; it is of no use before the first grade and never delays the first output. */
  private startJudge(): void {
    void this.downloads.want(["judge"]);
    if (!this.isJudgeStarted) this.link.start("judge");
    this.isJudgeStarted = true;
  }

  private update(): void {
    this.show(this.currentStatus());
  }

  private currentStatus(): KernelStatus {
    if (!this.isBooted) return { state: "idle" };
    const { problem, isFinal } = this;
    if (problem !== null) return { state: "failed", message: problem, isFinal };
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
