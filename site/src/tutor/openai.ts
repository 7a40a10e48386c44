/** The protocol that OpenAI began and most servers speak: chat completions. */
import { isRecord, isText, readJson } from "../page/checks";
import type { Connection } from "./connection";
import type { StreamEvent } from "./events";
import { NOTHING, type Conversation, type Piece } from "./speech";
import { fromStatus, UNREADABLE } from "./trouble";

export const OPENAI_PATH = "chat/completions";

const ENDS: Readonly<Record<string, Piece["end"]>> = {
  length: "long",
  content_filter: "declined",
};

export function openaiHeaders({ key }: Connection): Record<string, string> {
  const plain = { "Content-Type": "application/json" };
  return key.trim() === "" ? plain : { ...plain, Authorization: `Bearer ${key.trim()}` };
}

/** Nothing but what every server knows: names of limits differ, and some models refuse them. */
export function openaiBody(connection: Connection, conversation: Conversation): unknown {
  const turns = conversation.turns.map(({ role, text }) => ({ role, content: text }));
  return {
    model: connection.model.trim(),
    stream: true,
    messages: [{ role: "system", content: conversation.system }, ...turns],
  };
}

export function readOpenai({ data }: StreamEvent): Piece {
  if (data.trim() === "[DONE]") return { text: "", end: "whole" };
  return pieceOf(readJson(data), "delta");
}

/** Read an answer that came as a whole, from a server that does not stream. */
export function readOpenaiWhole(data: unknown): Piece {
  const piece = pieceOf(data, "message");
  return piece.end === "" ? { ...piece, end: "whole" } : piece;
}

function pieceOf(data: unknown, field: "delta" | "message"): Piece {
  if (!isRecord(data)) throw UNREADABLE;
  if (data["error"] !== undefined && data["error"] !== null)
    throw fromStatus(statusIn(data["error"]), JSON.stringify(data), new Headers());
  const [choice]: unknown[] = Array.isArray(data["choices"]) ? data["choices"] : [];
  if (!isRecord(choice)) return NOTHING;
  const said = choice[field];
  const text = isRecord(said) && isText(said["content"]) ? said["content"] : "";
  const reason = choice["finish_reason"];
  return { text, end: isText(reason) ? (ENDS[reason] ?? "whole") : "" };
}

function statusIn(error: unknown): number {
  const code = isRecord(error) ? error["code"] : undefined;
  return typeof code === "number" && code >= 400 ? code : 500;
}
