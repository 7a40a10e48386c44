/** The learner's choice of a model: off until they choose, and gone when they say so. */
import { isRecord, isText, readJson } from "../page/checks";
import { KEPT_UNDER } from "../page/model-door";
import type { Connection } from "./connection";
import { PROVIDERS } from "./providers";

interface Choice {
  readonly connection: Connection;
  /** Whether the learner knows what is sent there, and wants it. */
  readonly isAgreed: boolean;
}

/**
 * Held in memory. Only where the learner asks for it, also in the tab's session storage, which the
 * browser empties when the tab is closed. It is never part of the saved work.
 */
export class ModelSettings {
  private choice: Choice | null;
  private isKeptInTab: boolean;
  private readonly listeners = new Set<() => void>();

  constructor(private readonly storage: Storage | null = tabStorage()) {
    this.choice = readChoice(storage?.getItem(KEPT_UNDER) ?? "");
    this.isKeptInTab = this.choice !== null;
  }

  connection(): Connection | null {
    return this.choice?.connection ?? null;
  }

  isKept(): boolean {
    return this.isKeptInTab;
  }

  isAgreed(): boolean {
    return this.choice?.isAgreed ?? false;
  }

  /** Use a model from now on. What is sent is told again where it goes to another place. */
  use(connection: Connection, isKept: boolean): void {
    const before = this.choice;
    const isSamePlace = before?.connection.address === connection.address;
    this.isKeptInTab = isKept;
    this.change({ connection, isAgreed: isSamePlace && (before?.isAgreed ?? false) });
  }

  agree(): void {
    if (this.choice !== null) this.change({ ...this.choice, isAgreed: true });
  }

  forget(): void {
    this.isKeptInTab = false;
    this.change(null);
  }

  onChange(listener: () => void): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  private keep(): void {
    try {
      if (this.choice !== null && this.isKeptInTab)
        this.storage?.setItem(KEPT_UNDER, JSON.stringify(this.choice));
      else this.storage?.removeItem(KEPT_UNDER);
    } catch {
      // The tab's storage is full or forbidden: the choice lasts as long as the page.
    }
  }

  private change(choice: Choice | null): void {
    this.choice = choice;
    this.keep();
    for (const listener of this.listeners) listener();
  }
}

function tabStorage(): Storage | null {
  try {
    return sessionStorage;
  } catch {
    // Storage is forbidden here: the choice lasts as long as the page.
    return null;
  }
}

function readChoice(text: string): Choice | null {
  const data = readJson(text);
  if (!isRecord(data) || !isRecord(data["connection"])) return null;
  const { provider, address, model, key } = data["connection"];
  if (!isText(provider) || !isText(address) || !isText(model) || !isText(key)) return null;
  if (!PROVIDERS.some(({ id }) => id === provider)) return null;
  return { connection: { provider, address, model, key }, isAgreed: data["isAgreed"] === true };
}
