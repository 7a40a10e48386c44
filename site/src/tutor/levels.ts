/** How much help a model is to give. It starts low; the learner can ask for more. */

export type Level = "question" | "hint" | "explanation" | "fix";

export interface LevelChoice {
  readonly level: Level;
  readonly name: string;
  /** What the model is told to do. */
  readonly order: string;
}

export const LEVELS: readonly LevelChoice[] = [
  {
    level: "question",
    name: "Ask me a question back",
    order:
      "Ask one short question that leads the learner to look at the right place and " +
      "think. Say in one sentence why you ask. Write no code.",
  },
  {
    level: "hint",
    name: "Give me a hint",
    order:
      "Give one hint: name the place to look at and the idea that is missing. Do not say " +
      "what to write there. Write no code but names and values from the learner's own " +
      "program.",
  },
  {
    level: "explanation",
    name: "Explain it",
    order:
      "Explain what happens and why, with the learner's own values. You may show one " +
      "small example of the idea on other names and numbers, never the lines that solve " +
      "the task.",
  },
  {
    level: "fix",
    name: "Show me a fix",
    order:
      "First say in one or two sentences what is wrong. Then give the learner's whole " +
      "cell with the smallest change that mends it, in one fenced block that starts with " +
      "```python fix. Keep the learner's names and way of writing. After the block, say " +
      "what changed.",
  },
];

export function levelChoice(level: Level): LevelChoice {
  const found = LEVELS.find((choice) => choice.level === level);
  if (found === undefined) throw new Error(`There is no level "${level}".`);
  return found;
}

/** Return the next higher level; the highest stays. */
export function levelAfter(level: Level): Level {
  const at = LEVELS.findIndex((choice) => choice.level === level);
  return LEVELS[at + 1]?.level ?? level;
}
