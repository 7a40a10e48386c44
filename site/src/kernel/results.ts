/** Results come as JSON from a realm that learner code shares, so their shape is checked. */
import type {
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

export function readRun(payload: string): RunResult | null {
  const data = parseObject(payload);
  if (data === null) return null;
  const { status, seconds, error } = data;
  if (status !== "ok" && status !== "error" && status !== "interrupted") return null;
  const noticed = Array.isArray(data["noticed"]) ? data["noticed"].filter(isNoticed) : [];
  return {
    status,
    error: readError(error),
    seconds: typeof seconds === "number" ? seconds : 0,
    noticed,
  };
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
    cause: words(value["cause"]),
    fix: words(value["fix"]),
    change: isChange(value["change"]) ? value["change"] : null,
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

/** What learning did, or null where a field is not what the protocol says. */
export function readHistory(payload: string): HistoryResult | null {
  const { by, trouble, updates } = parseObject(payload) ?? {};
  if ((by !== "learner" && by !== "engine") || typeof trouble !== "string") return null;
  return Array.isArray(updates) && updates.every(isUpdate) ? { by, trouble, updates } : null;
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

/** The judge's verdict; it never shares a realm with learner code. */
export function isGradeResult(data: unknown): data is GradeResult {
  return (
    isObject(data) &&
    typeof data["passed"] === "boolean" &&
    Array.isArray(data["checks"]) &&
    typeof data["feedback"] === "string"
  );
}

function isCompletion(value: unknown): value is Completion {
  const keys = ["label", "type", "detail"];
  return isObject(value) && keys.every((key) => typeof value[key] === "string");
}

function isChange(value: unknown): value is CodeChange {
  const keys = ["line", "column", "endLine", "endColumn"];
  return (
    isObject(value) &&
    keys.every((key) => typeof value[key] === "number") &&
    typeof value["replacement"] === "string"
  );
}

function isNoticed(value: unknown): value is Noticed {
  return (
    isObject(value) &&
    typeof value["line"] === "number" &&
    typeof value["cause"] === "string" &&
    typeof value["fix"] === "string"
  );
}

function words(value: unknown): string {
  return typeof value === "string" ? value : "";
}

function place(value: unknown): number | null {
  return typeof value === "number" ? value : null;
}
