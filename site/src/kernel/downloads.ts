import type { FileRole, RuntimeManifest } from "../protocol";
import { download, DownloadError } from "./assets";

type Bytes = Uint8Array<ArrayBuffer>;

export interface DownloadsListener {
  onPiece(role: FileRole, piece: Bytes): void;
  onEnd(role: FileRole): void;
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
  micropip: "micropip",
};

/** The files of one visit, each fetched once. */
export class Downloads {
  private readonly received = new Map<FileRole, number>();
  private readonly active = new Map<FileRole, Promise<void>>();
  private readonly finished = new Set<FileRole>();
  private readonly wanted = new Set<FileRole>();

  constructor(
    private readonly base: string,
    private readonly manifest: RuntimeManifest,
    private readonly listener: DownloadsListener,
  ) {}

  /** Fetch what is not here yet; harmless for files that are. */
  want(roles: readonly FileRole[]): void {
    for (const role of roles) {
      if (this.finished.has(role) || this.active.has(role)) continue;
      this.wanted.add(role);
      this.active.set(role, this.bring(role));
    }
  }

  /** Try again what failed. */
  retry(): void {
    this.want([...this.wanted].filter((role) => !this.active.has(role)));
  }

  has(role: FileRole): boolean {
    return this.finished.has(role);
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

  private async bring(role: FileRole): Promise<void> {
    const file = this.manifest.files[role];
    if (file === undefined) {
      return this.listener.onError(role, `This site was built without ${NAMES[role]}.`);
    }
    try {
      const known = this.received.get(role) ?? 0;
      await download(this.base, file, known, (piece) => this.onPiece(role, piece));
      this.finished.add(role);
      this.listener.onEnd(role);
    } catch (error) {
      this.active.delete(role);
      this.listener.onError(role, describe(role, error));
    }
  }

  private onPiece(role: FileRole, piece: Bytes): void {
    this.received.set(role, (this.received.get(role) ?? 0) + piece.byteLength);
    this.listener.onPiece(role, piece);
  }
}

function describe(role: FileRole, error: unknown): string {
  const reason = error instanceof DownloadError ? error.message : String(error);
  return (
    `Python could not be loaded: ${NAMES[role]} did not arrive (${reason}). ` +
    "Check the connection, then try again."
  );
}
