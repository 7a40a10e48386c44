/** A cell's code as a link: compressed, in the part of the address that no server sees. */
import { isRecord, isText, readJson } from "../page/checks";

export interface SharedCode {
  readonly cell: string;
  readonly code: string;
}

const MARK = "#share=";
const VERSION = 1;
/** Longer links break in mail and chat programs. */
export const LONGEST_LINK = 8_000;
const LONGEST_HASH = 20_000;
const LONGEST_CODE = 100_000;
const BROKEN = "This link to a shared cell is broken. Ask for it again, or for the code itself.";
const TOO_LONG = "This link carries more code than a cell can hold, so it is not opened.";

export function isShareLink(hash: string): boolean {
  return hash.startsWith(MARK);
}

/** Return the address that shares the code, or null where it would be too long for a link. */
export async function writeLink(page: string, shared: SharedCode): Promise<string | null> {
  const text = JSON.stringify({ v: VERSION, cell: shared.cell, code: shared.code });
  const packed = new Blob([text]).stream().pipeThrough(new CompressionStream("deflate-raw"));
  const bytes = new Uint8Array(await new Response(packed).arrayBuffer());
  const link = page.replace(/#.*$/, "") + MARK + toBase64(bytes);
  return link.length > LONGEST_LINK ? null : link;
}

/** Return what a link shares, or in words why it cannot be opened. Never throws. */
export async function readLink(hash: string): Promise<SharedCode | string> {
  if (hash.length > LONGEST_HASH) return TOO_LONG;
  const bytes = fromBase64(hash.slice(MARK.length));
  const text = bytes === null ? "" : await unpack(bytes);
  if (text === null) return TOO_LONG;
  const data = readJson(text);
  if (!isRecord(data) || !isText(data["cell"]) || !isText(data["code"])) return BROKEN;
  if (data["v"] !== VERSION) return "This link was made by a later version of the course.";
  return { cell: data["cell"], code: data["code"] };
}

/** The unpacked text, empty where it cannot be unpacked, null where it is too long. */
async function unpack(bytes: Uint8Array<ArrayBuffer>): Promise<string | null> {
  const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream("deflate-raw"));
  const reader = stream.pipeThrough(new TextDecoderStream("utf-8", { fatal: true })).getReader();
  let text = "";
  try {
    for (;;) {
      const { done, value } = await reader.read();
      if (done) return text;
      text += value;
      if (text.length > LONGEST_CODE) {
        void reader.cancel().catch(() => undefined);
        return null;
      }
    }
  } catch {
    return "";
  }
}

function toBase64(bytes: Uint8Array): string {
  const text = Array.from(bytes, (byte) => String.fromCharCode(byte)).join("");
  return btoa(text).replaceAll("+", "-").replaceAll("/", "_").replaceAll("=", "");
}

function fromBase64(text: string): Uint8Array<ArrayBuffer> | null {
  try {
    const plain = atob(text.replaceAll("-", "+").replaceAll("_", "/"));
    return Uint8Array.from(plain, (character) => character.charCodeAt(0));
  } catch {
    return null;
  }
}
