/** The place where a question is asked and answered: under a cell, or in a dialog of the page. */
import { all, button, listen, make } from "../page/dom";
import { foldedAnswers, openAnswer } from "./answer-parts";
import { openLibrary, siteAddress } from "./library";
import type { AnswerSearch, Found } from "./search";
import type { Situation } from "./situation";
import { wantsSolution } from "./solution-request";

const FITS_HERE = "Others asked here:";
const FITS_TROUBLE = "This may fit what has just happened:";
const NEAREST = "I am not sure what you mean. These questions are the nearest:";
const ALSO_NEAR = "Near to that:";
const NOTHING = "The course has no answer to that. Try other words, or fewer.";
const ALL_OPEN =
  "All hints of this exercise are open. " +
  "The solution opens when your code passes, or after two tries.";
const WHICH_EXERCISE =
  "Solutions are not told here. Ask in the exercise that you mean, and its next hint opens. " +
  "The solution opens there after two tries.";
const NO_QUESTION = "Type your question first.";

export class AskPanel {
  readonly element = make("section", {
    class: "ask-panel",
    attributes: { role: "group", "aria-label": "Ask a question" },
  });
  private readonly field = make("input", {
    class: "text-input",
    attributes: { type: "text", autocomplete: "off", maxlength: "500", enterkeyhint: "search" },
  });
  private readonly answers = make("div", { class: "ask-answers" });
  private readonly state = make("p", { class: "ask-state", attributes: { role: "status" } });
  readonly end: () => void;

  constructor(private readonly situation: Situation) {
    const form = make("form", { class: "ask-form" }, [
      make("label", { class: "ask-label" }, ["Your question", this.field]),
      make("button", {
        class: "button button-strong",
        text: "Ask",
        attributes: { type: "submit" },
      }),
    ]);
    const close = button("Close", "button button-quiet button-small", situation.onClose);
    const head = make("div", { class: "ask-head" }, [
      make("p", { class: "ask-title", text: "Ask the course" }),
      close,
    ]);
    this.element.append(head, form, this.state, this.answers);
    const model = this.modelButton();
    if (model !== null) this.element.append(model);
    this.end = all(
      listen(form, "submit", (event) => {
        event.preventDefault();
        void this.ask();
      }),
      listen(this.element, "keydown", (event) => {
        if (event.key === "Escape") situation.onClose();
      }),
      () => this.element.remove(),
    );
    void this.showWhatFits();
  }

  focus(): void {
    this.field.focus();
  }

  private modelButton(): HTMLElement | null {
    const { askModel } = this.situation;
    if (askModel === null) return null;
    const hand = () => askModel(this.field.value.trim());
    return make("p", { class: "ask-model" }, [
      button("Ask a language model instead", "button button-quiet", hand),
    ]);
  }

  /** Before anything is typed: what fits the last error or check, or this place. */
  private async showWhatFits(): Promise<void> {
    const search = await this.library();
    if (search === null || this.answers.childElementCount > 0) return;
    const { about, place } = this.situation.focus();
    const fitting = about === "" ? [] : search.fitting(about);
    if (fitting.length > 0) return this.show("", [lead(FITS_TROUBLE), foldedAnswers(fitting)]);
    const here = search.at(place);
    if (here.length > 0) this.show("", [lead(FITS_HERE), foldedAnswers(here)]);
  }

  private async ask(): Promise<void> {
    const question = this.field.value.trim();
    if (question === "") {
      this.show(NO_QUESTION, []);
      return this.focus();
    }
    const search = await this.library();
    if (search === null) return;
    if (wantsSolution(question)) return this.giveHint();
    const { confident, found } = search.ask(question, this.situation.focus());
    const [first, ...others] = found;
    if (first === undefined) return this.showNothing();
    if (!confident) return this.show(NEAREST, [foldedAnswers(found)]);
    this.showAnswer(first, others);
  }

  private showAnswer(first: Found, others: readonly Found[]): void {
    const more = others.length === 0 ? [] : [lead(ALSO_NEAR), foldedAnswers(others)];
    this.show("", [openAnswer(first.answer), ...more]);
    this.situation.announce(`Answer: ${first.answer.question}`);
  }

  private showNothing(): void {
    const { lesson } = this.situation.focus();
    const inLesson = make("a", {
      text: "Look through the questions of this lesson",
      attributes: { href: siteAddress(`lessons/${lesson}.html#questions`) },
    });
    const python = make("a", {
      text: "Look into Python's own tutorial",
      attributes: { href: "https://docs.python.org/3/tutorial/" },
    });
    const places = lesson === "" ? [python] : [inLesson, python];
    this.show(NOTHING, [
      make(
        "ul",
        {},
        places.map((place) => make("li", {}, [place])),
      ),
    ]);
  }

  /** A solution is not told: the next hint is. */
  private giveHint(): void {
    const { nextHint } = this.situation;
    if (nextHint === null) return this.show(WHICH_EXERCISE, []);
    const hint = nextHint();
    if (hint === null) return this.show(ALL_OPEN, []);
    const title = make("p", { class: "ask-question", text: hint.title });
    const text = make("div", { class: "question-text prose" }, [hint.text]);
    const article = make("article", { class: "ask-answer" }, [title, text]);
    this.show("I do not tell the solution, but here is the next hint.", [article]);
  }

  private async library(): Promise<AnswerSearch | null> {
    try {
      return await openLibrary();
    } catch (error) {
      this.show(error instanceof Error ? error.message : String(error), []);
      return null;
    }
  }

  private show(state: string, children: readonly HTMLElement[]): void {
    this.state.textContent = state;
    this.answers.replaceChildren(...children);
  }
}

function lead(text: string): HTMLElement {
  return make("p", { class: "ask-lead", text });
}
