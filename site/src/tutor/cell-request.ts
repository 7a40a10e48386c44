/** What a model is asked about a cell, and how its code is tried there. */
import type { CodeCell } from "../blocks/code-cell";
import type { LessonPage } from "../page/page";
import { hasEarnedSolution } from "../saved/record";
import { courseAnswers } from "./course-answers";
import type { GuardRules, TrialResult } from "./guard";
import type { ModelRequest } from "./model-request";
import { lessonTitle, placeOf } from "./place-in-lesson";
import { whatWasSaid } from "./what-was-said";

export function cellRequest(cell: CodeCell, question: string, onClose: () => void): ModelRequest {
  const { page, area } = cell;
  const place = placeOf(cell.element);
  return {
    question,
    isExercise: cell.isExercise,
    situation: () => ({
      ...place,
      task: cell.isExercise ? place.task : "",
      code: area.text(),
      ...whatWasSaid(cell.lastResult),
    }),
    rules: () => rulesFor(page, cell),
    apply: (code) => void area.replace(code),
    onClose,
    courseAnswers: (asked) => courseAnswers(asked, page.lesson.id),
    announce: (text) => page.announce(text),
  };
}

/** A question that is about no cell. */
export function pageRequest(page: LessonPage, question: string, onClose: () => void): ModelRequest {
  const nothing = { place: "", task: "", code: "", error: "", finding: "" };
  return {
    question,
    isExercise: false,
    situation: () => ({ lesson: lessonTitle(), ...nothing }),
    rules: () => rulesFor(page, null),
    apply: null,
    onClose,
    courseAnswers: (asked) => courseAnswers(asked, page.lesson.id),
    announce: (text) => page.announce(text),
  };
}

async function rulesFor(page: LessonPage, cell: CodeCell | null): Promise<GuardRules> {
  const isEarned = (id: string) => hasEarnedSolution(page.work.get(id));
  const exercises = [...(await page.lesson.exercises())];
  const solutions = exercises.flatMap(([id, { solution }]) =>
    solution === null || isEarned(id) ? [] : [solution.code],
  );
  return {
    solutions,
    own: cell === null ? [] : [cell.area.text(), cell.area.original],
    isOpenTask: cell !== null && cell.isExercise && !isEarned(cell.id),
    attempt: (code) => (cell === null ? Promise.resolve("unknown") : attempt(page, cell, code)),
  };
}

function attempt(page: LessonPage, cell: CodeCell, code: string): Promise<TrialResult> {
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
