/** Models that think aloud put their thoughts before the answer, between marks. */

const THOUGHTS = /^\s*<think(?:ing)?>[\s\S]*?(?:<\/think(?:ing)?>\s*|$)/;
const MARK_ON_ITS_WAY = /^\s*<(?:t(?:h(?:i(?:n(?:k(?:i(?:n(?:g)?)?)?)?)?)?)?)?$/;

/** Return what of an answer is meant for the learner. */
export function visibleText(answer: string): string {
  return MARK_ON_ITS_WAY.test(answer) ? "" : answer.replace(THOUGHTS, "");
}
