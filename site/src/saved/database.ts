/** The page's own storage: one record for each cell, a few single values, and what was damaged. */
import { openDB, type DBSchema, type IDBPDatabase } from "idb";
import type { SavedRecord } from "./record";

interface Schema extends DBSchema {
  cells: { key: string; value: SavedRecord };
  values: { key: string; value: string };
  aside: { key: number; value: unknown };
}

export interface Storage {
  readAll(): Promise<{ records: unknown[]; lastPlace: string | null }>;
  write(records: readonly SavedRecord[], removed: readonly string[]): Promise<void>;
  writePlace(place: string): Promise<void>;
  /** Keep what could not be read, out of the way. */
  setAside(value: unknown): Promise<void>;
}

const NAME = "ml-bites";
const VERSION = 1;

/** Open the storage. Rejects where it is forbidden, or holds data of a later version. */
export async function openStorage(): Promise<Storage> {
  const database = await openDB<Schema>(NAME, VERSION, {
    upgrade(fresh) {
      fresh.createObjectStore("cells", { keyPath: "id" });
      fresh.createObjectStore("values");
      fresh.createObjectStore("aside", { autoIncrement: true });
    },
    blocking: (_current, _blocked, event) => {
      if (event.target instanceof IDBDatabase) event.target.close();
    },
  });
  return new DatabaseStorage(database);
}

class DatabaseStorage implements Storage {
  constructor(private readonly database: IDBPDatabase<Schema>) {}

  async readAll(): Promise<{ records: unknown[]; lastPlace: string | null }> {
    const records = await this.database.getAll("cells");
    const lastPlace = (await this.database.get("values", "last-place")) ?? null;
    return { records, lastPlace };
  }

  async write(records: readonly SavedRecord[], removed: readonly string[]): Promise<void> {
    const change = this.database.transaction("cells", "readwrite", { durability: "relaxed" });
    const puts = records.map((record) => change.store.put(record));
    const deletes = removed.map((id) => change.store.delete(id));
    // Committed at once, so that it is kept even when the page goes before the answer comes.
    change.commit();
    await Promise.all([...puts, ...deletes, change.done]);
  }

  async writePlace(place: string): Promise<void> {
    await this.database.put("values", place, "last-place");
  }

  async setAside(value: unknown): Promise<void> {
    await this.database.add("aside", value);
  }
}
