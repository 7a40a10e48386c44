/** Shows the blocks of an answer: while it comes, and when it is whole and judged. */
import { make } from "../page/dom";
import { answerBlocks } from "./answer-blocks";
import { action } from "./form-parts";
import { givesAway, type GuardRules, type JudgedBlock } from "./guard";
import { codeView, markdownNodes } from "./markdown-view";

const ON_ITS_WAY = "Code is on its way. It is looked at before it is shown.";

/** What a cell can do with code that was tried. */
export interface BlockActions {
  readonly isExercise: boolean;
  readonly apply: ((code: string) => void) | null;
}

/** Return an answer that is still growing; its code waits until it has been looked at. */
export function growingBlocks(text: string, rules: GuardRules): Node[] {
  return answerBlocks(text).map(({ raw, codes }) =>
    codes.length > 0 || givesAway(raw, rules)
      ? make("p", { class: "model-waiting", text: ON_ITS_WAY })
      : markdownNodes(raw),
  );
}

export function judgedBlocks(judged: readonly JudgedBlock[], actions: BlockActions): Node[] {
  return judged.map((each) => {
    const content = judgedBlock(each, actions);
    return each.isFolded ? folded(content) : content;
  });
}

function folded(content: Node): HTMLElement {
  return make("details", { class: "plain-details model-fold" }, [
    make("summary", { text: "This is close to the solution. Show me anyway" }),
    content,
  ]);
}

function judgedBlock({ block, trial }: JudgedBlock, actions: BlockActions): Node {
  if (trial === null) return markdownNodes(block.raw);
  if (trial === "works") return fixView(block.codes.join("\n"), actions);
  return make("p", { class: "model-withheld", text: withheldWords(trial, actions) });
}

function withheldWords(trial: "fails" | "unknown", { isExercise }: BlockActions): string {
  if (trial === "unknown")
    return "The model offered code as a fix. It could not be tried here, so it is not shown.";
  const end = isExercise ? "does not pass the checks" : "stops with an error";
  return `The model offered code as a fix. It was run here and ${end}, so it is not shown.`;
}

function fixView(code: string, { isExercise, apply }: BlockActions): HTMLElement {
  const caption = isExercise
    ? "This fix was run here, and passes the checks."
    : "This fix was run here on a copy of your names, and ends without an error.";
  const view = make("figure", { class: "model-fix" }, [
    make("figcaption", { text: caption }),
    codeView(code),
  ]);
  if (apply !== null) {
    const button = action("Put it into the cell", "button button-small");
    button.addEventListener("click", () => apply(code));
    view.append(button);
  }
  return view;
}
