/** The learner's work: read once, held in memory, and written soon after every change. */
import { openStorage, type Contents, type Storage } from "./database";
import { OtherTabs, type News } from "./other-tabs";
import { newRecord, readRecord, type Change, type SavedRecord } from "./record";
import { Unwritten } from "./unwritten";
import { readVersions, withVersion, type CellVersions, type Version } from "./version";

const WRITE_AFTER_MS = 300;
/** Some browsers open their storage and never say so. */
const LONGEST_READ_MS = 4_000;

/** `lost`: nothing outlives this page. `beside`: later work lies here, and stays as it is. */
export type Keeping = "kept" | "beside" | "lost";

export class SavedWork {
  private readonly records = new Map<string, SavedRecord>();
  private readonly history = new Map<string, readonly Version[]>();
  private readonly changed = new Set<string>();
  /** What is being written. */
  private readonly writing = new Set<readonly string[]>();
  private readonly listeners = new Set<() => void>();
  private readonly outsideListeners = new Set<(id: string) => void>();
  private readonly tabs = new OtherTabs((news) => this.onNews(news));
  private storage: Storage | null = null;
  private unwritten: Unwritten | null = null;
  private timer: number | null = null;
  /** When the oldest change was made that is not written, in ms since the page began. */
  private waitingSince = 0;
  private place: string | null = null;
  private isLost = false;

  /** Read what is kept. Where storage is forbidden, the work lives as long as the page. */
  async load(): Promise<void> {
    try {
      const { storage, contents } = await inTime(openAndRead(), LONGEST_READ_MS);
      const { records, versions, lastPlace } = contents;
      this.storage = storage;
      this.place = lastPlace;
      for (const value of records) await this.takeIn(value);
      for (const value of versions) await this.takeInVersions(value);
      this.takeInUnwritten(new Unwritten(storage.name));
    } catch {
      this.storage = null;
      this.isLost = true;
    }
    this.tell();
  }

  private async takeIn(value: unknown): Promise<void> {
    const record = readRecord(value);
    if (record === null) await this.storage?.setAside(value);
    else this.records.set(record.id, record);
  }

  private async takeInVersions(value: unknown): Promise<void> {
    const cell = readVersions(value);
    if (cell === null) await this.storage?.setAside(value);
    else this.history.set(cell.id, cell.versions);
  }

  /** Take over what the page before this one has not written. */
  private takeInUnwritten(unwritten: Unwritten): void {
    this.unwritten = unwritten;
    unwritten.drop(({ id, updated }) => updated < this.get(id).updated);
    for (const record of unwritten.all()) {
      this.records.set(record.id, record);
      this.schedule(record.id);
    }
  }

  /** Whether the work outlives this page. */
  keeping(): Keeping {
    if (this.isLost) return "lost";
    return this.storage?.isBesideLaterWork === true ? "beside" : "kept";
  }

  get(id: string): SavedRecord {
    return this.records.get(id) ?? newRecord(id);
  }

  all(): SavedRecord[] {
    return [...this.records.values()];
  }

  allVersions(): CellVersions[] {
    return [...this.history].map(([id, versions]) => ({ id, versions }));
  }

  hasPassed(id: string): boolean {
    return this.get(id).passed !== null;
  }

  update(id: string, change: Change): void {
    const updated = new Date().toISOString();
    this.records.set(id, { ...this.get(id), ...change, updated });
    this.schedule(id);
  }

  /** Forget a cell's work; its versions stay. */
  forget(id: string): void {
    this.keepCode(id);
    this.records.delete(id);
    this.schedule(id);
  }

  /** Put a record back, or take one in from a file; the code that was there becomes a version. */
  put(record: SavedRecord): void {
    if (this.get(record.id).code !== record.code) this.keepCode(record.id);
    this.records.set(record.id, record);
    this.schedule(record.id);
  }

  /** The earlier versions of a cell's code, the newest first. */
  versions(id: string): readonly Version[] {
    return this.history.get(id) ?? [];
  }

  /** Keep code as a version. */
  keepVersion(id: string, version: Version): void {
    this.history.set(id, withVersion(this.versions(id), version));
    this.schedule(id);
  }

  /** Keep a cell's present code as a version, unless it is the lesson's own. */
  private keepCode(id: string): void {
    const { code, updated } = this.get(id);
    if (code !== null) this.keepVersion(id, { code, kept: updated || new Date().toISOString() });
  }

  lastPlace(): string | null {
    return this.place;
  }

  setLastPlace(place: string): void {
    if (place === this.place) return;
    this.place = place;
    this.storage?.writePlace(place).catch(() => this.lose([]));
  }

  onChange(listener: () => void): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  /** Hear of a cell whose code another tab has changed. */
  onOutside(listener: (id: string) => void): () => void {
    this.outsideListeners.add(listener);
    return () => this.outsideListeners.delete(listener);
  }

  /** Write now, and keep what is not written: the page may be about to go. */
  secure(): void {
    const ids = new Set([...this.changed, ...[...this.writing].flat()]);
    this.unwritten?.keep([...ids].flatMap((id) => this.records.get(id) ?? []));
    void this.flush();
  }

  /** Write now. */
  async flush(): Promise<void> {
    if (this.timer !== null) window.clearTimeout(this.timer);
    this.timer = null;
    const ids = [...this.changed];
    this.changed.clear();
    if (ids.length === 0 || this.storage === null) return;
    const records = ids.flatMap((id) => this.records.get(id) ?? []);
    const removed = ids.filter((id) => !this.records.has(id));
    const versions = this.allVersions().filter(({ id }) => ids.includes(id));
    const change = this.storage.write({ records, removed, versions });
    this.writing.add(ids);
    this.tabs.tell({ records, removed });
    await change.then(
      () => this.onWritten({ records, removed }),
      () => this.lose(ids),
    );
    this.writing.delete(ids);
  }

  private onWritten({ records, removed }: News): void {
    const written = new Map(records.map(({ id, updated }) => [id, updated]));
    this.unwritten?.drop(
      ({ id, updated }) => updated <= (written.get(id) ?? "") || removed.includes(id),
    );
    this.regain();
  }

  /** Another tab has written. The newer code wins; the older one becomes a version. */
  private onNews({ records, removed }: News): void {
    for (const record of records) {
      const mine = this.get(record.id);
      if (record.updated <= mine.updated) continue;
      if (record.code !== mine.code) this.keepCode(record.id);
      this.records.set(record.id, record);
      if (record.code !== mine.code) this.tellOutside(record.id);
    }
    for (const id of removed) {
      if (!this.records.has(id)) continue;
      this.keepCode(id);
      this.records.delete(id);
      this.tellOutside(id);
    }
    this.tell();
  }

  private tellOutside(id: string): void {
    for (const listener of this.outsideListeners) listener(id);
  }

  private schedule(id: string): void {
    this.changed.add(id);
    this.tell();
    if (this.timer === null) {
      this.waitingSince = performance.now();
      this.timer = window.setTimeout(() => void this.flush(), WRITE_AFTER_MS);
    } else if (performance.now() - this.waitingSince > WRITE_AFTER_MS) {
      // The timer is late: browsers let it wait while keys are pressed without a pause.
      void this.flush();
    }
  }

  /** A write has failed: the next one tries again with what it held. */
  private lose(ids: readonly string[]): void {
    for (const id of ids) this.changed.add(id);
    this.isLost = true;
    this.tell();
  }

  private regain(): void {
    if (!this.isLost) return;
    this.isLost = false;
    this.tell();
  }

  private tell(): void {
    for (const listener of this.listeners) listener();
  }
}

async function openAndRead(): Promise<{ storage: Storage; contents: Contents }> {
  const storage = await openStorage();
  return { storage, contents: await storage.readAll() };
}

function inTime<T>(work: Promise<T>, milliseconds: number): Promise<T> {
  const late = new Promise<never>((_resolve, reject) => {
    setTimeout(() => reject(new Error("The storage does not answer.")), milliseconds);
  });
  return Promise.race([work, late]);
}
