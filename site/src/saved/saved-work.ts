/** The learner's work: read once, held in memory, and written soon after every change. */
import { openStorage, type Storage } from "./database";
import { newRecord, readRecord, type Change, type SavedRecord } from "./record";

const WRITE_AFTER_MS = 300;

export class SavedWork {
  private readonly records = new Map<string, SavedRecord>();
  private readonly changed = new Set<string>();
  private readonly listeners = new Set<() => void>();
  private storage: Storage | null = null;
  private timer: number | null = null;
  private place: string | null = null;
  private isKeptNow = true;

  /** Read what is kept. Where storage is forbidden, the work lives as long as the page. */
  async load(): Promise<void> {
    try {
      this.storage = await openStorage();
      const { records, lastPlace } = await this.storage.readAll();
      this.place = lastPlace;
      for (const value of records) await this.takeIn(value);
    } catch {
      this.storage = null;
      this.isKeptNow = false;
    }
    this.tell();
  }

  private async takeIn(value: unknown): Promise<void> {
    const record = readRecord(value);
    if (record === null) await this.storage?.setAside(value);
    else this.records.set(record.id, record);
  }

  /** Whether the work outlives this page. */
  isKept(): boolean {
    return this.isKeptNow;
  }

  get(id: string): SavedRecord {
    return this.records.get(id) ?? newRecord(id);
  }

  all(): SavedRecord[] {
    return [...this.records.values()];
  }

  hasPassed(id: string): boolean {
    return this.get(id).passed !== null;
  }

  update(id: string, change: Change): void {
    const updated = new Date().toISOString();
    this.records.set(id, { ...this.get(id), ...change, updated });
    this.schedule(id);
  }

  /** Forget a cell's work. */
  forget(id: string): void {
    this.records.delete(id);
    this.schedule(id);
  }

  /** Put a record back, or take one in from a file. */
  put(record: SavedRecord): void {
    this.records.set(record.id, record);
    this.schedule(record.id);
  }

  lastPlace(): string | null {
    return this.place;
  }

  setLastPlace(place: string): void {
    if (place === this.place) return;
    this.place = place;
    this.storage?.writePlace(place).catch(() => this.lose());
  }

  onChange(listener: () => void): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  /** Write now, when the page is about to go. */
  async flush(): Promise<void> {
    if (this.timer !== null) window.clearTimeout(this.timer);
    this.timer = null;
    const ids = [...this.changed];
    this.changed.clear();
    if (ids.length === 0 || this.storage === null) return;
    const records = ids.flatMap((id) => this.records.get(id) ?? []);
    const removed = ids.filter((id) => !this.records.has(id));
    await this.storage.write(records, removed).catch(() => this.lose());
  }

  private schedule(id: string): void {
    this.changed.add(id);
    this.tell();
    this.timer ??= window.setTimeout(() => void this.flush(), WRITE_AFTER_MS);
  }

  private lose(): void {
    this.isKeptNow = false;
    this.tell();
  }

  private tell(): void {
    for (const listener of this.listeners) listener();
  }
}
