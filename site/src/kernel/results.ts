/**
 * Results come as JSON from a realm that learner code shares, so their shape is checked: each field
 * by its type, each place by its range, each text and list by its length.
 */
import type {
  CheckResult,
  CodeChange,
  Completion,
  CompleteResult,
  ErrorReport,
  GradeResult,
  HistoryResult,
  HistoryUpdate,
  LayerNumbers,
  LayersResult,
  Noticed,
  PeekResult,
  RunResult,
  SlopesResult,
} from "../protocol";
import { isObject, parseObject } from "./parts";

const LONGEST_WORDS = 20_000;
const MOST_NOTICED = 50;
const MOST_COMPLETIONS = 500;
const MOST_UPDATES = 5_000;

export function readRun(payload: string): RunResult | null {
  const data = parseObject(payload);
  if (data === null) return null;
  const { status, seconds, error } = data;
  if (status !== "ok" && status !== "error" && status !== "interrupted") return null;
  return {
    status,
    error: readError(error),
    seconds: typeof seconds === "number" ? seconds : 0,
    noticed: listOf(data["noticed"], MOST_NOTICED).filter(isNoticed),
  };
}

/** An error report whose every field has its type, or null. */
export function readError(value: unknown): ErrorReport | null {
  if (!isObject(value)) return null;
  const { type, message, traceback } = value;
  if (typeof type !== "string" || typeof message !== "string") return null;
  return {
    type: words(type),
    message: words(message),
    traceback: words(traceback),
    line: place(value["line"]),
    endLine: place(value["endLine"]),
    column: place(value["column"]),
    endColumn: place(value["endColumn"]),
    cause: words(value["cause"]),
    fix: words(value["fix"]),
    change: isChange(value["change"]) ? value["change"] : null,
  };
}

export function readCompletions(payload: string): CompleteResult | null {
  const { from, options } = parseObject(payload) ?? {};
  if (!isCount(from) || !Array.isArray(options)) return null;
  return { from, options: listOf(options, MOST_COMPLETIONS).filter(isCompletion) };
}

export function readPeek(payload: string): PeekResult | null {
  const values = parseObject(payload)?.["values"];
  return isObject(values) ? { values } : null;
}

/** What learning did, or null where a field is not what the protocol says. */
export function readHistory(payload: string): HistoryResult | null {
  const { by, trouble, updates } = parseObject(payload) ?? {};
  if ((by !== "learner" && by !== "engine") || typeof trouble !== "string") return null;
  if (!Array.isArray(updates) || updates.length > MOST_UPDATES) return null;
  return updates.every(isUpdate) ? { by, trouble, updates } : null;
}

/** The four slopes of two neurons, or null where they are none. */
export function readSlopes(payload: string): SlopesResult | null {
  const { by, trouble, slopes } = parseObject(payload) ?? {};
  if ((by !== "learner" && by !== "engine") || typeof trouble !== "string") return null;
  const areNumbers = Array.isArray(slopes) && slopes.length === 4 && slopes.every(Number.isFinite);
  return areNumbers ? { by, trouble, slopes } : null;
}

/** Two layers of step neurons, or null where they are none. */
export function readLayers(payload: string): LayersResult | null {
  const { by, trouble, layers } = parseObject(payload) ?? {};
  if ((by !== "learner" && by !== "engine") || typeof trouble !== "string") return null;
  if (!Array.isArray(layers) || layers.length !== 2) return null;
  return layers.every((layer, index) => isLayer(layer, 2 - index)) ? { by, trouble, layers } : null;
}

function isLayer(value: unknown, neurons: number): value is LayerNumbers {
  const [weights, biases]: unknown[] = Array.isArray(value) ? value : [];
  const isRow = (row: unknown, length: number) =>
    Array.isArray(row) && row.length === length && row.every(Number.isFinite);
  return (
    Array.isArray(weights) &&
    weights.length === neurons &&
    weights.every((row) => isRow(row, 2)) &&
    isRow(biases, neurons)
  );
}

function isUpdate(value: unknown): value is HistoryUpdate {
  if (!isObject(value) || !Array.isArray(value["w"])) return false;
  return [...value["w"], value["b"], value["error"]].every(Number.isFinite);
}

/**
 * The judge's verdict. It never shares a realm with learner code, but hands on what it was told of
 * an error.
 */
export function readGrade(exercise: string, payload: string): GradeResult | null {
  const { passed, checks, feedback, mistake, error } = parseObject(payload) ?? {};
  if (typeof passed !== "boolean" || !Array.isArray(checks) || !checks.every(isCheck)) return null;
  if (typeof feedback !== "string" || passed !== checks.every((check) => check.passed)) return null;
  return {
    exercise,
    passed,
    checks,
    feedback,
    mistake: typeof mistake === "string" ? mistake : null,
    error: readError(error),
  };
}

function isCheck(value: unknown): value is CheckResult {
  return (
    isObject(value) &&
    typeof value["passed"] === "boolean" &&
    ["name", "message"].every((key) => typeof value[key] === "string")
  );
}

function isCompletion(value: unknown): value is Completion {
  const keys = ["label", "type", "detail"];
  return isObject(value) && keys.every((key) => isShort(value[key]));
}

function isChange(value: unknown): value is CodeChange {
  const keys = ["line", "column", "endLine", "endColumn"];
  return (
    isObject(value) &&
    keys.every((key) => place(value[key]) !== null) &&
    isShort(value["replacement"])
  );
}

function isNoticed(value: unknown): value is Noticed {
  return (
    isObject(value) &&
    place(value["line"]) !== null &&
    isShort(value["cause"]) &&
    isShort(value["fix"])
  );
}

function words(value: unknown): string {
  return typeof value === "string" ? value.slice(0, LONGEST_WORDS) : "";
}

function isShort(value: unknown): boolean {
  return typeof value === "string" && value.length <= LONGEST_WORDS;
}

/** A line or column, from 1. */
function place(value: unknown): number | null {
  return isCount(value) && value >= 1 ? value : null;
}

function isCount(value: unknown): value is number {
  return Number.isSafeInteger(value) && Number(value) >= 0;
}

function listOf(value: unknown, most: number): readonly unknown[] {
  return Array.isArray(value) ? value.slice(0, most) : [];
}
