/** Where a question is asked, and what can be done for it there. */
import type { Focus } from "./search";

export interface Situation {
  readonly focus: () => Focus;
  /** Open the next hint of the exercise and return its words; null outside an exercise. */
  readonly nextHint: (() => HintReply) | null;
  /** Hand a question on to the learner's language model; null where that cannot be. */
  readonly askModel: ((question: string) => void) | null;
  readonly onClose: () => void;
  announce(text: string): void;
}

/** A hint that was opened just now, or null where all are open. */
export type HintReply = { readonly title: string; readonly text: DocumentFragment } | null;
