/** What of an answer is shown on the page. */
import { cleanHtml } from "../page/clean-html";
import { make } from "../page/dom";
import type { Document } from "./documents";
import { siteAddress } from "./library";
import type { Found } from "./search";

/** Return an answer under its question. */
export function openAnswer(answer: Document): HTMLElement {
  const title = make("p", { class: "ask-question", text: answer.question });
  return make("article", { class: "ask-answer" }, [title, answerText(answer)]);
}

/** Return answers that open when their question is clicked. */
export function foldedAnswers(found: readonly Found[]): HTMLElement {
  const folds = found.map(({ answer }) =>
    make("details", { class: "question" }, [
      make("summary", {}, [make("span", { class: "question-title", text: answer.question })]),
      answerText(answer),
    ]),
  );
  return make("div", { class: "ask-list" }, folds);
}

function answerText(answer: Document): HTMLElement {
  const text = make("div", { class: "question-text prose" }, [cleanHtml(answer.html)]);
  for (const link of text.querySelectorAll<HTMLAnchorElement>("a[href]")) {
    link.href = siteAddress(link.getAttribute("href") ?? "");
  }
  return text;
}
