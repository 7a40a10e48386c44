/** Makes the index of all answers; the builder runs this once for each change. */
import MiniSearch from "minisearch";
import type { Document, IndexFile, Source } from "./documents";
import { SEARCH_OPTIONS } from "./search";
import { weightOf, wordsOf } from "./words";

/** A way to ask, or the text of an answer: one of the two is empty. */
interface Entry {
  readonly id: number;
  readonly asked: string;
  readonly text: string;
}

export function makeIndex(sources: readonly Source[]): IndexFile {
  const asked = sources.map(({ question, ways }) => [question, ...ways].map(uniqueWords));
  const texts = sources.map(({ text }) => uniqueWords(text));
  const rarity = countRarity(sources.map((_, at) => [...(asked[at] ?? []), texts[at] ?? []]));
  const entries: [number, number][] = [];
  const search = new MiniSearch<Entry>(SEARCH_OPTIONS);
  const add = (answer: number, words: readonly string[], field: "asked" | "text") => {
    const fields = { asked: "", text: "", [field]: words.join(" ") };
    search.add({ id: entries.length, ...fields });
    entries.push([answer, field === "text" ? 0 : rounded(weigh(words, rarity))]);
  };
  asked.forEach((ways, answer) => ways.forEach((words) => add(answer, words, "asked")));
  texts.forEach((words, answer) => add(answer, words, "text"));
  const answers = sources.map(shipped);
  return { answers, rarity: Object.fromEntries(rarity), entries, search: search.toJSON() };
}

function shipped({ id, question, lesson, html, place }: Source): Document {
  return { id, question, lesson, html, place };
}

/** Return what all words together tell. */
function weigh(words: readonly string[], rarity: ReadonlyMap<string, number>): number {
  return words.reduce((sum, word) => sum + (rarity.get(word) ?? 0), 0);
}

/** Return how much each word tells: the fewer answers have it, the more. */
function countRarity(groups: readonly (readonly (readonly string[])[])[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const group of groups) {
    for (const word of new Set(group.flat())) counts.set(word, (counts.get(word) ?? 0) + 1);
  }
  const all = groups.length;
  return new Map(
    [...counts].map(([word, count]): [string, number] => [
      word,
      rounded(weightOf(word) * Math.log(1 + (all - count + 0.5) / (count + 0.5))),
    ]),
  );
}

function uniqueWords(text: string): string[] {
  return [...new Set(wordsOf(text))];
}

function rounded(value: number): number {
  return Math.round(value * 1000) / 1000;
}
