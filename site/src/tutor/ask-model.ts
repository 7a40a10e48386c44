/** Asks the chosen model, whatever its protocol, and yields the answer's text as it comes. */
import { askBrowser } from "./browser-model";
import type { Connection } from "./connection";
import type { Patience } from "./events";
import { findProvider } from "./providers";
import { askServer } from "./server-model";
import type { Conversation, Piece } from "./speech";
import { visibleText } from "./thinking";
import { DECLINED, EMPTY, ENDLESS, silent } from "./trouble";

export interface Limits {
  readonly patience: Patience;
  /** Characters, thoughts included. */
  readonly longest: number;
  /** Milliseconds for the whole answer. */
  readonly most: number;
}

export const LIMITS: Limits = {
  patience: { first: 120_000, next: 45_000 },
  longest: 40_000,
  most: 300_000,
};
/** What a learner can be asked to read, in characters. */
const LONGEST_SHOWN = 8_000;

/** Yield all of the answer so far, each time that it grew. */
export async function* askModel(
  connection: Connection,
  conversation: Conversation,
  signal: AbortSignal,
  onFetching: (part: number) => void = () => undefined,
  limits: Limits = LIMITS,
): AsyncGenerator<string> {
  const timeout = AbortSignal.timeout(limits.most);
  const over = new AbortController();
  const any = AbortSignal.any([signal, timeout, over.signal]);
  let said = "";
  let end: Piece["end"] = "";
  try {
    for await (const piece of pieces(connection, conversation, limits, any, onFetching)) {
      said += piece.text;
      if (end === "") end = piece.end;
      if (piece.text !== "") yield visibleText(said);
      if (said.length > limits.longest || visibleText(said).length > LONGEST_SHOWN) throw ENDLESS;
    }
  } catch (error) {
    throw timeout.aborted && !signal.aborted ? tooSlow(said, limits) : error;
  } finally {
    // A server that is no longer heard must not go on writing: it may cost by the word.
    over.abort();
  }
  if (end === "declined") throw DECLINED;
  if (end === "long") throw ENDLESS;
  if (visibleText(said).trim() === "") throw EMPTY;
}

function pieces(
  connection: Connection,
  conversation: Conversation,
  limits: Limits,
  signal: AbortSignal,
  onFetching: (part: number) => void,
): AsyncGenerator<Piece> {
  return findProvider(connection.provider).protocol === "browser"
    ? askBrowser(conversation, limits.patience, signal, onFetching)
    : askServer(connection, conversation, limits.patience, signal);
}

function tooSlow(said: string, limits: Limits): Error {
  return said === "" ? silent(Math.round(limits.most / 1_000)) : ENDLESS;
}
