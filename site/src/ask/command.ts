/** What the builder and the command line run in Node. */
import type { Document, Source } from "./documents";
import { prepare } from "./prepare";
import { AnswerSearch, NOWHERE } from "./search";
import { wantsSolution } from "./solution-request";

type Task =
  | { readonly sources: readonly Source[] }
  | {
      readonly answers: readonly Document[];
      readonly questions: readonly string[];
      readonly lesson: string;
    };

interface Line {
  readonly confident: boolean;
  readonly wants_solution: boolean;
  readonly answers: readonly { readonly id: string; readonly score: number }[];
}

/** Return questions prepared for the search, or the answers to questions, in their order. */
export async function perform(task: Task): Promise<Document[] | Line[]> {
  if ("sources" in task) return task.sources.map(prepare);
  const search = await AnswerSearch.over(task.answers);
  return task.questions.map((question) => {
    const { confident, found } = search.ask(question, { ...NOWHERE, lesson: task.lesson });
    const answers = found.map(({ answer, score }) => ({ id: answer.id, score }));
    return { confident, wants_solution: wantsSolution(question), answers };
  });
}
