/** The place under a cell where its output appears while it runs. */
import { cleanHtml } from "../page/clean-html";
import { make, part } from "../page/dom";
import { inline } from "../page/plain-markdown";
import type { Noticed, OutputPart, RunResult } from "../protocol";
import { errorView, type ErrorActions } from "./error-view";
import { InputLine } from "./input-line";
import { TextStream, type StreamKind } from "./stream";

const SPOKEN_MOST = 200;
const LEAD_PX = 12;
const NEAR_END_PX = 40;

export class OutputArea {
  private readonly scroll: HTMLElement;
  private stream: TextStream | null = null;
  private frame: number | null = null;
  private input: InputLine | null = null;
  private hasOutput = false;

  constructor(
    private readonly element: HTMLElement,
    private readonly actions: ErrorActions,
  ) {
    this.scroll = part(element, "output-scroll");
  }

  /** Make room for a new run. What stood there stays until something new comes. */
  start(word: string): void {
    this.hasOutput = false;
    this.stream = null;
    const waiting = make("p", { class: "output-waiting", text: word });
    if (this.element.dataset["state"] === "empty") this.scroll.replaceChildren(waiting);
    this.element.dataset["state"] = "running";
  }

  clear(): void {
    this.endInput();
    this.stream = null;
    this.scroll.replaceChildren();
    this.element.dataset["state"] = "empty";
  }

  add(output: OutputPart): void {
    this.beginOutput();
    if (output.kind === "stdout" || output.kind === "stderr")
      return this.addText(output.kind, output.text);
    this.append(drawPart(output));
  }

  private addText(kind: StreamKind, text: string): void {
    if (this.stream?.kind !== kind) {
      this.stream?.draw();
      this.stream = new TextStream(kind);
      this.scroll.append(this.stream.element);
    }
    this.stream.add(text);
    this.frame ??= requestAnimationFrame(() => {
      this.frame = null;
      this.followEnd(() => this.stream?.draw());
    });
  }

  private append(node: HTMLElement): void {
    this.stream?.draw();
    this.stream = null;
    this.followEnd(() => this.scroll.append(node));
  }

  /** Add what is read from its first line, even where it is taller than the output. */
  private appendFromItsStart(node: HTMLElement): void {
    this.append(node);
    const hidden = this.scroll.getBoundingClientRect().top - node.getBoundingClientRect().top;
    if (hidden > 0) this.scroll.scrollTop -= hidden + LEAD_PX;
  }

  private beginOutput(): void {
    if (this.hasOutput) return;
    this.hasOutput = true;
    this.scroll.replaceChildren();
  }

  /** Keep the end in sight, unless the learner has scrolled back. */
  private followEnd(draw: () => void): void {
    const { scroll } = this;
    const isAtEnd = scroll.scrollHeight - scroll.scrollTop - scroll.clientHeight < NEAR_END_PX;
    draw();
    if (isAtEnd) scroll.scrollTop = scroll.scrollHeight;
    const overflows = scroll.scrollHeight > scroll.clientHeight + 1;
    if (overflows) scroll.tabIndex = 0;
    else scroll.removeAttribute("tabindex");
  }

  /** Ask for a line; the focus goes there. */
  ask(prompt: string): Promise<string | null> {
    this.beginOutput();
    const input = new InputLine(prompt);
    this.input = input;
    this.append(input.element);
    input.focus();
    return input.answer.then((text) => {
      this.input = null;
      this.addText("stdout", `${prompt}${text ?? ""}\n`);
      return text;
    });
  }

  endInput(): void {
    this.input?.end(null);
  }

  finish(result: RunResult): void {
    this.endInput();
    this.beginOutput();
    this.stream?.draw();
    if (result.error !== null) this.appendFromItsStart(errorView(result.error, this.actions));
    else if (result.status === "interrupted") this.append(note("Stopped."));
    else if (this.scroll.childElementCount === 0)
      this.append(make("p", { class: "output-done", text: "Done. It printed nothing." }));
    for (const noticed of result.noticed) this.append(noticedView(noticed));
    this.element.dataset["state"] = result.status;
  }

  /** The output's first words, for screen readers. */
  spoken(): string {
    const text = (this.scroll.textContent ?? "").trim();
    return text.length > SPOKEN_MOST ? `${text.slice(0, SPOKEN_MOST)}, and more` : text;
  }
}

function drawPart(output: Exclude<OutputPart, { kind: StreamKind }>): HTMLElement {
  switch (output.kind) {
    case "value":
      return make("pre", {
        class: "output-text",
        text: output.text,
        attributes: { "data-kind": "value" },
      });
    case "html":
      return make("div", { class: "output-rich" }, [cleanHtml(output.html)]);
    case "svg":
      return make("div", { class: "output-rich" }, [cleanHtml(output.svg)]);
    case "png":
      return make("div", { class: "output-rich" }, [picture(output.base64)]);
    case "note":
      return note(output.text);
  }
}

function picture(base64: string): HTMLImageElement {
  return make("img", {
    attributes: { src: `data:image/png;base64,${base64}`, alt: "A picture that the cell drew" },
  });
}

function noticedView({ line, cause, fix }: Noticed): HTMLElement {
  const label = make("strong", { text: `Noticed in line ${line}: ` });
  return make("p", { class: "output-noticed" }, [label, ...inline(`${cause} ${fix}`)]);
}

function note(text: string): HTMLElement {
  return make("p", { class: "output-note", text });
}
