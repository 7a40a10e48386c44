/** What the page and its service worker say to each other, and what the worker is told to keep. */

/** Every file of the course. Names with a hash need no `revision`. */
export interface Course {
  /** The hash of scripts, styles and runtime, as in the page's `<meta name="version">`. */
  readonly version: string;
  readonly files: readonly KeptFile[];
}

export interface KeptFile {
  readonly url: string;
  readonly revision: string | null;
  /** What is not exactly this file is never kept. */
  readonly integrity?: string;
}

/** Page to worker. `version` is answered with the worker's version. */
export interface Message {
  readonly type: "version" | "take-over" | "take-over-if-alone";
}

export function isMessage(value: unknown): value is Message {
  return (
    typeof value === "object" &&
    value !== null &&
    "type" in value &&
    ["version", "take-over", "take-over-if-alone"].includes(String(value.type))
  );
}
