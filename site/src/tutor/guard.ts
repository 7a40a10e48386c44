/**
 * Decides what of a model's answer is shown. A fix is tried first. What is close to the solution
 * stays folded until the learner has tried.
 */
import { answerBlocks, type AnswerBlock } from "./answer-blocks";
import { coverage, isClose, isSameCode } from "./code-similarity";

/** What came of running code: it passes or runs, it does not, or it could not be tried. */
export type TrialResult = "works" | "fails" | "unknown";

export interface GuardRules {
  /** The solutions that the learner has not earned yet; none where nothing is to be folded. */
  readonly solutions: readonly string[];
  /** Code that the learner has already: their own, and what the lesson gave. */
  readonly own: readonly string[];
  /** Run code as the page would: against an exercise's checks, or beside a cell's names. */
  readonly attempt: (code: string) => Promise<TrialResult>;
  /** Whether code that works would solve an exercise that the learner still has to try. */
  readonly isOpenTask: boolean;
}

export interface JudgedBlock {
  readonly block: AnswerBlock;
  readonly isFolded: boolean;
  /** What came of trying a fix; null for what is none. */
  readonly trial: TrialResult | null;
}

const MOST_ATTEMPTS = 6;
/** Code that could be a whole answer: it defines or sets something. */
const COULD_SOLVE = /^\s*(?:def|class)\s|^[^\W\d]\w*(?:\s*,\s*\w+)*\s*=[^=]/m;

/** Return whether a text gives a solution away, judged without running it. */
export function givesAway(text: string, rules: GuardRules): boolean {
  return rules.solutions.some((solution) => isClose(text, solution));
}

/** Judge a whole answer, block after block. Once it is stopped, nothing more is tried. */
export async function judge(
  answer: string,
  rules: GuardRules,
  signal: AbortSignal,
): Promise<JudgedBlock[]> {
  const judged: JudgedBlock[] = [];
  let attemptsLeft = MOST_ATTEMPTS;
  const stopped = new Promise<TrialResult>((resolve) => {
    signal.addEventListener("abort", () => resolve("unknown"), { once: true });
  });
  const attempt = async (code: string): Promise<TrialResult> => {
    if (attemptsLeft === 0 || signal.aborted) return "unknown";
    attemptsLeft -= 1;
    return Promise.race([rules.attempt(code), stopped]);
  };
  for (const block of answerBlocks(answer)) judged.push(await judgeBlock(block, rules, attempt));
  return isGivenInPieces(judged, rules) ? judged.map(foldCode) : judged;
}

/** Return an answer as it is remembered: without the code that the learner was not shown. */
export function remembered(judged: readonly JudgedBlock[]): string {
  return judged.map(rememberedBlock).join("\n\n");
}

function rememberedBlock({ block, isFolded, trial }: JudgedBlock): string {
  if (trial === "fails") return "[A fix that was tried and did not work.]";
  if (isFolded || trial === "unknown") return "[Code that was not shown to the learner.]";
  return block.raw.trim();
}

type Attempt = GuardRules["attempt"];

async function judgeBlock(
  block: AnswerBlock,
  rules: GuardRules,
  attempt: Attempt,
): Promise<JudgedBlock> {
  if (block.kind === "fix") {
    const trial = await attempt(block.codes.join("\n"));
    const isFolded = trial === "works" && rules.isOpenTask;
    return { block, isFolded: isFolded || isFoldable(block, rules), trial };
  }
  return {
    block,
    isFolded: isFoldable(block, rules) || (await solves(block, rules, attempt)),
    trial: null,
  };
}

function isFoldable(block: AnswerBlock, rules: GuardRules): boolean {
  const isOwn = block.codes.some((code) => rules.own.some((own) => isSameCode(code, own)));
  return !isOwn && givesAway(block.raw, rules);
}

async function solves(block: AnswerBlock, rules: GuardRules, attempt: Attempt): Promise<boolean> {
  if (!rules.isOpenTask) return false;
  for (const code of [...block.codes, block.inline]) {
    // What could not be tried may solve the task, so only what fails is shown as it is.
    if (COULD_SOLVE.test(code) && (await attempt(code)) !== "fails") return true;
  }
  return false;
}

/** Whether the blocks together give away what none of them does alone. */
function isGivenInPieces(judged: readonly JudgedBlock[], rules: GuardRules): boolean {
  if (judged.some(({ isFolded }) => isFolded)) return false;
  const texts = judged.map(({ block }) => block.raw);
  const most = (solution: string) => Math.max(0, ...texts.map((text) => coverage(text, solution)));
  const all = texts.join("\n\n");
  return rules.solutions.some((solution) => isClose(all, solution) && most(solution) < 1);
}

function foldCode(judged: JudgedBlock): JudgedBlock {
  const { codes, inline } = judged.block;
  return codes.length > 0 || inline !== "" ? { ...judged, isFolded: true } : judged;
}
