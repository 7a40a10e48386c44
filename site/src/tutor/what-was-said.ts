/** What Python and the course said of the last run or check, as text for a model. */
import type { ErrorReport, GradeResult, RunResult } from "../protocol";

export interface Said {
  /** Python's own words; empty where there was no error. */
  readonly error: string;
  /** What the course says of it; empty where it has said nothing. */
  readonly finding: string;
}

export function whatWasSaid(result: RunResult | GradeResult | null): Said {
  if (result === null) return { error: "", finding: "" };
  const error = result.error === null ? "" : errorWords(result.error);
  return { error, finding: "checks" in result ? checkWords(result) : runWords(result) };
}

function errorWords({ type, message, line }: ErrorReport): string {
  return `${type}: ${message}${line === null ? "" : ` (line ${line})`}`;
}

function runWords({ error, noticed }: RunResult): string {
  const explained = error === null ? [] : [error.cause, error.fix];
  const seen = noticed.flatMap(({ line, cause, fix }) => [`Line ${line}: ${cause}`, fix]);
  return [...explained, ...seen].filter((words) => words !== "").join("\n");
}

function checkWords({ passed, feedback, checks }: GradeResult): string {
  if (passed) return "The code passes every check.";
  const failing = checks.filter((check) => !check.passed);
  const words = failing.map(({ name, message }) => `Check that does not pass: ${name}\n${message}`);
  return [feedback, ...words].filter((each) => each !== "").join("\n\n");
}
