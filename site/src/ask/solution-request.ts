/** Tells whether a learner asks for an exercise to be done for them. */

const POLITE = words(
  "please pls plz kindly just hey hi hello ok okay so and then i we you u want wanna need like " +
    "love to now maybe simply",
  "(?:can|could|would|will) (?:you|u|i|we)",
  "(?:do not|dont) care",
);
const HAND_OVER = words(
  "give gimme show tell send write paste post print reveal share provide spoil leak",
);
const HAVE = words(
  "see the a an full whole complete final correct right working",
  "(?:get|have) (?:the|an?|some|all|your)",
);
const GOOD = words("the some full whole complete final correct right working finished all");
const SOLUTION = words("solution solutions answer answers implementation", "answer key");
const CODE = words("code function class version program number numbers weights");
const DO = words("solve do finish complete code implement write program make fill fix answer");
const ALL_OF = words("the this that my all every whole entire next first last");
const WORK = words(
  "exercise exercises task tasks homework assignment assignments code it this that these " +
    "everything blank blanks rest dots",
);
/** Whoever says one of these wants to know something. */
const ASKS = within(
  "why how when where which whether if difference differ example hint hints mean means meaning " +
    "explain understand wrong error work works check checked save run link",
  "get the",
  "dont get",
  "step by step",
);

const POLITENESS = new RegExp(`^(?:(?:${POLITE}) )+`);
const WHOLE: readonly RegExp[] = [
  new RegExp(
    `^what(?:'?s| is| are) the (?:(?:${GOOD}) )*(?:${SOLUTION})(?: (?:to|for|here)\\b.*)?$`,
  ),
  new RegExp(`^what(?:'?s| is| are) the (?:(?:${GOOD}) )*(?:solutions?|code) (?:of|here)\\b`),
  new RegExp(`^(?:(?:${GOOD}) )*(?:${SOLUTION})(?: (?:now|please|pls|plz|to|of|for)\\b.*)?$`),
  /^(?:the )?code (?:for|of) (?:the )?.*\b(?:please|pls|plz|exercise|task)\b/,
  /\b(?:write|type|spell) (?:it|that) (?:down|out)(?: for me)?$/,
  /\bwhat (?:do|should|must) i .*\b(?:type|write|put|enter|fill)\b.*\b(?:pass|dots|blanks?|gap)\b/,
  /^(?:solve|spoilers?)$/,
];
const ANYWHERE: readonly RegExp[] = [
  /\b(?:solutions?|answers?) (?:to|of|for) (?:the |this |that )?(?:exercise|task|lesson)\b/,
  /\bgive me (?:the )?(?:solution|answer|code)s?\b/,
  /\b(?:give|gave) up\b.*\b(?:show|solution|answer|code)\b/,
  /\bwhere (?:is|are|can i find|do i find) the (?:solutions?|answers|answer key)\b/,
  /\b(?:solve|do|finish|write|complete|code|fix) (?:\w+ ){1,4}?for me\b/,
];
const DONE_FOR_THEM: readonly RegExp[] = [
  new RegExp(`^(?:${DO})(?: (?:me|in|out|up|down))*(?: (?:${ALL_OF}))* (?:${WORK})\\b`),
  new RegExp(
    `^(?:${DO})(?: (?:the|this|that))+(?: \\w+){1,3}? (?:exercise|task|function|class)\\b`,
  ),
  new RegExp(`^(?:${DO})(?: the)? (?:and|or|not|nand|xor) gate\\b`),
];
const IS_HANDED_OVER = new RegExp(`^(?:${HAND_OVER})\\b`);
const IS_HAD = new RegExp(`^(?:${HAVE}|my)\\b`);
const PRIZES: readonly RegExp[] = [
  new RegExp(`\\b(?:${SOLUTION})\\b`),
  new RegExp(`\\b(?:(?:${GOOD}) )+(?:\\w+ ){0,2}(?:${CODE})\\b`),
  /\b(?:code|numbers?|weights) (?:and bias )?(?:for|of)\b/,
  /\bin place of the (?:three )?dots\b/,
  /^(?:show|give|send|paste|post) code$/,
];

export function wantsSolution(question: string): boolean {
  const text = question.toLowerCase().replace(/[’‘`]/g, "'").replace(/\s+/g, " ").trim();
  return [text, ...text.split(/[,;.!?:]+ /)].some((clause) => isWish(plain(clause)));
}

function plain(clause: string): string {
  return clause.replace(/[^a-z0-9_' -]/g, "").trim();
}

function isWish(clause: string): boolean {
  const wish = clause.replace(POLITENESS, "");
  if (fits(WHOLE, wish)) return true;
  if (ASKS.test(wish)) return false;
  if (fits(ANYWHERE, wish) || fits(DONE_FOR_THEM, wish)) return true;
  const isWanted = IS_HANDED_OVER.test(wish) || (wish !== clause && IS_HAD.test(wish));
  return isWanted && fits(PRIZES, wish);
}

function fits(forms: readonly RegExp[], text: string): boolean {
  return forms.some((form) => form.test(text));
}

/** Return what matches any of some words, or of some patterns. */
function words(list: string, ...patterns: readonly string[]): string {
  return [...patterns, ...list.split(" ")].join("|");
}

function within(list: string, ...patterns: readonly string[]): RegExp {
  return new RegExp(`\\b(?:${words(list, ...patterns)})\\b`);
}
