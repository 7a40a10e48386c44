import type { GradeRequest, GradeResult, Outcome, RealmName } from "../protocol";
import { isObject, parseObject } from "./parts";
import { readGrade } from "./results";
import { crashWords, GRADING_BROKE, NOT_GRADED } from "./words";

/** Call a method of a realm; `limit` in seconds. */
export type CallRealm = (
  realm: RealmName,
  method: string,
  payload: unknown,
  limit: number | null,
) => Promise<Outcome>;

/** A judge that takes longer has met a mistake that never ends. */
const JUDGE_LIMIT_S = 30;
const USUAL_LIMIT_S = 10;

/**
 * Plan in the judge's realm, observe in the learner's, judge in the judge's: learner code never
 * meets what knows the answers.
 */
export async function grade(request: GradeRequest, call: CallRealm): Promise<GradeResult> {
  const { exercise, code } = request;
  const seed = crypto.getRandomValues(new Uint32Array(1))[0] ?? 0;
  const planned = await call("judge", "plan", { exercise, seed }, JUDGE_LIMIT_S);
  const plan = planned.kind === "done" ? parseObject(planned.payload)?.["plan"] : undefined;
  if (plan === undefined) return failed(request, planned);
  const work = { code, setup: exercise.setup, plan };
  const seen = await call("learner", "observe", work, limitOf(plan));
  const observation = readObservation(seen);
  if (observation === null) return failed(request, seen);
  const judged = await call("judge", "judge", { exercise, plan, observation, code }, JUDGE_LIMIT_S);
  const result = judged.kind === "done" ? readGrade(exercise.id, judged.payload) : null;
  return result ?? failed(request, judged);
}

/** A result without checks, that says why there are none. */
export function unfinished(exercise: string, feedback: string): GradeResult {
  return { exercise, passed: false, checks: [], feedback, mistake: null, error: null };
}

function readObservation(seen: Outcome): unknown {
  if (seen.kind === "timed-out") return { timed_out: true };
  return seen.kind === "done" ? parseObject(seen.payload) : null;
}

function failed(request: GradeRequest, outcome: Outcome): GradeResult {
  return unfinished(request.exercise.id, failureWords(outcome));
}

function failureWords(outcome: Outcome): string {
  if (outcome.kind === "interrupted" || outcome.kind === "restarted") return NOT_GRADED;
  return outcome.kind === "crashed" ? crashWords(outcome.message) : GRADING_BROKE;
}

function limitOf(plan: unknown): number {
  const seconds = isObject(plan) ? plan["seconds"] : null;
  return typeof seconds === "number" ? seconds : USUAL_LIMIT_S;
}
