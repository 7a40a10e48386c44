/**
 * What was not written yet when the page went. WebKit may not end a write that begins then, so it
 * is put where a page can still write at that moment, and taken from there by the next page.
 */
import { readJson } from "../page/checks";
import { readRecord, type SavedRecord } from "./record";

const KEY = "unwritten-work";

export function keepUnwritten(records: readonly SavedRecord[]): void {
  if (records.length === 0) return;
  const ids = new Set(records.map(({ id }) => id));
  write([...readUnwritten().filter(({ id }) => !ids.has(id)), ...records]);
}

export function readUnwritten(): readonly SavedRecord[] {
  const kept = readJson(readText());
  return Array.isArray(kept) ? kept.map(readRecord).filter((record) => record !== null) : [];
}

/** Forget those that are written now, or were followed by others. */
export function dropWritten(isWritten: (record: SavedRecord) => boolean): void {
  const before = readUnwritten();
  if (before.length > 0) write(before.filter((record) => !isWritten(record)));
}

function readText(): string {
  try {
    return localStorage.getItem(KEY) ?? "";
  } catch {
    return "";
  }
}

function write(records: readonly SavedRecord[]): void {
  try {
    if (records.length === 0) localStorage.removeItem(KEY);
    else localStorage.setItem(KEY, JSON.stringify(records));
  } catch {
    // Forbidden or full: the write that has begun is all that can be done.
  }
}
