/** What the explore pictures ask of the kernel, and what it tells them; part of `protocol`. */

/** What a neuron with weights and bias 0 is to learn, in the order in which it meets it. */
export interface HistoryRequest {
  /** The learner's cell with a `nudge`, or empty for the course's own. */
  readonly code: string;
  readonly setup: string;
  readonly data: readonly (readonly [inputs: readonly number[], target: 0 | 1])[];
  readonly lr: number;
  readonly epochs: number;
}

/** One example met: the numbers after it, and the error before. */
export interface HistoryUpdate {
  readonly w: readonly number[];
  readonly b: number;
  readonly error: number;
}

export interface HistoryResult {
  /** Whose `nudge` made the updates. */
  readonly by: "learner" | "engine";
  /**
   * Why the learner's was not used, as the end of a sentence; empty where it was, or none was
   * given.
   */
  readonly trouble: string;
  readonly updates: readonly HistoryUpdate[];
}

/** Whose slopes of two neurons in a row are wanted, and at which numbers. */
export interface SlopesRequest {
  /** The learner's cell with a `gradients`, or empty for the course's own. */
  readonly code: string;
  readonly setup: string;
  /** x, target, w1, b1, w2, b2. */
  readonly numbers: readonly number[];
}

export interface SlopesResult {
  /** Whose `gradients` worked them out. */
  readonly by: "learner" | "engine";
  /** Why the learner's was not used, as in `HistoryResult`. */
  readonly trouble: string;
  /** Of the loss, for w1, b1, w2 and b2. */
  readonly slopes: readonly number[];
}

export interface LayersRequest {
  /** The learner's cell that sets `layers`, or empty for the course's own. */
  readonly code: string;
  readonly setup: string;
}

/** One layer: a row of weights for each neuron, and one bias for each. */
export type LayerNumbers = readonly [
  weights: readonly (readonly number[])[],
  biases: readonly number[],
];

export interface LayersResult {
  /** Whose they are. */
  readonly by: "learner" | "engine";
  /** Why the learner's were not used, as in `HistoryResult`. */
  readonly trouble: string;
  /** Two hidden neurons, then one output neuron. */
  readonly layers: readonly LayerNumbers[];
}

/** A point of the playground: two inputs, and the answer that it should get. */
export type PlaygroundPoint = readonly [x1: number, x2: number, target: 0 | 1];

/** An experiment; `engine.playground.settings` says what each can be. */
export interface PlaygroundSettings {
  readonly data: string;
  readonly noise: number;
  readonly depth: number;
  readonly width: number;
  readonly activation: string;
  readonly lr: number;
  readonly batch: number;
  readonly seed: number;
  /** The learner's own points, for the data set `own`. */
  readonly points: readonly PlaygroundPoint[];
}

export interface PlaygroundRequest {
  readonly settings: PlaygroundSettings;
  /** The learner's cell with an `MLP`, or empty for the course's own. */
  readonly code: string;
  readonly setup: string;
}

/** An experiment before its first epoch. */
export interface PlaygroundScene {
  readonly by: "learner" | "engine";
  /** Why the learner's network was not used, as in `HistoryResult`. */
  readonly trouble: string;
  readonly train: readonly PlaygroundPoint[];
  readonly test: readonly PlaygroundPoint[];
  /** What the pictures show: from left to right and from bottom to top. */
  readonly box: readonly [left: number, right: number, bottom: number, top: number];
  /** How many numbers go in, are in each hidden layer, and come out. */
  readonly sizes: readonly number[];
  readonly frame: PlaygroundFrame;
}

/** The network after so many epochs. Pictures are squares of outputs, 0 to 255, top row first. */
export interface PlaygroundFrame {
  readonly epoch: number;
  /** Null where it is no number any more. */
  readonly trainLoss: number | null;
  readonly testLoss: number | null;
  /** The part that is right; null where there are no such points. */
  readonly trainAccuracy: number;
  readonly testAccuracy: number | null;
  readonly output: Uint8Array;
  /** Each hidden layer's neurons; none where a learner's network does not show them. */
  readonly neurons: readonly (readonly Uint8Array[])[];
  /** Each layer's weights: from which number, to which neuron. */
  readonly weights: readonly (readonly (readonly number[])[])[];
}

/** What came of a slice of training. */
export interface PlaygroundProgress {
  /** Null where the slice ended before an epoch did. */
  readonly frame: PlaygroundFrame | null;
  /** Why it cannot go on, or empty. */
  readonly word: string;
}
