/** What the builder hands over, and what it gets back for the page and the command line. */
import type { AsPlainObject } from "minisearch";
import { isRecord, isText } from "../page/checks";

/** A question with its answer, as the builder read it. */
export interface Document {
  readonly id: string;
  readonly question: string;
  /** The lesson that it belongs to; empty where it is about Python or the course. */
  readonly lesson: string;
  /** The answer as the builder rendered it; links count from the site's root. */
  readonly html: string;
  /** The address of the place in a lesson that tells more, from the site's root, or empty. */
  readonly place: string;
}

/** What only the search needs of a question. */
export interface Source extends Document {
  /** Other ways to ask it. */
  readonly ways: readonly string[];
  /** The answer's words. */
  readonly text: string;
}

/** The file that is shipped. */
export interface IndexFile {
  readonly answers: readonly Document[];
  /** How rare each word is: the rarer, the more it tells. */
  readonly rarity: Readonly<Record<string, number>>;
  /** For each entry of the search: the number of its answer, and the weight of its words. */
  readonly entries: readonly (readonly [number, number])[];
  readonly search: AsPlainObject;
}

export function isIndexFile(value: unknown): value is IndexFile {
  return (
    isRecord(value) &&
    Array.isArray(value["answers"]) &&
    value["answers"].every((answer) => isRecord(answer) && isText(answer["question"])) &&
    Array.isArray(value["entries"]) &&
    isRecord(value["rarity"]) &&
    isRecord(value["search"])
  );
}
