/**
 * The place of a cell's code: plain text at first, the editor as soon as it is wanted, or near and
 * nothing is more urgent. Reading and running need no editor, so Python is fetched before it.
 */
import { make } from "../page/dom";
import { freshScripts } from "../page/fresh-scripts";
import { nextTask } from "../page/next-task";
import type { CompleteResult, ErrorReport } from "../protocol";
import type { Editor } from "./editor";
import type { Turns } from "./turns";

export interface CodeAreaOptions {
  readonly label: string;
  readonly onChange: () => void;
  readonly onRunAndMoveOn: () => void;
  readonly onMain: () => void;
  /** The editor cannot be fetched: the code can be changed as plain text. */
  readonly onPlainText: () => void;
  readonly turns: Turns;
  readonly complete: (code: string, position: number) => Promise<CompleteResult>;
}

const NEAR = "600px";

type EditorModule = typeof import("./editor");

/** What the editor is made of, beside its own code. */
const PARTS = [() => import("./error-mark"), () => import("./theme"), () => import("./language")];

/** Fetch the editor at once. */
async function fetchEditor(): Promise<EditorModule> {
  const [editor] = await Promise.all([import("./editor"), ...PARTS.map((part) => part())]);
  return editor;
}

/** Fetch it one part after the other: each runs in a task of its own when it has come. */
async function fetchInParts(): Promise<void> {
  for (const part of [...PARTS, fetchEditor]) {
    await part();
    await nextTask();
  }
}

export class CodeArea {
  /** The lesson's own code. */
  readonly original: string;
  private readonly code: HTMLElement;
  private readonly plain: HTMLElement;
  private editor: Editor | null = null;
  private loading: Promise<Editor | null> | null = null;
  private current: string;
  private isGone = false;
  private readonly observer: IntersectionObserver;

  constructor(
    private readonly element: HTMLElement,
    private readonly options: CodeAreaOptions,
  ) {
    const plain = element.querySelector<HTMLElement>("pre");
    const code = element.querySelector<HTMLElement>("code");
    if (plain === null || code === null) throw new Error("A cell has no code.");
    this.plain = plain;
    this.code = code;
    this.original = code.textContent ?? "";
    this.current = this.original;
    this.prepare();
    this.observer = new IntersectionObserver(
      (entries) => {
        if (entries.some((entry) => entry.isIntersecting)) this.takeTurn();
      },
      { rootMargin: NEAR },
    );
    this.observer.observe(element);
  }

  /** Let the plain code be reached by keyboard, and become the editor at a click. */
  private prepare(): void {
    this.plain.tabIndex = 0;
    this.plain.setAttribute("role", "group");
    this.plain.setAttribute("aria-label", `Code of ${this.options.label}`);
    this.plain.addEventListener("pointerenter", () => void this.load());
    this.plain.addEventListener("focus", () => void this.focus());
    this.plain.addEventListener(
      "click",
      (event) => void this.load().then((editor) => editor?.focusAt(event.clientX, event.clientY)),
    );
  }

  private takeTurn(): void {
    this.observer.disconnect();
    const { turns } = this.options;
    turns.take(() => fetchInParts().catch(() => null));
    turns.take(async () => (this.isGone ? null : this.load()));
  }

  text(): string {
    return this.editor?.text() ?? this.current;
  }

  setText(text: string): void {
    if (text === this.text()) return;
    this.current = text;
    this.editor?.setText(text);
    if (this.editor === null) this.code.replaceChildren(make("span", { text }));
  }

  /** Change the code as if it had been typed: it can be undone. */
  async replace(text: string): Promise<void> {
    const editor = await this.load();
    this.setText(text);
    editor?.focus();
  }

  isOriginal(): boolean {
    return this.text() === this.original;
  }

  async focus(): Promise<void> {
    (await this.load())?.focus();
  }

  markError(error: ErrorReport | null): void {
    if (error === null) this.editor?.markError(null);
    else void this.load().then((editor) => editor?.markError(error));
  }

  async goTo(error: ErrorReport): Promise<void> {
    (await this.load())?.goTo(error);
  }

  /** Mark the line that a stepping stands at, or none. */
  markStep(line: number | null): void {
    if (line === null) this.editor?.markStep(null);
    else void this.load().then((editor) => editor?.markStep(line));
  }

  destroy(): void {
    this.isGone = true;
    this.observer.disconnect();
    this.editor?.destroy();
  }

  /** Put the editor in the place of the plain code. Where it cannot be fetched, text will do. */
  private load(): Promise<Editor | null> {
    this.loading ??= fetchEditor()
      .catch(() => freshScripts().then(fetchEditor))
      .then(
        (module) => this.install(module),
        () => this.makePlainTextEditable(),
      );
    return this.loading;
  }

  private makePlainTextEditable(): null {
    const { code, plain } = this;
    code.contentEditable = "plaintext-only";
    code.spellcheck = false;
    code.setAttribute("role", "textbox");
    code.setAttribute("aria-multiline", "true");
    code.setAttribute("aria-label", `Code of ${this.options.label}`);
    for (const name of ["tabindex", "role", "aria-label"]) plain.removeAttribute(name);
    code.addEventListener("input", () => {
      this.current = code.textContent ?? "";
      this.options.onChange();
    });
    this.options.onPlainText();
    return null;
  }

  /** Make the editor in small tasks: the page may do other things between them. */
  private async install(module: EditorModule): Promise<Editor | null> {
    const nonce = document.querySelector<HTMLMetaElement>('meta[name="csp-nonce"]');
    await nextTask();
    const code = this.current;
    const state = module.startState(code, {
      ...this.options,
      nonce: nonce?.content ?? "",
      onChange: () => this.options.onChange(),
    });
    await nextTask();
    if (this.isGone) return null;
    const { activeElement } = document;
    const editor = new module.Editor(this.element, state);
    this.observer.disconnect();
    this.plain.remove();
    this.editor = editor;
    if (code !== this.current) editor.setText(this.current);
    if (activeElement === this.plain) editor.focus();
    return editor;
  }
}
