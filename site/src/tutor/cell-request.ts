/** What a model is asked about a cell, and how its code is tried there. */
import type { LessonPage } from "../page/page";
import { hasEarnedSolution } from "../saved/record";
import type { GuardRules, TrialResult } from "./guard";
import type { ModelRequest } from "./model-request";
import { lessonTitle, placeOf } from "./place-in-lesson";

/** A cell as far as a model has to do with it. */
export interface AskedCell {
  readonly id: string;
  readonly isExercise: boolean;
  readonly element: HTMLElement;
  /** The lesson's own code. */
  readonly original: string;
  code(): string;
  replace(code: string): void;
  /** Python's own words for the last error; empty where there was none. */
  error(): string;
  /** What the course said of the last run or check. */
  finding(): string;
}

export function cellRequest(page: LessonPage, cell: AskedCell, question: string): ModelRequest {
  const place = placeOf(cell.element);
  return {
    question,
    isExercise: cell.isExercise,
    situation: () => ({
      ...place,
      task: cell.isExercise ? place.task : "",
      code: cell.code(),
      error: cell.error(),
      finding: cell.finding(),
    }),
    rules: () => rulesFor(page, cell),
    apply: (code) => cell.replace(code),
    announce: (text) => page.announce(text),
  };
}

/** A question that is about no cell. */
export function pageRequest(page: LessonPage, question: string): ModelRequest {
  const nothing = { place: "", task: "", code: "", error: "", finding: "" };
  return {
    question,
    isExercise: false,
    situation: () => ({ lesson: lessonTitle(), ...nothing }),
    rules: () => rulesFor(page, null),
    apply: null,
    announce: (text) => page.announce(text),
  };
}

async function rulesFor(page: LessonPage, cell: AskedCell | null): Promise<GuardRules> {
  const isEarned = (id: string) => hasEarnedSolution(page.work.get(id));
  const exercises = [...(await page.lesson.exercises())];
  const solutions = exercises.flatMap(([id, { solution }]) =>
    solution === null || isEarned(id) ? [] : [solution.code],
  );
  return {
    solutions,
    own: cell === null ? [] : [cell.code(), cell.original],
    isOpenTask: cell !== null && cell.isExercise && !isEarned(cell.id),
    attempt: (code) => (cell === null ? Promise.resolve("unknown") : attempt(page, cell, code)),
  };
}

function attempt(page: LessonPage, cell: AskedCell, code: string): Promise<TrialResult> {
  return cell.isExercise ? grade(page, cell.id, code) : step(page, cell.id, code);
}

async function grade(page: LessonPage, id: string, code: string): Promise<TrialResult> {
  const { text } = await page.lesson.exercise(id);
  const { passed, checks, error } = await page.kernel.grade({ exercise: text, code });
  if (passed) return "works";
  return checks.length > 0 || error !== null ? "fails" : "unknown";
}

/** Run code on a copy of the lesson's names, so that trying it changes nothing. */
async function step(page: LessonPage, cell: string, code: string): Promise<TrialResult> {
  const { lesson, kernel } = page;
  const request = { lesson: lesson.id, cell, code, setup: lesson.setup };
  const { error, steps, limit_reached } = await kernel.trace(request, async () => null);
  if (error !== null) return "fails";
  return steps.length > 0 && !limit_reached ? "works" : "unknown";
}
