/** Fetches one file of the runtime: in pieces, counted, and again from where it broke off. */
import { nextTask } from "../page/next-task";

type Bytes = Uint8Array<ArrayBuffer>;

const PAUSES_MS = [0, 400, 1_600] as const;
/** How long a connection may bring nothing before another one is tried. */
const SILENCE_MS = 20_000;

/** What went wrong with one file, in words for the learner. */
export class DownloadError extends Error {
  override readonly name = "DownloadError";
}

export interface Wanted {
  readonly address: string;
  /** How many bytes an earlier attempt has brought already. */
  readonly alreadyHere: number;
  /** Past every cache, because what came before was damaged. */
  readonly isAnew: boolean;
  /** Only if the browser has it: nothing is asked of the network. */
  readonly isKept: boolean;
  readonly signal: AbortSignal;
  /** Its bytes are taken after that; it is asked for at once. */
  readonly turn: Promise<void>;
}

/**
 * Give each piece of the file that is not here yet to `onPiece`, every byte once. Throws a
 * `DownloadError` when three attempts did not bring the whole file.
 */
export async function download(wanted: Wanted, onPiece: (piece: Bytes) => void): Promise<void> {
  let { alreadyHere, isAnew } = wanted;
  let problem = "";
  for (const pause of wanted.isKept ? [0] : PAUSES_MS) {
    await wait(pause);
    try {
      for await (const piece of pieces({ ...wanted, alreadyHere, isAnew })) {
        alreadyHere += piece.byteLength;
        onPiece(piece);
      }
      return;
    } catch (error) {
      problem = error instanceof DownloadError ? error.message : "The connection broke off";
      isAnew = true;
    }
    if (wanted.signal.aborted) break;
  }
  throw new DownloadError(problem);
}

/** The file's bytes after those that are here already. */
async function* pieces(wanted: Wanted): AsyncGenerator<Bytes> {
  const silence = new Silence(wanted.signal);
  try {
    const { signal } = silence;
    const response = await fetch(wanted.address, { ...howTo(wanted), signal });
    if (!response.ok) throw new DownloadError(`The server answered ${response.status}`);
    if (response.body === null) throw new DownloadError("The server sent nothing");
    silence.rest();
    await wanted.turn;
    silence.isBroken();
    yield* freshPieces(response.body.getReader(), wanted.alreadyHere, silence);
  } finally {
    silence.end();
  }
}

/** Megabytes, so the page's own files go first. */
function howTo({ isAnew, isKept }: Wanted): RequestInit {
  if (isKept) return { cache: "only-if-cached", mode: "same-origin" };
  return { cache: isAnew ? "reload" : "default", priority: "low" };
}

async function* freshPieces(
  reader: ReadableStreamDefaultReader<Bytes>,
  skipped: number,
  silence: Silence,
): AsyncGenerator<Bytes> {
  let left = skipped;
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return;
    silence.isBroken();
    const fresh = value.subarray(Math.min(left, value.byteLength));
    left -= value.byteLength - fresh.byteLength;
    if (fresh.byteLength > 0) yield fresh;
    // Much may be there at once, and the page has other things to do between two pieces.
    await nextTask();
  }
}

/** Gives a signal when nothing has been heard for too long, or when another signal does. */
class Silence {
  private readonly controller = new AbortController();
  readonly signal = this.controller.signal;
  private timer = 0;

  constructor(private readonly other: AbortSignal) {
    other.addEventListener("abort", this.onOther);
    this.isBroken();
  }

  isBroken(): void {
    clearTimeout(this.timer);
    const abort = () => this.controller.abort(new DownloadError("Nothing came for 20 seconds"));
    this.timer = setTimeout(abort, SILENCE_MS);
  }

  /** It is not the network that is waited for. */
  rest(): void {
    clearTimeout(this.timer);
  }

  end(): void {
    this.rest();
    this.other.removeEventListener("abort", this.onOther);
  }

  private readonly onOther = (): void => this.controller.abort();
}

async function wait(milliseconds: number): Promise<void> {
  if (milliseconds === 0) return;
  await new Promise<void>((resolve) => setTimeout(resolve, milliseconds));
}
