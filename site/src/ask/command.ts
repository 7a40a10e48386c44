/** What the builder and the command line run in Node. */
import type { IndexFile, Source } from "./documents";
import { makeIndex } from "./make-index";
import { AnswerSearch, NOWHERE } from "./search";
import { wantsSolution } from "./solution-request";

type Task =
  | { readonly sources: readonly Source[] }
  | { readonly index: IndexFile; readonly questions: readonly string[]; readonly lesson: string };

interface Line {
  readonly confident: boolean;
  readonly wants_solution: boolean;
  readonly answers: readonly { readonly id: string; readonly score: number }[];
}

/** Return the index of all answers, or the answers to questions in their order. */
export function perform(task: Task): IndexFile | Line[] {
  if ("sources" in task) return makeIndex(task.sources);
  const search = new AnswerSearch(task.index);
  return task.questions.map((question) => {
    const { confident, found } = search.ask(question, { ...NOWHERE, lesson: task.lesson });
    const answers = found.map(({ answer, score }) => ({ id: answer.id, score }));
    return { confident, wants_solution: wantsSolution(question), answers };
  });
}
