/** The index of all answers by their words. */
import MiniSearch from "minisearch";
import type { Document } from "./documents";
import { weightOf } from "./words";

/** A way to ask, or the text of an answer: one of the two is empty. */
interface Entry {
  readonly id: number;
  readonly asked: string;
  readonly text: string;
  /** The number of its answer. */
  readonly answer: number;
  /** What the words of a way to ask tell all together. */
  readonly weight: number;
}

export interface AnswerIndex {
  readonly search: MiniSearch<Entry>;
  readonly entries: readonly Entry[];
  /** How rare each word is: the rarer, the more it tells. */
  readonly rarity: ReadonlyMap<string, number>;
}

/** Words are cut before they come to MiniSearch. */
const OPTIONS = {
  fields: ["asked", "text"],
  tokenize: wordsIn,
  processTerm: (word: string) => word,
};
/** As many are added at a time as a slow phone adds without a halt that is seen. */
const AT_A_TIME = { chunkSize: 200 };

export async function makeIndex(answers: readonly Document[]): Promise<AnswerIndex> {
  const rarity = countRarity(answers);
  const weigh = (words: string) =>
    rounded(wordsIn(words).reduce((sum, word) => sum + (rarity.get(word) ?? 0), 0));
  const ways = answers.flatMap(({ asked }, answer) =>
    asked.map((words) => ({ asked: words, text: "", answer, weight: weigh(words) })),
  );
  const texts = answers.map(({ words }, answer) => ({ asked: "", text: words, answer, weight: 0 }));
  const entries = [...ways, ...texts].map((entry, id) => ({ id, ...entry }));
  const search = new MiniSearch<Entry>(OPTIONS);
  await search.addAllAsync(entries, AT_A_TIME);
  return { search, entries, rarity };
}

/** Return how much each word tells: the fewer answers have it, the more. */
function countRarity(answers: readonly Document[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const { asked, words } of answers) {
    for (const word of new Set([...asked, words].flatMap(wordsIn))) {
      counts.set(word, (counts.get(word) ?? 0) + 1);
    }
  }
  const all = answers.length;
  for (const [word, count] of counts) {
    counts.set(word, rounded(weightOf(word) * Math.log(1 + (all - count + 0.5) / (count + 0.5))));
  }
  return counts;
}

function wordsIn(text: string): string[] {
  return text === "" ? [] : text.split(" ");
}

function rounded(value: number): number {
  return Math.round(value * 1000) / 1000;
}
