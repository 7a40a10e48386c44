/** Signs of Python as words, so that "what does += do" and "what is plus equals" meet. */

/** Longest first: a shorter sign must not take a part of a longer one. */
const SIGNS: readonly (readonly [string, string])[] = [
  ["...", "threedots"],
  ["…", "threedots"],
  ["**=", "signpower"],
  ["//=", "signfloor"],
  ["**", "signpower"],
  ["//", "signfloor"],
  ["+=", "signplusequals"],
  ["=+", "signplusequals"],
  ["-=", "signminusequals"],
  ["*=", "signtimesequals"],
  ["==", "signequals"],
  ["!=", "signnotequal"],
  [">=", "signatleast"],
  ["=>", "signatleast"],
  ["<=", "signatmost"],
  ["->", "signarrow"],
  ["[", "squarebracket"],
  ["{", "curlybracket"],
  ["%", "signpercent"],
  ["@", "signat"],
  ["#", "signhash"],
  ["*", "signstar"],
  [">", "signgreater"],
  ["<", "signless"],
  ["=", "signassign"],
];

/** The same signs as people say them. */
const SPOKEN: readonly (readonly [RegExp, string])[] = [
  [/\b(?:the )?(?:three|3) dots\b|\bdot dot dot\b|\bellipsis\b/g, "threedots"],
  [/\b(?:plus|add) ?(?:and )?equals?\b|\bequals? plus\b/g, "signplusequals"],
  [/\bminus equals?\b/g, "signminusequals"],
  [/\b(?:double|two|2) (?:stars?|asterisks?)\b|\b(?:to the )?power(?: of)?\b/g, "signpower"],
  [/\b(?:double|two|2) slash(?:es)?\b|\b(?:floor|integer|whole) division\b/g, "signfloor"],
  [/\b(?:double|two|2) equals?(?: signs?)?\b|\bequals? equals?\b/g, "signequals"],
  [/\bnot equal(?: to)?\b/g, "signnotequal"],
  [/\b(?:greater|bigger|more) (?:than )?or equal(?: to)?\b|\bat least\b/g, "signatleast"],
  [/\b(?:less|smaller) (?:than )?or equal(?: to)?\b/g, "signatmost"],
  [/\b(?:single |one )?equals? signs?\b/g, "signassign"],
  [/\bsquare brackets?\b/g, "squarebracket"],
  [/\bcurly (?:brackets?|braces?)\b/g, "curlybracket"],
  [/\b(?:percent|modulo|mod|remainder)(?: sign| operator)?\b/g, "signpercent"],
  [/\bat (?:sign|symbol)\b/g, "signat"],
  [/\bhash(?:tag)?(?: sign| symbol)?\b|\bpound sign\b/g, "signhash"],
  [/\b(?:single )?(?:star|asterisk)(?: sign| symbol)?\b/g, "signstar"],
];

/** Return a text in small letters with its signs written as words. */
export function withoutSigns(text: string): string {
  let plain = text;
  for (const [sign, word] of SIGNS) plain = plain.replaceAll(sign, ` ${word} `);
  for (const [pattern, word] of SPOKEN) plain = plain.replace(pattern, ` ${word} `);
  return plain;
}
