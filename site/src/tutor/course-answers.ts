/** The course's own answers that are nearest to a question: they come before a model's. */
import { findQuestions, makeIndex } from "../blocks/questions";
import { make, part, parts } from "../page/dom";

const MOST = 2;

/** Return the nearest questions of the lesson's bank, each folded over its answer. */
export function courseAnswers(question: string): HTMLElement[] {
  const bank = parts(document, "question");
  const found = question.trim() === "" ? [] : findQuestions(makeIndex(bank), question, MOST);
  return found.slice(0, MOST).flatMap((id) => {
    const entry = bank[id];
    return entry === undefined ? [] : [folded(entry)];
  });
}

function folded(entry: HTMLElement): HTMLElement {
  const answer = make("div", { class: "prose" });
  answer.append(...part(entry, "question-text").cloneNode(true).childNodes);
  const title = entry.querySelector("summary")?.textContent?.trim() ?? "";
  return make("details", { class: "plain-details" }, [make("summary", { text: title }), answer]);
}
