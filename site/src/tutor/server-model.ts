/** Asks a model on a server, and yields its answer as it comes. */
import { readJson } from "../page/checks";
import {
  ANTHROPIC_PATH,
  anthropicBody,
  anthropicHeaders,
  readAnthropic,
  readAnthropicWhole,
} from "./anthropic";
import { requestOptions, serviceUrl, type Connection } from "./connection";
import { inTime, readEvents, type Patience, type StreamEvent } from "./events";
import { OPENAI_PATH, openaiBody, openaiHeaders, readOpenai, readOpenaiWhole } from "./openai";
import { findProvider } from "./providers";
import type { Conversation, Piece } from "./speech";
import { BROKEN_OFF, fromStatus, UNREADABLE } from "./trouble";
import { whyUnreachable } from "./unreachable";

/** How one protocol is spoken. */
interface Manner {
  readonly path: string;
  readonly headers: (connection: Connection) => Record<string, string>;
  readonly body: (connection: Connection, conversation: Conversation) => unknown;
  readonly read: (event: StreamEvent) => Piece;
  readonly readWhole: (data: unknown) => Piece;
}

const OPENAI: Manner = {
  path: OPENAI_PATH,
  headers: openaiHeaders,
  body: openaiBody,
  read: readOpenai,
  readWhole: readOpenaiWhole,
};
const ANTHROPIC: Manner = {
  path: ANTHROPIC_PATH,
  headers: anthropicHeaders,
  body: anthropicBody,
  read: readAnthropic,
  readWhole: readAnthropicWhole,
};

/** Yield the pieces of an answer. Whatever goes wrong is thrown as a `ModelTrouble`. */
export async function* askServer(
  connection: Connection,
  conversation: Conversation,
  patience: Patience,
  signal: AbortSignal,
): AsyncGenerator<Piece> {
  const manner = mannerOf(connection);
  const response = await post(connection, conversation, manner, patience, signal);
  if (!response.ok) throw fromStatus(response.status, await textOf(response), response.headers);
  if (hasType(response, "application/json"))
    return yield manner.readWhole(readJson(await textOf(response)));
  if (response.body === null) throw BROKEN_OFF;
  let hasBegun = hasType(response, "text/event-stream");
  let hasEnded = false;
  for await (const event of readEvents(response.body, patience)) {
    const piece = manner.read(event);
    hasBegun = true;
    hasEnded ||= piece.end !== "";
    yield piece;
  }
  if (!hasEnded) throw hasBegun ? BROKEN_OFF : UNREADABLE;
}

export function mannerOf(connection: Connection): Manner {
  return findProvider(connection.provider).protocol === "anthropic" ? ANTHROPIC : OPENAI;
}

async function post(
  connection: Connection,
  conversation: Conversation,
  manner: Manner,
  patience: Patience,
  signal: AbortSignal,
): Promise<Response> {
  const url = serviceUrl(connection, manner.path);
  const request = fetch(url, {
    ...requestOptions(url, signal),
    method: "POST",
    headers: manner.headers(connection),
    body: JSON.stringify(manner.body(connection, conversation)),
  });
  return inTime(
    request.catch(async (error: unknown) => {
      throw signal.aborted ? error : await whyUnreachable(connection);
    }),
    patience.first,
  );
}

function hasType(response: Response, type: string): boolean {
  return (response.headers.get("content-type") ?? "").includes(type);
}

async function textOf(response: Response): Promise<string> {
  return response.text().catch(() => "");
}
