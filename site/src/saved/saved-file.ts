/** The learner's work as one file. */
import { isRecord, readJson } from "../page/checks";
import { readRecord, type SavedRecord } from "./record";

const FORMAT = "ml-bites-work";
const VERSION = 1;

export function writeFile(records: readonly SavedRecord[]): string {
  return JSON.stringify({ format: FORMAT, version: VERSION, records }, null, 1);
}

export interface FileContents {
  readonly records: readonly SavedRecord[];
  /** How many entries could not be read. */
  readonly damaged: number;
}

/** Return what a file holds, or in words why it cannot be used. */
export function readFile(text: string): FileContents | string {
  const data = readJson(text);
  if (!isRecord(data) || data["format"] !== FORMAT || !Array.isArray(data["records"])) {
    return "This file was not saved by ML Bites.";
  }
  if (data["version"] !== VERSION) return "This file was saved by a later version of ML Bites.";
  const records = data["records"].map(readRecord);
  const whole = records.filter((record) => record !== null);
  return { records: whole, damaged: records.length - whole.length };
}
