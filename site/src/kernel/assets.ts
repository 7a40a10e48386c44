/** Fetches one file of the runtime: in pieces, counted, and again from where it broke off. */
import type { RuntimeFile } from "../protocol";

type Bytes = Uint8Array<ArrayBuffer>;

const PAUSES_MS = [0, 400, 1_600] as const;

/** What went wrong with one file, in words for the learner. */
export class DownloadError extends Error {
  override readonly name = "DownloadError";
}

/**
 * Give each piece of the file after the first `alreadyHere` bytes to `onPiece`, every byte once.
 * Throws a `DownloadError` when three attempts did not bring the whole file.
 */
export async function download(
  base: string,
  file: RuntimeFile,
  alreadyHere: number,
  onPiece: (piece: Bytes) => void,
): Promise<void> {
  let received = alreadyHere;
  let problem = "";
  for (const pause of PAUSES_MS) {
    await wait(pause);
    try {
      for await (const piece of pieces(base + file.name, received)) {
        received += piece.byteLength;
        onPiece(piece);
      }
      return;
    } catch (error) {
      problem = error instanceof DownloadError ? error.message : "the connection broke off";
    }
  }
  throw new DownloadError(`${file.name}: ${problem}`);
}

/** The file's bytes after the first `skipped`, which an earlier attempt has brought already. */
async function* pieces(address: string, skipped: number): AsyncGenerator<Bytes> {
  const response = await fetch(address);
  if (!response.ok) throw new DownloadError(`the server answered ${response.status}`);
  if (response.body === null) throw new DownloadError("the server sent nothing");
  let left = skipped;
  const reader = response.body.getReader();
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return;
    const fresh = value.subarray(Math.min(left, value.byteLength));
    left -= value.byteLength - fresh.byteLength;
    if (fresh.byteLength > 0) yield fresh;
  }
}

async function wait(milliseconds: number): Promise<void> {
  if (milliseconds === 0) return;
  await new Promise<void>((resolve) => setTimeout(resolve, milliseconds));
}
