/** What came of a stepping, checked field by field: learner code shares the realm it comes from. */
import type { Outcome, TraceResult, TraceStep, TraceVariable } from "../protocol";
import { isObject, parseObject } from "./parts";
import { readError } from "./results";
import { crashWords, NAMES_GONE, NOT_STEPPED, UNREADABLE } from "./words";

/** More than a program is stepped through; see `engine/kernel/recorder.py`. */
const MOST_STEPS = 5_000;

export function finishTrace(outcome: Outcome): TraceResult {
  switch (outcome.kind) {
    case "done":
      return readTrace(outcome.payload) ?? noTrace(UNREADABLE);
    case "broken":
      return noTrace(outcome.message);
    case "crashed":
      return noTrace(crashWords(outcome.message));
    case "restarted":
      return noTrace(NAMES_GONE);
    default:
      return noTrace();
  }
}

/** A result without steps, that says why there are none. */
export function noTrace(word: string = NOT_STEPPED): TraceResult {
  return { steps: [], limit_reached: false, word, error: null, output: "" };
}

function readTrace(payload: string): TraceResult | null {
  const { steps, limit_reached, word, error, output } = parseObject(payload) ?? {};
  if (!Array.isArray(steps) || typeof word !== "string" || typeof output !== "string") return null;
  if (steps.length > MOST_STEPS || !steps.every(isStep)) return null;
  return { steps, limit_reached: limit_reached === true, word, error: readError(error), output };
}

function isStep(value: unknown): value is TraceStep {
  if (!isObject(value)) return false;
  const { event, line, calls, variables, output } = value;
  return (
    isOneOf(event, ["line", "return", "yield", "exception", "end"]) &&
    Number.isSafeInteger(line) &&
    Number.isSafeInteger(output) &&
    isTextOrNull(value["value"]) &&
    Array.isArray(calls) &&
    calls.every((name) => typeof name === "string") &&
    Array.isArray(variables) &&
    variables.every(isVariable)
  );
}

function isVariable(value: unknown): value is TraceVariable {
  return (
    isObject(value) &&
    typeof value["name"] === "string" &&
    typeof value["value"] === "string" &&
    isOneOf(value["scope"], ["local", "cell"]) &&
    isTextOrNull(value["before"]) &&
    isOneOf(value["change"], ["", "new", "changed", "gone"])
  );
}

function isOneOf(value: unknown, words: readonly string[]): boolean {
  return typeof value === "string" && words.includes(value);
}

function isTextOrNull(value: unknown): boolean {
  return value === null || typeof value === "string";
}
