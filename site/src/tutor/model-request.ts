/** What a model is asked about, and what the page around it can do. */
import type { GuardRules } from "./guard";
import type { Situation } from "./prompt";

export interface ModelRequest {
  readonly question: string;
  /** Whether the question is about an exercise, so that code is tried against its checks. */
  readonly isExercise: boolean;
  /** The course's own answers that fit a question; none where they are shown already. */
  courseAnswers(question: string): Promise<readonly HTMLElement[]>;
  /** What the learner sees now; the code may have changed since the question before. */
  situation(): Situation;
  rules(): Promise<GuardRules>;
  /** Put code into the cell; null where there is none. */
  readonly apply: ((code: string) => void) | null;
  /** The learner is done with the model here. */
  onClose(): void;
  /** Say something to screen readers, quietly. */
  announce(text: string): void;
}
