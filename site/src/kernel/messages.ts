/**
 * Whether what crosses from a worker or the frame is a message at all. A worker is shared with
 * learner code, so every field is checked where it arrives, by its type and its size; the payloads
 * of calls, which are text, are checked again by who reads them. Ids are compared with what was
 * asked for. What is no message is dropped.
 */
import type { FromFrame, FromWorker, Outcome } from "../protocol";
import { checkPart, isObject, LONGEST_OUTPUT } from "./parts";

type Check = (value: unknown) => boolean;
type Fields = Readonly<Record<string, Check>>;

/** Longer text is of no use to anybody, and would hold the page up. */
const LONGEST_WORDS = 100_000;

const isId: Check = (value) => Number.isSafeInteger(value);
const isFlag: Check = (value) => typeof value === "boolean";
const isPayload: Check = (value) => isTextUpTo(value, LONGEST_OUTPUT);
const areWords: Check = (value) => isTextUpTo(value, LONGEST_WORDS);
const isOneOf =
  (...words: readonly string[]): Check =>
  (value) =>
    typeof value === "string" && words.includes(value);

const OUTCOMES: Readonly<Record<Outcome["kind"], Fields>> = {
  done: { payload: isPayload },
  interrupted: {},
  restarted: {},
  "timed-out": {},
  crashed: { message: areWords },
  broken: { message: areWords },
};

const FROM_WORKER: Readonly<Record<FromWorker["type"], Fields>> = {
  ready: {},
  failed: { message: areWords },
  preparing: { isOver: isFlag },
  started: { id: isId },
  part: { id: isId, kind: areWords, payload: isPayload },
  ask: { id: isId, prompt: areWords },
  done: { id: isId, payload: isPayload },
  interrupted: { id: isId },
  broken: { id: isId, message: areWords },
  crashed: { id: isId, message: areWords },
  unfit: {},
};

const FROM_FRAME: Readonly<Record<FromFrame["type"], Fields>> = {
  here: {},
  received: { role: areWords, isSound: isFlag },
  state: {
    realm: isOneOf("learner", "judge"),
    state: isOneOf("starting", "ready", "failed", "unfit"),
    message: areWords,
  },
  line: { number: isId, port: (value) => value instanceof MessagePort },
  parts: { id: isId, parts: (value) => Array.isArray(value) && value.every(isPart) },
  ask: { id: isId, prompt: areWords },
  outcome: { id: isId, outcome: (value) => fits(value, "kind", OUTCOMES) },
  stopped: { id: isId, how: isOneOf("interrupted", "restarted") },
};

export function isFromWorker(data: unknown): data is FromWorker {
  return fits(data, "type", FROM_WORKER);
}

export function isFromFrame(data: unknown): data is FromFrame {
  return fits(data, "type", FROM_FRAME);
}

/** Whether a value says which kind it is, and has every field of that kind. */
function fits(value: unknown, tag: string, kinds: Readonly<Record<string, Fields>>): boolean {
  if (!isObject(value)) return false;
  const kind = value[tag];
  if (typeof kind !== "string" || !Object.hasOwn(kinds, kind)) return false;
  return Object.entries(kinds[kind] ?? {}).every(([name, check]) => check(value[name]));
}

function isPart(value: unknown): boolean {
  return isObject(value) && checkPart(value) !== null;
}

function isTextUpTo(value: unknown, length: number): boolean {
  return typeof value === "string" && value.length <= length;
}
