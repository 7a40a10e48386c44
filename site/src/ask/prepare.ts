/** Prepares a question for the search; the builder runs this once for each that has changed. */
import type { Document, Source } from "./documents";
import { wordsOf } from "./words";

export function prepare({ id, question, ways, text, lesson, html, place }: Source): Document {
  const asked = [question, ...ways].map(uniqueWords);
  return { id, question, lesson, html, place, asked, words: uniqueWords(text) };
}

function uniqueWords(text: string): string {
  return [...new Set(wordsOf(text))].join(" ");
}
