/** One file of an archive. */
export interface ZipEntry {
  readonly path: string;
  readonly bytes: Uint8Array;
}

const DIRECTORY_END = 0x06054b50;
const DIRECTORY_END_LENGTH = 22;
const ENTRY_LENGTH = 46;
const LOCAL_LENGTH = 30;

/** The files of a zip archive that was stored without compression and without a comment. */
export function* storedEntries(archive: Uint8Array): Generator<ZipEntry> {
  const view = new DataView(archive.buffer, archive.byteOffset, archive.byteLength);
  const end = archive.byteLength - DIRECTORY_END_LENGTH;
  if (view.getUint32(end, true) !== DIRECTORY_END) throw new Error("The archive is cut off.");
  let place = directoryStart(archive);
  for (let left = view.getUint16(end + 10, true); left > 0; left -= 1) {
    const nameLength = view.getUint16(place + 28, true);
    yield {
      path: readName(archive, place + ENTRY_LENGTH, nameLength),
      bytes: readStored(archive, view, place),
    };
    place += ENTRY_LENGTH + nameLength + view.getUint16(place + 30, true);
  }
}

function readName(archive: Uint8Array, start: number, length: number): string {
  return new TextDecoder().decode(archive.subarray(start, start + length));
}

function readStored(archive: Uint8Array, view: DataView, entry: number): Uint8Array {
  const local = view.getUint32(entry + 42, true);
  const names = view.getUint16(local + 26, true) + view.getUint16(local + 28, true);
  const start = local + LOCAL_LENGTH + names;
  return archive.subarray(start, start + view.getUint32(entry + 24, true));
}

/** Where the archive's directory begins. */
export function directoryStart(archive: Uint8Array): number {
  const end = archive.byteOffset + archive.byteLength - DIRECTORY_END_LENGTH;
  return new DataView(archive.buffer, end).getUint32(16, true);
}
