/** Earlier versions of a cell's code: what was run, and what something else took the place of. */
import { isRecord, isText } from "../page/checks";

export interface Version {
  readonly code: string;
  /** When it was kept, in ISO form. */
  readonly kept: string;
}

/** The versions of one cell, the newest first. */
export interface CellVersions {
  readonly id: string;
  readonly versions: readonly Version[];
}

export const MOST_VERSIONS = 20;

/** Return the versions with this one first; code that is there already only moves up. */
export function withVersion(versions: readonly Version[], version: Version): Version[] {
  const others = versions.filter((each) => each.code !== version.code);
  return [version, ...others].slice(0, MOST_VERSIONS);
}

/** Return the versions in a value from storage or a file, or null where it is damaged. */
export function readVersions(value: unknown): CellVersions | null {
  if (!isRecord(value) || !isText(value["id"]) || value["id"] === "") return null;
  const { id, versions } = value;
  if (!Array.isArray(versions) || !versions.every(isVersion)) return null;
  return { id, versions: versions.slice(0, MOST_VERSIONS) };
}

function isVersion(value: unknown): value is Version {
  return isRecord(value) && isText(value["code"]) && isText(value["kept"]);
}
