/** Cuts a question or an answer into the words that are searched for. */
import { withoutSigns } from "./signs";
import { canonical } from "./synonyms";

/** Words of learners in a hurry, and phrases that mean one thing. */
const REWRITE: readonly (readonly [RegExp, string])[] = [
  [/[’‘`´]/g, "'"],
  [/\b(what|why|how|who|where|when|that|it|he|she|there)'?s\b/g, "$1 is"],
  [/\b(is|are|do|does|did|was|were|would|should|could|has|have|ca|wo)n'?t\b/g, "$1 not"],
  [/\b(?:wat|wot|wut|waht|whta)\b/g, "what"],
  [/\b(?:y|wy|how come|what for)\b(?! ?sign)/g, "why"],
  [/\bi'?m\b/g, "i am"],
  [/\b(?:neural )?(?:network|net)s?\b/g, "network"],
  [/\bback[ -]prop(?:agation|agate|agating)?\b/g, "backpropagation"],
  [/\blearning[ -]rates?\b/g, "learningrate"],
  [/\bweighted[ -]sums?\b|\bdot products?\b|\bsum of (?:the )?products\b/g, "weightedsum"],
  [/\bchat ?gpt\b|\blanguage models?\b/g, "chatgpt"],
  [/\bscreen ?readers?\b/g, "screenreader"],
  [/\bwhat (?:does|do|is|are)?(.{1,40}?) (?:stand for|used for|good for)\b/g, "what purpose $1"],
  [/\b(?:purpose|point|use) of\b/g, "purpose"],
  [/\bone[ -]?liners?\b/g, "one line"],
  [/\bfor(?=[ -](?:loops?|each|i|x|w)\b)/g, "forloop"],
  [/\bwhile(?=[ -]loops?\b)|\bwhile(?= ?true)/g, "whileloop"],
  [/\belse if\b/g, "elif"],
  [/\bif (?:and )?else\b|\bif(?=[ -]statements?\b)/g, "ifelse"],
  [/\b(and|or|not)[ -](?:logic )?(?=gates?\b)/g, "$1gate "],
  [/\bf[ -]strings?\b/g, "fstring"],
  [/\b0\.[13]0{6,}\d*|\b\d*\.\d*(?:0{7,}|9{7,})\d*\b/g, "longdecimal"],
  [/\b(\d)e-?(\d)\b/g, "$1e$2"],
  [/\bstart(?:ing)? over\b|\bfrom scratch\b/g, "reset"],
];

/** Said in capitals, these are gates. */
const GATES = /\b(AND|OR|NOT)\b/g;
const WORD = /[\p{L}_][\p{L}\p{N}_]*|\d+(?:\.\d+)?(?:e\d+)?/gu;

const STOP = new Set(
  (
    "a an the is am are was were be been being do does did done to of in on at by it its " +
    "this that these those there here i me my mine myself you your we us our they them " +
    "their he she and or but if then so as with from into about just really actually very " +
    "too also please pls plz thx thanks hey hi hello ok okay um uh like kinda sort kind " +
    "some any more most have has had having will would could should shall may might must " +
    "lol tho though even ever still yet already again not no s t d m re ve ll u r n k im " +
    "ive id for than up out over off one thing things stuff bit lot same tell give got " +
    "get gets getting let put go going goes went come comes say says said"
  ).split(" "),
);

/** These tell little, but more than nothing. */
const WEAK = new Set(
  (
    "what why how when which who where can need want know use work try make mak python " +
    "purpose happen question idea understand see many much"
  )
    .split(" ")
    .map(canonical),
);
const WEAK_WEIGHT = 0.3;

/** Return the words of a text in their canonical form, in order. */
export function wordsOf(text: string): string[] {
  const isShouted = text === text.toUpperCase();
  const gates = isShouted ? text : text.replace(GATES, (gate) => `${gate.toLowerCase()}gate`);
  let plain = withoutSigns(gates.normalize("NFKC").toLowerCase());
  for (const [pattern, word] of REWRITE) plain = plain.replace(pattern, word);
  const all = (plain.match(WORD) ?? []).map((word) => word.replace(/^_+|_+$/g, "")).filter(Boolean);
  const telling = all.filter((word) => !STOP.has(word));
  return (telling.length > 0 ? telling : all).map(canonical);
}

/** Return how much a word counts beside the telling ones. */
export function weightOf(word: string): number {
  return WEAK.has(word) ? WEAK_WEIGHT : 1;
}
