/** Tries a connection with one short question, and says plainly what came of it. */
import { isRecord, isText } from "../page/checks";
import { askModel } from "./ask-model";
import { requestOptions, serviceUrl, whatIsMissing, type Connection } from "./connection";
import { findProvider } from "./providers";
import { mannerOf } from "./server-model";
import { ModelTrouble } from "./trouble";

export interface Verdict {
  readonly isGood: boolean;
  readonly words: string;
  readonly advice: string;
  /** Names of models that the server has, where that helps. */
  readonly models: readonly string[];
}

const QUESTION = {
  system: "You test a connection.",
  turns: [{ role: "user", text: "Answer with the one word: ready" }],
} as const;
const MOST_MODELS = 200;
const MODELS_NAMED = 5;

export async function checkConnection(
  connection: Connection,
  signal: AbortSignal,
  onFetching: (part: number) => void,
): Promise<Verdict> {
  const missing = whatIsMissing(connection);
  const needsName = missing !== "" && whatIsMissing({ ...connection, model: "any" }) === "";
  if (missing !== "")
    return bad(missing, "", needsName ? await listModels(connection, signal) : []);
  const started = performance.now();
  try {
    let said = "";
    for await (const text of askModel(connection, QUESTION, signal, onFetching)) said = text;
    const seconds = ((performance.now() - started) / 1_000).toFixed(1);
    const words = `It works. The model answered in ${seconds} seconds: “${short(said)}”`;
    return { isGood: true, words, advice: "", models: [] };
  } catch (error) {
    if (!(error instanceof ModelTrouble)) throw error;
    const models = error.kind === "model" ? await listModels(connection, signal) : [];
    return bad(error.message, error.advice, models);
  }
}

function bad(words: string, advice: string, models: readonly string[]): Verdict {
  const some = models.slice(0, MODELS_NAMED).join(", ");
  const end = models.length > MODELS_NAMED ? " and more" : "";
  const named = models.length === 0 ? "" : ` The server has ${some}${end}.`;
  return { isGood: false, words, advice: `${advice}${named}`.trim(), models };
}

function short(text: string): string {
  const plain = text.trim().replace(/\s+/g, " ");
  return plain.length > 60 ? `${plain.slice(0, 60)}…` : plain;
}

/** Ask a server what models it has; none where it does not say. */
async function listModels(connection: Connection, signal: AbortSignal): Promise<readonly string[]> {
  if (findProvider(connection.provider).protocol === "browser") return [];
  const url = serviceUrl(connection, "models");
  const headers = mannerOf(connection).headers(connection);
  try {
    const response = await fetch(url, { ...requestOptions(url, signal), headers });
    return namesIn(await response.json());
  } catch {
    return [];
  }
}

function namesIn(data: unknown): readonly string[] {
  const list = isRecord(data) && Array.isArray(data["data"]) ? data["data"] : [];
  const names = list.map((model: unknown) => (isRecord(model) ? model["id"] : null));
  return names.filter(isText).slice(0, MOST_MODELS);
}
