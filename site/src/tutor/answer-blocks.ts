/** Splits a model's answer into blocks of prose and of code. */
import { marked, type Token } from "marked";

export interface AnswerBlock {
  readonly kind: "prose" | "code" | "fix";
  /** The block as it was written, as Markdown. */
  readonly raw: string;
  /** The code in it: one for a block of code, those in a list or a quotation otherwise. */
  readonly codes: readonly string[];
  /** The code within its sentences, a line for each. */
  readonly inline: string;
}

/** Return the blocks of an answer, which may still be growing. */
export function answerBlocks(text: string): AnswerBlock[] {
  return marked
    .lexer(text)
    .filter((token) => token.type !== "space")
    .map((token) => ({ kind: kindOf(token), raw: token.raw, ...codeIn(token) }));
}

function kindOf(token: Token): AnswerBlock["kind"] {
  if (token.type !== "code") return "prose";
  const words = typeof token["lang"] === "string" ? token["lang"].split(/\s+/) : [];
  return words.includes("fix") ? "fix" : "code";
}

function codeIn(token: Token): Pick<AnswerBlock, "codes" | "inline"> {
  const codes: string[] = [];
  const inline: string[] = [];
  marked.walkTokens([token], (each) => {
    if (each.type === "code") codes.push(String(each["text"]));
    if (each.type === "codespan") inline.push(String(each["text"]));
  });
  return { codes, inline: inline.join("\n") };
}
