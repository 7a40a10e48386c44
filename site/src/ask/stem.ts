/**
 * Cuts the endings that one English word takes in a sentence: plurals, -ing, -ed, -ly. Only these:
 * a stemmer that cuts more would take "network" and "networking", but also "general" and
 * "generate", for the same word.
 */

const SHORTEST = 3;
const PLURALS: readonly (readonly [RegExp, string])[] = [
  [/(?:ss|us|is|as)$/, "$&"],
  [/ies$/, "y"],
  [/(x|ch|sh|ss|zz)es$/, "$1"],
  [/s$/, ""],
];
const TWIN = /([bdgklmnprt])\1$/;

/** Return the stem of a word in small letters. */
export function stem(word: string): string {
  if (word.length <= SHORTEST || /\d/.test(word)) return word;
  return withoutE(withoutIng(withoutPlural(word)));
}

function withoutPlural(word: string): string {
  const [ending, rest] = PLURALS.find(([pattern]) => pattern.test(word)) ?? [/$/, ""];
  return word.replace(ending, rest);
}

function withoutIng(word: string): string {
  const cut = word.replace(/(?:ingly|edly|ing|ed|ly)$/, "");
  if (cut === word || cut.length < SHORTEST || !/[aeiouy]/.test(cut)) return word;
  return cut.replace(/i$/, "y").replace(TWIN, "$1");
}

function withoutE(word: string): string {
  return word.length > SHORTEST ? word.replace(/e$/, "") : word;
}
