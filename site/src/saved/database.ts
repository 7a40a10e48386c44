/** The page's own storage: cells, their versions, single values, and what was damaged. */
import { openDB, type DBSchema, type IDBPDatabase } from "idb";
import type { SavedRecord } from "./record";
import type { CellVersions } from "./version";

interface Schema extends DBSchema {
  cells: { key: string; value: SavedRecord };
  versions: { key: string; value: CellVersions };
  values: { key: string; value: string };
  aside: { key: number; value: unknown };
}

/** All that is kept. Whether it is whole is for the reader to find out. */
export interface Contents {
  readonly records: readonly unknown[];
  readonly versions: readonly unknown[];
  readonly lastPlace: string | null;
}

export interface Changes {
  readonly records: readonly SavedRecord[];
  readonly removed: readonly string[];
  readonly versions: readonly CellVersions[];
}

export interface Storage {
  /** Whether a later version of the course has kept work here, which this one cannot read. */
  readonly isBesideLaterWork: boolean;
  readonly name: string;
  readAll(): Promise<Contents>;
  write(changes: Changes): Promise<void>;
  writePlace(place: string): Promise<void>;
  /** Keep what could not be read, out of the way. */
  setAside(value: unknown): Promise<void>;
}

const NAME = "ml-bites";
const VERSION = 2;

/** Open the storage. Rejects where it is forbidden. */
export async function openStorage(): Promise<Storage> {
  try {
    return new DatabaseStorage(await open(NAME), false);
  } catch (error) {
    if (!(error instanceof DOMException && error.name === "VersionError")) throw error;
    return new DatabaseStorage(await open(`${NAME}-${VERSION}`), true);
  }
}

function open(name: string): Promise<IDBPDatabase<Schema>> {
  return openDB<Schema>(name, VERSION, {
    upgrade(fresh, from) {
      if (from < 1) {
        fresh.createObjectStore("cells", { keyPath: "id" });
        fresh.createObjectStore("values");
        fresh.createObjectStore("aside", { autoIncrement: true });
      }
      fresh.createObjectStore("versions", { keyPath: "id" });
    },
    blocking: (_current, _blocked, event) => {
      if (event.target instanceof IDBDatabase) event.target.close();
    },
  });
}

class DatabaseStorage implements Storage {
  constructor(
    private readonly database: IDBPDatabase<Schema>,
    readonly isBesideLaterWork: boolean,
  ) {}

  get name(): string {
    return this.database.name;
  }

  async readAll(): Promise<Contents> {
    const [records, versions, place] = await Promise.all([
      this.database.getAll("cells"),
      this.database.getAll("versions"),
      this.database.get("values", "last-place"),
    ]);
    return { records, versions, lastPlace: place ?? null };
  }

  async write({ records, removed, versions }: Changes): Promise<void> {
    const change = this.database.transaction(["cells", "versions"], "readwrite", {
      durability: "relaxed",
    });
    const cells = change.objectStore("cells");
    const work = [
      ...records.map((record) => cells.put(record)),
      ...removed.map((id) => cells.delete(id)),
      ...versions.map((each) => change.objectStore("versions").put(each)),
    ];
    // Committed at once, so that it is kept even when the page goes before the answer comes.
    change.commit();
    await Promise.all([...work, change.done]);
  }

  async writePlace(place: string): Promise<void> {
    await this.database.put("values", place, "last-place");
  }

  async setAside(value: unknown): Promise<void> {
    await this.database.add("aside", value);
  }
}
