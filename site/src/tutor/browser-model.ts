/** The model that some browsers have built in, by the Prompt API. */
import { isRecord } from "../page/checks";
import { inTime, type Patience } from "./events";
import type { Conversation, Piece } from "./speech";
import { ModelTrouble } from "./trouble";

type Availability = "unavailable" | "downloadable" | "downloading" | "available";

interface Session {
  promptStreaming(input: string, options: { readonly signal: AbortSignal }): ReadableStream<string>;
  destroy(): void;
}
interface LanguageModelApi {
  availability(options: object): Promise<Availability>;
  create(options: object): Promise<Session>;
}

const TEXT = [{ type: "text", languages: ["en"] }];
const KIND = { expectedInputs: TEXT, expectedOutputs: TEXT };
/** The first time, the browser fetches the model. */
const FETCHING_MS = 30 * 60_000;

/** The browser's own model, or null where it has none. */
export function findBrowserModel(): LanguageModelApi | null {
  const api: unknown = Reflect.get(globalThis, "LanguageModel");
  return isApi(api) ? api : null;
}

function isApi(value: unknown): value is LanguageModelApi {
  const has = (name: string) =>
    (isRecord(value) || typeof value === "function") &&
    typeof Reflect.get(value, name) === "function";
  return has("availability") && has("create");
}

export async function* askBrowser(
  conversation: Conversation,
  patience: Patience,
  signal: AbortSignal,
  onFetching: (part: number) => void,
): AsyncGenerator<Piece> {
  const session = await startSession(conversation, signal, onFetching);
  const question = conversation.turns.at(-1)?.text ?? "";
  try {
    const reader = session.promptStreaming(question, { signal }).getReader();
    let wait = patience.first;
    while (true) {
      const { done, value } = await inTime(reader.read(), wait);
      if (done) break;
      yield { text: value, end: "" };
      wait = patience.next;
    }
    yield { text: "", end: "whole" };
  } catch (error) {
    throw signal.aborted || error instanceof ModelTrouble ? error : failed(error);
  } finally {
    session.destroy();
  }
}

async function startSession(
  conversation: Conversation,
  signal: AbortSignal,
  onFetching: (part: number) => void,
): Promise<Session> {
  const api = findBrowserModel();
  if (api === null || (await api.availability(KIND)) === "unavailable") throw noModel();
  const earlier = conversation.turns.slice(0, -1);
  const options = {
    ...KIND,
    signal,
    initialPrompts: [
      { role: "system", content: conversation.system },
      ...earlier.map(({ role, text }) => ({ role, content: text })),
    ],
    monitor: (monitor: EventTarget) =>
      monitor.addEventListener("downloadprogress", (event) => {
        if (event instanceof ProgressEvent) onFetching(event.loaded);
      }),
  };
  try {
    return await inTime(api.create(options), FETCHING_MS);
  } catch (error) {
    throw signal.aborted ? error : failed(error);
  }
}

export function noModel(): ModelTrouble {
  return new ModelTrouble(
    "browser",
    "This browser has no model of its own that it can use here.",
    "Chrome and Edge have one on large computers: 16 GB of memory and 22 GB of free " +
      "disk. Choose another model.",
  );
}

function failed(error: unknown): ModelTrouble {
  const name = error instanceof Error ? error.name : "";
  if (name === "QuotaExceededError")
    return new ModelTrouble(
      "request",
      "This is too much text for the model in this browser.",
      "Ask about a shorter piece of code.",
    );
  return new ModelTrouble(
    "browser",
    "The model in this browser stopped working.",
    "Try again. If it stays so, restart the browser or choose another model.",
  );
}
