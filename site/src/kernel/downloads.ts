import { nextTask } from "../page/next-task";
import type { FileRole, RuntimeFile, RuntimeManifest } from "../protocol";
import { download, DownloadError } from "./assets";
import { forgetKept } from "./caches";
import { deferred } from "./deferred";

type Bytes = Uint8Array<ArrayBuffer>;

export interface DownloadsListener {
  onPiece(role: FileRole, piece: Bytes): void;
  /** Every byte was handed over. Tells whether the file, which unpacked is so long, is sound. */
  onEnd(role: FileRole, whole: number): Promise<boolean>;
  onArrival(role: FileRole): void;
  onError(role: FileRole, message: string): void;
}

const NAMES: Readonly<Record<FileRole, string>> = {
  worker: "Python's start script",
  wasm: "the Python interpreter",
  stdlib: "Python's standard library",
  rest: "the larger part of Python's standard library",
  engine: "the course's engine",
  "engine-rest": "what explains errors",
  judge: "the course's checks",
  numpy: "numpy",
  "numpy-rest": "the second part of numpy",
  micropip: "micropip",
  snapshot: "the memory of a started Python",
};
const DAMAGED = "It arrived, but it is damaged or not for this browser";
const MOST_DAMAGED = 2;

/** The files of one frame, each fetched once. */
export class Downloads {
  private readonly received = new Map<FileRole, number>();
  /** Fulfilled when the file is here, with words where it could not be brought. */
  private readonly arrivals = new Map<FileRole, Promise<string | null>>();
  private readonly finished = new Set<FileRole>();
  private readonly wanted = new Set<FileRole>();
  private readonly damaged = new Set<FileRole>();
  private readonly ending = new AbortController();
  /** Fulfilled when the worker's script was handed over, or could not be brought. */
  private readonly workerSent = deferred<void>();

  /**
   * `isFirstVisit`: the page still draws its first text, and has a task of its own for each file.
   * `isAnew`: nothing that a cache holds is trusted.
   */
  constructor(
    private readonly base: string,
    private readonly manifest: RuntimeManifest,
    private readonly listener: DownloadsListener,
    private readonly isFirstVisit: boolean,
    private readonly isAnew = false,
  ) {}

  /** Fetch what is not here yet, and wait for it; gives words for the first that did not come. */
  async want(roles: readonly FileRole[]): Promise<string | null> {
    const words = await Promise.all(roles.map((role) => this.arrival(role)));
    return words.find((each) => each !== null) ?? null;
  }

  /** Try again what failed. */
  retry(): void {
    void this.want([...this.wanted]);
  }

  /** Bring a file if the browser has it from an earlier visit. Tells whether it did. */
  async wantKept(role: FileRole): Promise<boolean> {
    const known = this.arrivals.get(role) ?? this.bringKept(role);
    this.arrivals.set(role, known);
    return (await known) === null;
  }

  has(role: FileRole): boolean {
    return this.finished.has(role);
  }

  /** All that was ever asked for. */
  all(): FileRole[] {
    return [...this.wanted];
  }

  /** Say and bring nothing more. */
  end(): void {
    this.ending.abort();
  }

  /** Bytes so far and in all of the given files. */
  progress(roles: readonly FileRole[]): { readonly loaded: number; readonly total: number } {
    const sum = (count: (role: FileRole) => number): number =>
      roles.reduce((total, role) => total + count(role), 0);
    return {
      loaded: sum((role) => this.received.get(role) ?? 0),
      total: sum((role) => this.manifest.files[role]?.bytes ?? 0),
    };
  }

  private arrival(role: FileRole): Promise<string | null> {
    this.wanted.add(role);
    const known = this.arrivals.get(role) ?? this.bring(role);
    this.arrivals.set(role, known);
    return known;
  }

  private async bring(role: FileRole): Promise<string | null> {
    const file = this.manifest.files[role];
    const words = file === undefined ? missing(role) : await this.tryToBring(role, file);
    if (this.ending.signal.aborted) return words;
    if (words === null) {
      this.finished.add(role);
      this.listener.onArrival(role);
    } else {
      this.arrivals.delete(role);
      this.listener.onError(role, words);
    }
    return words;
  }

  private async bringKept(role: FileRole): Promise<string | null> {
    const words = await this.tryKept(role);
    if (words === null) this.finished.add(role);
    else this.arrivals.delete(role);
    return words;
  }

  private async tryKept(role: FileRole): Promise<string | null> {
    const file = this.manifest.files[role];
    if (file === undefined || this.isAnew) return missing(role);
    try {
      if (await this.isBrought(role, file, true)) return null;
    } catch (error) {
      return describe(role, String(error));
    }
    this.received.set(role, 0);
    await forgetKept(this.base + file.name);
    return describe(role, DAMAGED);
  }

  private async tryToBring(role: FileRole, file: RuntimeFile): Promise<string | null> {
    if (this.isFirstVisit) await nextTask();
    try {
      for (let tries = 0; tries < MOST_DAMAGED; tries += 1) {
        if (await this.isBrought(role, file)) return null;
        if (this.ending.signal.aborted) break;
        this.received.set(role, 0);
        this.damaged.add(role);
        await forgetKept(this.base + file.name);
      }
      return describe(role, DAMAGED);
    } catch (error) {
      return describe(role, error instanceof DownloadError ? error.message : String(error));
    }
  }

  private async isBrought(role: FileRole, file: RuntimeFile, isKept = false): Promise<boolean> {
    const isFirst = role === "worker";
    const wanted = {
      address: this.base + file.name,
      alreadyHere: this.received.get(role) ?? 0,
      isAnew: this.isAnew || this.damaged.has(role),
      isKept,
      signal: this.ending.signal,
      // The worker reads its script while the frame unpacks the rest.
      turn: isFirst ? Promise.resolve() : this.workerSent.promise,
    };
    const sending = download(wanted, (piece) => this.onPiece(role, piece));
    await (isFirst ? sending.finally(() => this.workerSent.resolve()) : sending);
    if (this.ending.signal.aborted) return false;
    return this.listener.onEnd(role, file.whole);
  }

  private onPiece(role: FileRole, piece: Bytes): void {
    this.received.set(role, (this.received.get(role) ?? 0) + piece.byteLength);
    this.listener.onPiece(role, piece);
  }
}

function missing(role: FileRole): string {
  return `This site was built without ${NAMES[role]}.`;
}

function describe(role: FileRole, reason: string): string {
  return (
    `Python could not be loaded: ${NAMES[role]} did not arrive. ${reason}. ` +
    "Check the connection, then try again."
  );
}
