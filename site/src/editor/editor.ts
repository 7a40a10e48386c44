/** The code editor: CodeMirror, loaded only when a cell comes near. */
import {
  autocompletion,
  closeBrackets,
  closeBracketsKeymap,
  completionKeymap,
  type CompletionContext,
  type CompletionResult,
} from "@codemirror/autocomplete";
import {
  defaultKeymap,
  history,
  historyKeymap,
  indentLess,
  indentMore,
} from "@codemirror/commands";
import {
  bracketMatching,
  indentOnInput,
  indentUnit,
  syntaxHighlighting,
} from "@codemirror/language";
import { EditorState, Prec, type Extension } from "@codemirror/state";
import {
  EditorView,
  drawSelection,
  highlightActiveLine,
  highlightActiveLineGutter,
  highlightSpecialChars,
  keymap,
  lineNumbers,
  type KeyBinding,
} from "@codemirror/view";
import type { CompleteResult, ErrorReport } from "../protocol";
import { errorMark, errorPosition, setErrorMark } from "./error-mark";
import { python } from "./language";
import { setStepMark, stepMark } from "./step-mark";
import { codeColours, editorTheme } from "./theme";

const TAB_LEAVES_FOR_MS = 10_000;

export interface EditorOptions {
  readonly label: string;
  readonly nonce: string;
  readonly onChange: (code: string) => void;
  /** Shift-Enter. */
  readonly onRunAndMoveOn: () => void;
  /** Ctrl-Enter, or Cmd-Enter on a Mac. */
  readonly onMain: () => void;
  readonly complete: (code: string, position: number) => Promise<CompleteResult>;
}

/** What an editor starts with. It takes as long as the editor, so each has a task of its own. */
export function startState(code: string, options: EditorOptions): EditorState {
  return EditorState.create({ doc: code, extensions: extensions(options) });
}

export class Editor {
  private readonly view: EditorView;

  constructor(parent: HTMLElement, state: EditorState) {
    this.view = new EditorView({ parent, state });
  }

  text(): string {
    return this.view.state.doc.toString();
  }

  setText(code: string): void {
    this.view.dispatch({ changes: { from: 0, to: this.view.state.doc.length, insert: code } });
  }

  focus(): void {
    this.view.focus();
  }

  /** Put the cursor where the learner has clicked. */
  focusAt(x: number, y: number): void {
    const position = this.view.posAtCoords({ x, y }, false);
    this.view.dispatch({ selection: { anchor: position } });
    this.view.focus();
  }

  markError(error: ErrorReport | null): void {
    this.view.dispatch({ effects: setErrorMark.of(error) });
  }

  goTo(error: ErrorReport): void {
    const position = errorPosition(this.view.state, error);
    if (position === null) return;
    this.view.dispatch({ selection: { anchor: position }, scrollIntoView: true });
    this.view.focus();
  }

  /** Mark a line and bring it into the sight of the editor; the page stays where it is. */
  markStep(line: number | null): void {
    this.view.dispatch({ effects: setStepMark.of(line) });
    if (line === null || line > this.view.state.doc.lines) return;
    const { top, bottom } = this.view.lineBlockAt(this.view.state.doc.line(line).from);
    const { scrollDOM } = this.view;
    const isSeen =
      top >= scrollDOM.scrollTop && bottom <= scrollDOM.scrollTop + scrollDOM.clientHeight;
    if (!isSeen) scrollDOM.scrollTop = Math.max(0, (top + bottom - scrollDOM.clientHeight) / 2);
  }

  destroy(): void {
    this.view.destroy();
  }
}

function extensions(options: EditorOptions): Extension[] {
  return [
    EditorView.cspNonce.of(options.nonce),
    // Before the suggestions, which take Escape for themselves.
    Prec.highest(keymap.of(courseKeys(options))),
    lineNumbers(),
    highlightActiveLine(),
    highlightActiveLineGutter(),
    highlightSpecialChars(),
    history(),
    drawSelection(),
    indentOnInput(),
    bracketMatching(),
    closeBrackets(),
    python(),
    indentUnit.of("    "),
    EditorState.tabSize.of(4),
    editorTheme,
    syntaxHighlighting(codeColours),
    errorMark,
    stepMark,
    autocompletion({
      override: [(context) => complete(context, options)],
      icons: false,
      activateOnTypingDelay: 200,
    }),
    keymap.of([
      ...closeBracketsKeymap,
      ...completionKeymap,
      ...defaultKeymap,
      ...historyKeymap,
      tabKey,
    ]),
    EditorView.contentAttributes.of({
      // Axe, and some browsers, take no other part of it for one that the keyboard reaches.
      tabindex: "0",
      "aria-label": `Code of ${options.label}`,
      autocapitalize: "off",
      autocorrect: "off",
      spellcheck: "false",
      enterkeyhint: "enter",
    }),
    EditorView.updateListener.of((update) => {
      if (update.docChanged) options.onChange(update.state.doc.toString());
    }),
  ];
}

function courseKeys(options: EditorOptions): KeyBinding[] {
  const run = (act: () => void) => () => {
    act();
    return true;
  };
  return [
    { key: "Shift-Enter", run: run(options.onRunAndMoveOn) },
    { key: "Mod-Enter", run: run(options.onMain) },
    { key: "Ctrl-Enter", run: run(options.onMain) },
    { key: "Escape", run: letTabLeave },
  ];
}

/** Let the next Tab leave, also where Escape closes the suggestions at the same time. */
function letTabLeave(view: EditorView): boolean {
  view.setTabFocusMode(TAB_LEAVES_FOR_MS);
  return false;
}

/**
 * Tab indents the lines that are selected, else goes to the next stop. Escape, then Tab, leaves.
 */
const tabKey: KeyBinding = {
  key: "Tab",
  run: (view) => (view.state.selection.main.empty ? insertSpaces(view) : indentMore(view)),
  shift: indentLess,
};

function insertSpaces(view: EditorView): boolean {
  const { main } = view.state.selection;
  const line = view.state.doc.lineAt(main.head);
  const width = 4 - ((main.head - line.from) % 4);
  view.dispatch(view.state.replaceSelection(" ".repeat(width)), {
    scrollIntoView: true,
    userEvent: "input",
  });
  return true;
}

async function complete(
  context: CompletionContext,
  options: EditorOptions,
): Promise<CompletionResult | null> {
  const word = context.matchBefore(/[\w.]+/);
  if (!context.explicit && (word === null || word.to - word.from < 2)) return null;
  const result = await options.complete(context.state.doc.toString(), context.pos);
  if (context.aborted || result.options.length === 0) return null;
  return { from: result.from, options: [...result.options], validFor: /^\w*$/ };
}
