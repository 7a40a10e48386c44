/** What is kept of one cell, exercise, quiz or prediction. */
import { isCount, isRecord, isText } from "../page/checks";

export interface SavedRecord {
  readonly id: string;
  /** The version of the lesson's own text that this work belongs to. */
  readonly version: string;
  /** Null while it is the lesson's own code. */
  readonly code: string | null;
  /** When it first passed, in ISO form, or null. */
  readonly passed: string | null;
  readonly attempts: number;
  readonly lastAttempt: string | null;
  readonly hints: number;
  readonly isSolutionOpen: boolean;
  /** The number of the choice that was taken, or null. */
  readonly answer: number | null;
  readonly updated: string;
}

/** What changes in a record. */
export type Change = Partial<Omit<SavedRecord, "id" | "updated">>;

export function newRecord(id: string): SavedRecord {
  return {
    id,
    version: "",
    code: null,
    passed: null,
    attempts: 0,
    lastAttempt: null,
    hints: 0,
    isSolutionOpen: false,
    answer: null,
    updated: "",
  };
}

/** How many honest tries open the solution. */
export const ATTEMPTS_NEEDED = 2;

/** Whether the solution is the learner's to see: after a pass, or after enough honest tries. */
export function hasEarnedSolution({ passed, attempts, isSolutionOpen }: SavedRecord): boolean {
  return passed !== null || attempts >= ATTEMPTS_NEEDED || isSolutionOpen;
}

/** Return the record in a value from storage or a file, or null where it is damaged. */
export function readRecord(value: unknown): SavedRecord | null {
  if (!isRecord(value) || !isText(value["id"]) || value["id"] === "") return null;
  const record = { ...newRecord(value["id"]), ...onlyKnown(value) };
  return isWhole(record) ? record : null;
}

function onlyKnown(value: Record<string, unknown>): Record<string, unknown> {
  const known = Object.keys(newRecord(""));
  return Object.fromEntries(Object.entries(value).filter(([name]) => known.includes(name)));
}

function isWhole(record: object): record is SavedRecord {
  const fields: Readonly<Record<string, unknown>> = { ...record };
  const texts = ["version", "updated"].every((name) => isText(fields[name]));
  const maybeTexts = ["code", "passed", "lastAttempt"].every(
    (name) => fields[name] === null || isText(fields[name]),
  );
  const counts = ["attempts", "hints"].every((name) => isCount(fields[name]));
  const answer = fields["answer"];
  return (
    texts &&
    maybeTexts &&
    counts &&
    typeof fields["isSolutionOpen"] === "boolean" &&
    (answer === null || isCount(answer))
  );
}
