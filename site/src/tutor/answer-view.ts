/** A model's place under the course's own answers: asking, reading, stopping, asking on. */
import { all, listen, make } from "../page/dom";
import { growingBlocks, judgedBlocks } from "./answer-blocks-view";
import { askModel } from "./ask-model";
import type { Connection } from "./connection";
import { askConsent, sentView } from "./consent";
import { action, field, picker, textInput } from "./form-parts";
import { judge, remembered } from "./guard";
import { LEVELS, levelAfter, type Level } from "./levels";
import type { ModelRequest } from "./model-request";
import { conversation, sentParts } from "./prompt";
import type { ModelSettings } from "./settings";
import type { Conversation, Turn } from "./speech";
import { ModelTrouble } from "./trouble";

const USUAL_QUESTION = "What should I look at?";

export class AnswerView {
  readonly element = make("section", {
    class: "model-answer",
    attributes: { role: "group", "aria-label": "Answer of your language model" },
  });
  private readonly level = picker(LEVELS.map(({ level, name }) => ({ value: level, name })));
  private readonly ask = action("Ask", "button button-strong", "submit");
  private readonly stop = action("Stop");
  private readonly open = action("Connect a language model");
  private readonly title = make("p", { class: "model-title" });
  private readonly close = action("Close", "button button-quiet button-small");
  private readonly offer = make("p", {
    text: "Do you have a language model? It can read this cell and answer here.",
  });
  private readonly course = make("div", {
    class: "model-course",
    attributes: { role: "group", "aria-label": "From the course" },
  });
  private readonly state = make("p", { class: "model-state", attributes: { role: "status" } });
  private readonly text = make("div", { class: "model-text prose" });
  private readonly question = textInput("text");
  private readonly questionName = make("span", { text: "Your question to the model" });
  private readonly more = action("Give me more help");
  private readonly turns: Turn[] = [];
  private readonly form: HTMLFormElement;
  private asked: string;
  private run: AbortController | null = null;
  readonly end: () => void;

  constructor(
    private readonly settings: ModelSettings,
    private readonly request: ModelRequest,
    openSettings: () => void,
  ) {
    this.asked = request.question;
    this.question.value = request.question;
    this.question.placeholder = USUAL_QUESTION;
    this.form = this.build();
    this.showConnection();
    this.end = all(
      settings.onChange(() => this.showConnection()),
      listen(this.form, "submit", (event) => {
        event.preventDefault();
        void this.start(this.question.value.trim() || USUAL_QUESTION);
      }),
      listen(this.more, "click", () => this.onMore()),
      listen(this.stop, "click", () => this.run?.abort()),
      listen(this.open, "click", openSettings),
      listen(this.close, "click", () => request.onClose()),
      () => this.run?.abort(),
    );
  }

  private build(): HTMLFormElement {
    const question = make("label", { class: "model-field model-question" }, [
      this.questionName,
      this.question,
    ]);
    const form = make("form", { class: "model-bar" }, [
      question,
      field("How much help", this.level),
      this.ask,
      this.stop,
    ]);
    const bar = make("div", { class: "model-bar" }, [this.more, this.open]);
    this.more.hidden = true;
    this.stop.hidden = true;
    const head = make("div", { class: "model-head" }, [this.title, this.close]);
    this.element.append(head, this.offer, this.course, this.text, this.state, form, bar);
    return form;
  }

  /** Move the focus to where the learner goes on. */
  focus(): void {
    (this.form.hidden ? this.open : this.question).focus();
  }

  /** Show what can be done: connect a model, or ask it. */
  private showConnection(): void {
    const connection = this.settings.connection();
    const isConnected = connection !== null;
    this.title.textContent = `Your language model${modelName(connection)}`;
    if (!isConnected) this.run?.abort();
    this.form.hidden = !isConnected;
    this.offer.hidden = isConnected;
    this.open.textContent = isConnected ? "Settings" : "Connect a language model";
    this.open.className = isConnected ? "button button-quiet" : "button";
  }

  private onMore(): void {
    this.level.value = levelAfter(this.chosenLevel());
    void this.start(this.asked);
  }

  private chosenLevel(): Level {
    return LEVELS.find(({ level }) => level === this.level.value)?.level ?? "question";
  }

  private async start(question: string): Promise<void> {
    const connection = this.settings.connection();
    if (connection === null || this.run !== null) return;
    const talk = this.talk(question);
    void this.showCourse(question === USUAL_QUESTION ? "" : question);
    if (!this.settings.isAgreed()) {
      if (!(await askConsent(this.text, connection, sentParts(talk)))) return this.question.focus();
      this.settings.agree();
    }
    this.asked = question;
    const run = new AbortController();
    this.showRunning(run);
    try {
      const said = await this.stream(connection, talk, run.signal);
      if (this.element.isConnected) await this.finish(talk, question, said);
    } catch (error) {
      this.showFault(error);
    } finally {
      this.showRunning(null);
    }
  }

  private async showCourse(question: string): Promise<void> {
    const answers = await this.request.courseAnswers(question);
    const title = make("p", { text: "The course answers questions like yours:" });
    this.course.replaceChildren(...(answers.length === 0 ? [] : [title, ...answers]));
  }

  private talk(question: string): Conversation {
    return conversation(this.request.situation(), question, this.chosenLevel(), this.turns);
  }

  /** Our own fault, or a lesson whose checks cannot be fetched: without them nothing is shown. */
  private showFault(error: unknown): void {
    this.text.replaceChildren();
    this.element.dataset["state"] = "trouble";
    this.state.textContent = error instanceof Error ? error.message : "This did not work.";
  }

  private showRunning(run: AbortController | null): void {
    const { activeElement, body } = document;
    // What had the focus may be gone: the question whether to send, for one.
    const hadFocus = this.element.contains(activeElement) || activeElement === body;
    this.run = run;
    const isRunning = run !== null;
    this.text.setAttribute("aria-busy", String(isRunning));
    this.stop.hidden = !isRunning;
    this.ask.hidden = isRunning;
    this.more.hidden = isRunning || this.turns.length === 0 || this.chosenLevel() === "fix";
    if (isRunning) {
      this.text.replaceChildren();
      delete this.element.dataset["state"];
      this.state.textContent = "The model is at work. You can stop it at any time.";
      if (hadFocus) this.stop.focus();
    } else if (hadFocus) this.question.focus();
  }

  /** Show the answer as it comes, and return it, with what went wrong. */
  private async stream(
    connection: Connection,
    talk: Conversation,
    signal: AbortSignal,
  ): Promise<Said> {
    const rules = await this.request.rules();
    const onFetching = (part: number) => {
      const percent = Math.round(part * 100);
      this.state.textContent = `The browser is fetching its model: ${percent} percent.`;
    };
    let text = "";
    try {
      for await (text of askModel(connection, talk, signal, onFetching))
        this.text.replaceChildren(...growingBlocks(text, rules));
      return { text, trouble: null };
    } catch (error) {
      if (error instanceof ModelTrouble) return { text, trouble: error };
      if (signal.aborted) return { text, trouble: null };
      throw error;
    }
  }

  private async finish(
    talk: Conversation,
    question: string,
    { text, trouble }: Said,
  ): Promise<void> {
    const wasStopped = this.run?.signal.aborted === true;
    if (text !== "") {
      this.state.textContent = "Looking at the answer before it is shown whole.";
      const looking = new AbortController();
      this.run = looking;
      const judged = await judge(text, await this.request.rules(), looking.signal);
      this.text.replaceChildren(...judgedBlocks(judged, this.request));
      this.turns.push(
        { role: "user", text: question },
        { role: "assistant", text: remembered(judged) },
      );
    }
    this.text.append(sentView(sentParts(talk)));
    this.question.value = "";
    this.questionName.textContent = "Answer it, or ask on";
    const words = trouble !== null ? [trouble.message, trouble.advice] : [endWords(wasStopped)];
    this.state.textContent = words.join(" ");
    this.element.dataset["state"] = trouble === null ? "answered" : "trouble";
    if (trouble === null) this.request.announce(this.spoken());
  }

  /** The answer's words, without its code. */
  private spoken(): string {
    return [...this.text.querySelectorAll(":scope > p, :scope > ul, :scope > ol")]
      .map((element) => element.textContent ?? "")
      .join(" ");
  }
}

interface Said {
  readonly text: string;
  readonly trouble: ModelTrouble | null;
}

function modelName(connection: Connection | null): string {
  return connection === null || connection.model === "" ? "" : `: ${connection.model}`;
}

function endWords(wasStopped: boolean): string {
  return wasStopped
    ? "You stopped it. What came is shown."
    : "This is the model's answer. Models make mistakes: try what it says.";
}
