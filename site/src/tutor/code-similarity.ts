/** How much of a solution stands in a text, whatever its names, spaces and comments are. */

const TOKENS = new RegExp(
  [
    /"""[\s\S]*?(?:"""|$)|'''[\s\S]*?(?:'''|$)|#[^\n]*/,
    /(?:\b[rbf]{1,2})?(?:"(?:\\.|[^"\\\n])*"|'(?:\\.|[^'\\\n])*')/,
    /\d[\d_]*\.?\d*(?:e[+-]?\d+)?|\.\d+/,
    /\.?[^\W\d]\w*/,
    /[-+*/%@<>=!&|^~]+=?|[^\s\w]/,
  ]
    .map((part) => part.source)
    .join("|"),
  "giu",
);
const KEPT = new Set(
  [
    "and or not in is if elif else for while return yield break continue lambda with raise try",
    "except None True False range len zip sum max min abs enumerate map sorted round any all",
    "list tuple dict set int float reversed",
  ]
    .join(" ")
    .split(" "),
);
/** Lines that say what is asked for, not how it is done. */
const HEADS = /^\s*(?:async\s+)?(?:def|class|import|from)\b[^\n]*$/gm;
const RUN = 3;
const CLOSE = 0.75;

/** Return whether a text gives most of a solution away. */
export function isClose(text: string, solution: string): boolean {
  return coverage(text, solution) >= CLOSE;
}

/** Return the part of a solution's runs of three tokens that stand in a text, from 0 to 1. */
export function coverage(text: string, solution: string): number {
  const wanted = runs(solution);
  const size = total(wanted);
  if (size === 0) return 0;
  const there = runs(text);
  let met = 0;
  for (const [run, count] of wanted) met += Math.min(count, there.get(run) ?? 0);
  return met / size;
}

/** Return whether two pieces of code are the same but for names, spaces and comments. */
export function isSameCode(one: string, other: string): boolean {
  return tokens(one).join(" ") === tokens(other).join(" ");
}

function runs(code: string): Map<string, number> {
  const found = tokens(code.replace(HEADS, ""));
  const counts = new Map<string, number>();
  for (let at = 0; at + RUN <= found.length; at += 1) {
    const run = found.slice(at, at + RUN).join(" ");
    counts.set(run, (counts.get(run) ?? 0) + 1);
  }
  return counts;
}

function total(counts: ReadonlyMap<string, number>): number {
  return [...counts.values()].reduce((sum, count) => sum + count, 0);
}

/** Return the tokens of code; all names are one, so that new ones hide nothing. */
export function tokens(code: string): string[] {
  return [...code.matchAll(TOKENS)].flatMap(([token]) => normal(token));
}

function normal(token: string): string[] {
  if (/^(#|"""|'''|[`;])/.test(token)) return [];
  if (/["']/.test(token)) return ["S"];
  if (/^[\d.]*\d/.test(token)) return [String(Number(token.replaceAll("_", "")))];
  if (/^[^\W\d]/u.test(token)) return [KEPT.has(token) ? token : "N"];
  return [token];
}
