/** What the builder hands over, and what it gets back for the page and the command line. */
import { isRecord, isText } from "../page/checks";

/** What the page shows of a question with its answer. */
interface Shown {
  readonly id: string;
  readonly question: string;
  /** The lesson that it belongs to; empty where it is about Python or the course. */
  readonly lesson: string;
  /** The answer as the builder rendered it; links count from the site's root. */
  readonly html: string;
  /** The address of the place in a lesson that tells more, from the site's root, or empty. */
  readonly place: string;
}

/** A question with its answer, as the builder read it. */
export interface Source extends Shown {
  /** Other ways to ask it. */
  readonly ways: readonly string[];
  /** The answer's text. */
  readonly text: string;
}

/** A question with its answer, as it is shipped: with the words by which it is found. */
export interface Document extends Shown {
  /** The words of each way to ask it, with blanks between, each word once. */
  readonly asked: readonly string[];
  /** The words of the answer, as those of a way to ask. */
  readonly words: string;
}

export function areDocuments(value: unknown): value is Document[] {
  return Array.isArray(value) && value.every(isDocument);
}

function isDocument(value: unknown): boolean {
  return (
    isRecord(value) &&
    isText(value["question"]) &&
    isText(value["words"]) &&
    Array.isArray(value["asked"]) &&
    value["asked"].every(isText)
  );
}
