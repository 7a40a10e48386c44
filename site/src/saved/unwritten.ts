/**
 * What was not written yet when the page went. WebKit may not end a write that begins then, so it
 * is put where a page can still write at that moment, and taken from there by the next page.
 */
import { readJson } from "../page/checks";
import { recall, remember } from "../page/remembered";
import { readRecord, type SavedRecord } from "./record";

export class Unwritten {
  private readonly name: string;

  /** `database`: where it was to be written. */
  constructor(database: string) {
    this.name = `${database}-unwritten`;
  }

  keep(records: readonly SavedRecord[]): void {
    const ids = new Set(records.map(({ id }) => id));
    if (ids.size > 0) this.put([...this.all().filter(({ id }) => !ids.has(id)), ...records]);
  }

  all(): readonly SavedRecord[] {
    const kept = readJson(recall(this.name) ?? "");
    return Array.isArray(kept) ? kept.map(readRecord).filter((record) => record !== null) : [];
  }

  /** Forget those that are written now, or were followed by others. */
  drop(isWritten: (record: SavedRecord) => boolean): void {
    const before = this.all();
    if (before.length > 0) this.put(before.filter((record) => !isWritten(record)));
  }

  private put(records: readonly SavedRecord[]): void {
    remember(this.name, records.length === 0 ? null : JSON.stringify(records));
  }
}
