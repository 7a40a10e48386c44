/** Results come as JSON from a realm that learner code shares, so their shape is checked. */
import type {
  Completion, CompleteResult, ErrorReport, GradeResult, PeekResult, RunResult,
} from "../protocol";
import { isObject, parseObject } from "./parts";

export function readRun(payload: string): RunResult | null {
  const data = parseObject(payload);
  if (data === null) return null;
  const { status, seconds, error } = data;
  if (status !== "ok" && status !== "error" && status !== "interrupted") return null;
  return { status, error: readError(error), seconds: typeof seconds === "number" ? seconds : 0 };
}

/** An error report whose every field has its type, or null. */
export function readError(value: unknown): ErrorReport | null {
  if (!isObject(value)) return null;
  const { type, message, traceback } = value;
  if (typeof type !== "string" || typeof message !== "string") return null;
  return {
    type,
    message,
    traceback: typeof traceback === "string" ? traceback : "",
    line: place(value["line"]),
    endLine: place(value["endLine"]),
    column: place(value["column"]),
    endColumn: place(value["endColumn"]),
  };
}

export function readCompletions(payload: string): CompleteResult | null {
  const { from, options } = parseObject(payload) ?? {};
  if (typeof from !== "number" || !Array.isArray(options)) return null;
  return { from, options: options.filter(isCompletion) };
}

export function readPeek(payload: string): PeekResult | null {
  const values = parseObject(payload)?.["values"];
  return isObject(values) ? { values } : null;
}

/** The judge's verdict; it never shares a realm with learner code. */
export function isGradeResult(data: unknown): data is GradeResult {
  return isObject(data) && typeof data["passed"] === "boolean" && Array.isArray(data["checks"])
    && typeof data["feedback"] === "string";
}

function isCompletion(value: unknown): value is Completion {
  const keys = ["label", "type", "detail"];
  return isObject(value) && keys.every((key) => typeof value[key] === "string");
}

function place(value: unknown): number | null {
  return typeof value === "number" ? value : null;
}
