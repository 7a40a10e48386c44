/** What the builder wrote beside a lesson's page: what grading needs, and the solutions. */
import type { ExerciseText, MistakeText } from "../protocol";
import { isRecord, isText } from "./checks";
import { fetchData } from "./fetch-data";

const NOT_HERE =
  "What checks the exercises of this lesson did not arrive. Check the connection, then try again.";

export interface SolutionText {
  readonly code: string;
  readonly codeHtml: string;
  readonly explanationHtml: string;
}

export interface ExerciseData {
  readonly text: ExerciseText;
  readonly solution: SolutionText | null;
}

/** Fetch a lesson's exercises by their ids. */
export async function fetchExercises(url: string): Promise<ReadonlyMap<string, ExerciseData>> {
  const data = await fetchData(url);
  if (!isRecord(data) || !isRecord(data["exercises"])) throw new Error(NOT_HERE);
  return new Map(Object.entries(data["exercises"]).flatMap(([id, value]) => entry(id, value)));
}

function entry(id: string, value: unknown): [string, ExerciseData][] {
  if (!isRecord(value) || !isRecord(value["text"])) return [];
  const { lesson, setup, mistakes } = value["text"];
  if (!isText(lesson) || !isText(setup) || !Array.isArray(mistakes)) return [];
  const text = { id, lesson, setup, mistakes: mistakes.filter(isMistake) };
  return [[id, { text, solution: solution(value["solution"]) }]];
}

function isMistake(value: unknown): value is MistakeText {
  return (
    isRecord(value) && isText(value["id"]) && isText(value["code"]) && isText(value["feedback"])
  );
}

function solution(value: unknown): SolutionText | null {
  if (!isRecord(value)) return null;
  const { code, code_html: codeHtml, explanation_html: explanationHtml } = value;
  return isText(code) && isText(codeHtml) && isText(explanationHtml)
    ? { code, codeHtml, explanationHtml }
    : null;
}
