/** The course's answers, fetched when they are first needed. */
import { attribute, part } from "../page/dom";
import { fetchData } from "../page/fetch-data";
import { areDocuments } from "./documents";
import { AnswerSearch } from "./search";

const NOT_FETCHED = "The answers could not be fetched. Try again with a network.";
const NOT_FITTING = "The answers are of another version of the course. Reload the page.";

let fetched: Promise<AnswerSearch> | null = null;

/** Return the search over all answers; after a failure, the next call fetches again. */
export function openLibrary(): Promise<AnswerSearch> {
  fetched ??= fetchAnswers().catch((error: unknown) => {
    fetched = null;
    throw error;
  });
  return fetched;
}

/** Return the address of a page or file of the site by its path there. */
export function siteAddress(path: string): string {
  const runtime = new URL(attribute(part(document, "runtime"), "base"), document.baseURI);
  return new URL(path, new URL("..", runtime)).href;
}

async function fetchAnswers(): Promise<AnswerSearch> {
  const file = await fetchData(siteAddress("answers.json"));
  if (file === undefined) throw new Error(NOT_FETCHED);
  if (!areDocuments(file)) throw new Error(NOT_FITTING);
  return AnswerSearch.over(file);
}
