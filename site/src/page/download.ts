import { make } from "./dom";

/** Hand the reader a text as a file. */
export function download(name: string, text: string, type: string): void {
  const address = URL.createObjectURL(new Blob([text], { type }));
  make("a", { attributes: { href: address, download: name } }).click();
  URL.revokeObjectURL(address);
}
