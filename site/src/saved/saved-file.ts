/** The learner's work as one file. */
import { isRecord, readJson } from "../page/checks";
import { download } from "../page/download";
import { readRecord, type SavedRecord } from "./record";
import type { SavedWork } from "./saved-work";
import { readVersions, type CellVersions } from "./version";

const FORMAT = "ml-bites-work";
const VERSION = 1;
const FILE_NAME = "ml-bites-work.json";
export const MOST_BYTES = 50_000_000;

export function writeFile(
  records: readonly SavedRecord[],
  versions: readonly CellVersions[],
): string {
  return JSON.stringify({ format: FORMAT, version: VERSION, records, versions }, null, 1);
}

export interface FileContents {
  readonly records: readonly SavedRecord[];
  readonly versions: readonly CellVersions[];
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
  const kept = Array.isArray(data["versions"]) ? data["versions"] : [];
  const records = data["records"].map(readRecord);
  const versions = kept.map(readVersions);
  return {
    records: records.filter((record) => record !== null),
    versions: versions.filter((each) => each !== null),
    damaged: [...records, ...versions].filter((each) => each === null).length,
  };
}

/** Hand the learner all of the work as a file. */
export function saveToFile(work: SavedWork): void {
  download(FILE_NAME, writeFile(work.all(), work.allVersions()), "application/json");
}
