/** What can go wrong with a model, each with a clear word and what to do. */
import { isRecord, isText, readJson } from "../page/checks";

export type TroubleKind =
  | "key"
  | "forbidden"
  | "credit"
  | "model"
  | "address"
  | "request"
  | "limit"
  | "server"
  | "cut"
  | "unreadable"
  | "silent"
  | "endless"
  | "empty"
  | "refused"
  | "offline"
  | "unreachable"
  | "not-allowed"
  | "permission"
  | "browser";

/** Its message says what happened; `advice` what to do. Neither holds the key. */
export class ModelTrouble extends Error {
  constructor(
    readonly kind: TroubleKind,
    message: string,
    readonly advice: string,
  ) {
    super(message);
  }
}

const GO_ON = "The answers of the course work as before.";
const LONGEST_QUOTE = 200;
const NO_CREDIT = /insufficient_quota|billing|credit/i;
const ABOUT_MODEL = /model/i;
const TRY_AGAIN_IN = /try again in (\d+(?:\.\d+)?) ?s/i;

export const BROKEN_OFF = new ModelTrouble(
  "cut",
  "The answer broke off.",
  "What came is shown. Ask again for a whole one.",
);
export const UNREADABLE = new ModelTrouble(
  "unreadable",
  "The server sent something that is no answer.",
  "Check the address in the settings, then ask again.",
);
export const EMPTY = new ModelTrouble(
  "empty",
  "The model gave an empty answer.",
  "Ask again, or choose another model.",
);
export const ENDLESS = new ModelTrouble(
  "endless",
  "The answer did not come to an end, so it was stopped.",
  "What came is shown. Ask for less, or choose another model.",
);
export const DECLINED = new ModelTrouble(
  "refused",
  "The model declined to answer this.",
  "Ask in other words.",
);

export function silent(seconds: number): ModelTrouble {
  return new ModelTrouble(
    "silent",
    `Nothing came from the model for ${seconds} seconds, so this stopped waiting.`,
    "A model on a slow machine can take long. Try again, or choose a smaller model.",
  );
}

/** Return what an answer that is no success means. */
export function fromStatus(status: number, body: string, headers: Headers): ModelTrouble {
  const said = quote(body);
  const trouble = (kind: TroubleKind, message: string, advice: string) =>
    new ModelTrouble(kind, message + said, advice);
  switch (status) {
    case 401:
      return trouble(
        "key",
        "The server did not accept the key.",
        "Look for a missing letter, or make a new key.",
      );
    case 402:
      return noCredit(said);
    case 403:
      return trouble(
        "forbidden",
        "The server refused this (403).",
        "The key may not be allowed to use this model, or the server does not accept this page.",
      );
    case 404:
      return ABOUT_MODEL.test(body)
        ? trouble("model", "The server has no model of this name.", "Check the model's name.")
        : trouble(
            "address",
            "There is nothing at this address (404).",
            "Check the address. It usually ends in /v1.",
          );
    case 429:
      return NO_CREDIT.test(body) ? noCredit(said) : limit(body, headers);
  }
  if (status < 500)
    return trouble(
      "request",
      `The server could not use the request (${status}).`,
      "Check the model's name and the address.",
    );
  return trouble("server", `The server has trouble of its own (${status}).`, againSoon(headers));
}

function noCredit(said: string): ModelTrouble {
  return new ModelTrouble(
    "credit",
    `There is no credit left on this key.${said}`,
    "Look at your account with the provider, or choose another model.",
  );
}

function limit(body: string, headers: Headers): ModelTrouble {
  const seconds = secondsToWait(body, headers);
  const when = seconds === null ? "in a minute" : `in ${seconds} seconds`;
  return new ModelTrouble(
    "limit",
    "Too many questions came in a short time (429).",
    `Try again ${when}. ${GO_ON}`,
  );
}

function againSoon(headers: Headers): string {
  const seconds = secondsToWait("", headers);
  return `Try again ${seconds === null ? "in a minute" : `in ${seconds} seconds`}. ${GO_ON}`;
}

/** Return how long to wait: servers say it in a header that pages may not see, or in words. */
export function secondsToWait(body: string, headers: Headers): number | null {
  const header = headers.get("retry-after");
  if (header !== null && header.trim() !== "") {
    const seconds = Number(header);
    const until = Number.isFinite(seconds) ? seconds : (Date.parse(header) - Date.now()) / 1_000;
    if (Number.isFinite(until)) return Math.max(1, Math.ceil(until));
  }
  const said = TRY_AGAIN_IN.exec(body)?.[1];
  return said === undefined ? null : Math.max(1, Math.ceil(Number(said)));
}

/** Return the server's own words, short, without anything that looks like a key. */
function quote(body: string): string {
  const data = readJson(body);
  const error = isRecord(data) ? (data["error"] ?? data["message"]) : undefined;
  const words = isRecord(error) ? error["message"] : error;
  if (!isText(words) || words.trim() === "") return "";
  const plain = words
    .replace(/\s+/g, " ")
    .replace(/\S*[\w-]{20,}\S*/g, "…")
    .trim();
  const short = plain.length > LONGEST_QUOTE ? `${plain.slice(0, LONGEST_QUOTE)}…` : plain;
  return ` It says: “${short}”`;
}
