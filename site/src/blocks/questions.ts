/** The lesson's questions, found by what the learner types. */
import MiniSearch from "minisearch";
import { all, listen, part, parts } from "../page/dom";
import type { Mount } from "../page/page";

interface Entry {
  readonly id: number;
  readonly question: string;
  readonly also: string;
  readonly text: string;
}

const SPEAK_AFTER_MS = 400;

export const mountQuestions: Mount = (element, { announce }) => {
  const questions = parts(element, "question");
  const field = part(element, "search", HTMLInputElement);
  const list = part(element, "list");
  let index: MiniSearch<Entry> | null = null;
  let timer: number | null = null;
  const search = () => {
    index ??= makeIndex(questions);
    const found = findQuestions(index, field.value, questions.length);
    showFound(list, questions, found);
    const words = countWords(field.value, found.length, questions.length);
    part(element, "count").textContent = words;
    part(element, "nothing").hidden = found.length > 0;
    if (timer !== null) window.clearTimeout(timer);
    timer = window.setTimeout(() => announce(words), SPEAK_AFTER_MS);
  };
  part(element, "count").textContent = `${questions.length} questions`;
  const openAsked = () => openQuestion(questions);
  openAsked();
  window.addEventListener("hashchange", openAsked);
  return all(listen(field, "input", search), () => {
    window.removeEventListener("hashchange", openAsked);
    if (timer !== null) window.clearTimeout(timer);
  });
};

/** Open the question that the address names. */
function openQuestion(questions: readonly HTMLElement[]): void {
  const asked = questions.find(({ id }) => `#${id}` === window.location.hash);
  if (asked instanceof HTMLDetailsElement) asked.open = true;
}

function makeIndex(questions: readonly HTMLElement[]): MiniSearch<Entry> {
  const index = new MiniSearch<Entry>({ fields: ["question", "also", "text"] });
  index.addAll(
    questions.map((question, id) => ({
      id,
      question: question.querySelector("summary")?.textContent ?? "",
      also: question.dataset["also"] ?? "",
      text: part(question, "question-text").textContent ?? "",
    })),
  );
  return index;
}

/** Return the numbers of the questions that fit, best first; all of them for an empty search. */
function findQuestions(index: MiniSearch<Entry>, text: string, count: number): number[] {
  if (text.trim() === "") return [...Array(count).keys()];
  const boost = { question: 3, also: 2 };
  return index
    .search(text, { boost, prefix: true, fuzzy: 0.2 })
    .map((result) => Number(result["id"]));
}

function showFound(
  list: HTMLElement,
  questions: readonly HTMLElement[],
  found: readonly number[],
): void {
  for (const question of questions) question.hidden = true;
  for (const id of found) {
    const question = questions[id];
    if (question === undefined) continue;
    question.hidden = false;
    list.append(question);
  }
}

function countWords(text: string, found: number, all: number): string {
  if (text.trim() === "") return `${all} questions`;
  if (found === 0) return "none found";
  return found === 1 ? "1 found" : `${found} found`;
}
