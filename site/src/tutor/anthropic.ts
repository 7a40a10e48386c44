/** Anthropic's protocol: messages, with events of its own. */
import { isRecord, isText, readJson } from "../page/checks";
import type { Connection } from "./connection";
import type { StreamEvent } from "./events";
import { NOTHING, type Conversation, type Piece } from "./speech";
import { fromStatus, UNREADABLE } from "./trouble";

export const ANTHROPIC_PATH = "messages";

const LONGEST_ANSWER = 1_500;
const STATUS: Readonly<Record<string, number>> = {
  invalid_request_error: 400,
  authentication_error: 401,
  permission_error: 403,
  not_found_error: 404,
  rate_limit_error: 429,
};

export function anthropicHeaders({ key }: Connection): Record<string, string> {
  return {
    "Content-Type": "application/json",
    "anthropic-version": "2023-06-01",
    // The key belongs to the learner who typed it, so there is nobody to keep it from.
    "anthropic-dangerous-direct-browser-access": "true",
    "x-api-key": key.trim(),
  };
}

export function anthropicBody(connection: Connection, conversation: Conversation): unknown {
  return {
    model: connection.model.trim(),
    max_tokens: LONGEST_ANSWER,
    stream: true,
    system: conversation.system,
    messages: conversation.turns.map(({ role, text }) => ({ role, content: text })),
  };
}

export function readAnthropic({ data }: StreamEvent): Piece {
  const event = readJson(data);
  if (!isRecord(event)) throw UNREADABLE;
  switch (event["type"]) {
    case "content_block_delta":
      return { text: textIn(event["delta"]), end: "" };
    case "message_delta":
      return { text: "", end: endIn(event["delta"]) };
    case "message_stop":
      return { text: "", end: "whole" };
    case "error":
      throw fromStatus(statusIn(event["error"]), data, new Headers());
  }
  return NOTHING;
}

/** Read an answer that came as a whole. */
export function readAnthropicWhole(data: unknown): Piece {
  if (!isRecord(data) || !Array.isArray(data["content"])) throw UNREADABLE;
  const text = data["content"].map(textIn).join("");
  const end = endIn(data);
  return { text, end: end === "" ? "whole" : end };
}

function textIn(value: unknown): string {
  return isRecord(value) && isText(value["text"]) ? value["text"] : "";
}

function endIn(value: unknown): Piece["end"] {
  const reason = isRecord(value) ? value["stop_reason"] : null;
  if (reason === "max_tokens") return "long";
  if (reason === "refusal") return "declined";
  return isText(reason) ? "whole" : "";
}

function statusIn(error: unknown): number {
  const type = isRecord(error) && isText(error["type"]) ? error["type"] : "";
  return STATUS[type] ?? 500;
}
