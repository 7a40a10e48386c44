/** What is said to a model, and what a piece of its answer means, in any protocol. */

export interface Turn {
  readonly role: "user" | "assistant";
  readonly text: string;
}

export interface Conversation {
  readonly system: string;
  readonly turns: readonly Turn[];
}

/** One piece of an answer. */
export interface Piece {
  readonly text: string;
  /** Whether the model says that this is the end, and how: whole, too long, or declined. */
  readonly end: "" | "whole" | "long" | "declined";
}

export const NOTHING: Piece = { text: "", end: "" };
