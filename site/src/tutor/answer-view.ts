/** A model's place under the course's own answers: asking, reading, stopping, asking on. */
import { all, listen, make } from "../page/dom";
import { growingBlocks, judgedBlocks } from "./answer-blocks-view";
import { askModel } from "./ask-model";
import type { Connection } from "./connection";
import { askConsent, sentView } from "./consent";
import { action, field, picker, textInput } from "./form-parts";
import { judge } from "./guard";
import { LEVELS, levelAfter, type Level } from "./levels";
import type { ModelRequest } from "./model-request";
import { conversation, sentParts } from "./prompt";
import type { ModelSettings } from "./settings";
import type { Turn } from "./speech";
import { ModelTrouble } from "./trouble";

const ASK = "Ask the model";

export class AnswerView {
  readonly element = make("section", {
    class: "model-answer",
    attributes: { role: "group", "aria-label": "Answer of your language model" },
  });
  private readonly level = picker(LEVELS.map(({ level, name }) => ({ value: level, name })));
  private readonly ask = action(ASK, "button button-strong");
  private readonly stop = action("Stop");
  private readonly open = action("Connect a language model");
  private readonly state = make("p", { class: "model-state", attributes: { role: "status" } });
  private readonly text = make("div", { class: "model-text prose" });
  private readonly after = make("div", { class: "model-after" });
  private readonly reply = textInput("text");
  private readonly more = action("Give me more help");
  private readonly turns: Turn[] = [];
  private asked: string;
  private run: AbortController | null = null;
  readonly end: () => void;

  constructor(
    private readonly settings: ModelSettings,
    private readonly request: ModelRequest,
    openSettings: () => void,
  ) {
    this.asked = request.question;
    this.build();
    this.showConnection();
    this.end = all(
      settings.onChange(() => this.showConnection()),
      listen(this.ask, "click", () => void this.start(this.asked)),
      listen(this.more, "click", () => this.onMore()),
      listen(this.stop, "click", () => this.run?.abort()),
      listen(this.open, "click", openSettings),
      () => this.run?.abort(),
    );
  }

  private build(): void {
    const level = field("How much help", this.level);
    const bar = make("div", { class: "model-bar" }, [level, this.ask, this.stop, this.open]);
    const reply = make("form", { class: "model-reply" }, [
      field("Answer it, or ask on", this.reply),
      action("Send", "button", "submit"),
    ]);
    reply.addEventListener("submit", (event) => {
      event.preventDefault();
      if (this.reply.value.trim() !== "" && this.run === null) void this.start(this.reply.value);
    });
    this.after.append(reply, this.more);
    this.after.hidden = true;
    this.stop.hidden = true;
    this.element.append(bar, this.state, this.text, this.after);
  }

  /** Show what can be done: connect a model, or ask it. */
  private showConnection(): void {
    const connection = this.settings.connection();
    const isConnected = connection !== null;
    if (!isConnected) this.run?.abort();
    this.ask.hidden = !isConnected || this.run !== null;
    this.level.parentElement?.toggleAttribute("hidden", !isConnected);
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
    const sent = sentParts(this.request.situation(), question);
    if (!this.settings.isAgreed()) {
      if (!(await askConsent(this.text, connection, sent))) return this.ask.focus();
      this.settings.agree();
    }
    this.asked = question;
    const run = new AbortController();
    this.showRunning(run);
    try {
      const said = await this.stream(connection, question, run.signal);
      if (this.element.isConnected) await this.finish(question, said);
    } catch (error) {
      this.showFault(error);
    } finally {
      this.showRunning(null);
    }
  }

  /** Our own fault, or a lesson whose checks cannot be fetched: without them nothing is shown. */
  private showFault(error: unknown): void {
    this.text.replaceChildren();
    this.element.dataset["state"] = "trouble";
    this.state.textContent = error instanceof Error ? error.message : "This did not work.";
  }

  private showRunning(run: AbortController | null): void {
    const hadFocus = this.element.contains(document.activeElement);
    this.run = run;
    const isRunning = run !== null;
    this.text.setAttribute("aria-busy", String(isRunning));
    this.stop.hidden = !isRunning;
    this.ask.hidden = isRunning;
    this.after.hidden = isRunning;
    this.more.hidden = this.chosenLevel() === "fix";
    if (isRunning) {
      this.text.replaceChildren();
      this.state.textContent = "The model is at work. You can stop it at any time.";
      this.stop.focus();
    } else if (hadFocus) this.ask.focus();
  }

  /** Show the answer as it comes, and return it, with what went wrong. */
  private async stream(
    connection: Connection,
    question: string,
    signal: AbortSignal,
  ): Promise<Said> {
    const rules = await this.request.rules();
    const talk = conversation(this.request.situation(), question, this.chosenLevel(), this.turns);
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

  private async finish(question: string, { text, trouble }: Said): Promise<void> {
    const wasStopped = this.run?.signal.aborted === true;
    if (text !== "") {
      this.state.textContent = "Looking at the answer before it is shown whole.";
      const judged = await judge(text, await this.request.rules());
      this.text.replaceChildren(...judgedBlocks(judged, this.request));
      this.turns.push({ role: "user", text: question }, { role: "assistant", text });
    }
    this.text.append(sentView(sentParts(this.request.situation(), question)));
    this.reply.value = "";
    const words = trouble !== null ? [trouble.message, trouble.advice] : [endWords(wasStopped)];
    this.state.textContent = words.join(" ");
    this.element.dataset["state"] = trouble === null ? "answered" : "trouble";
    if (trouble === null) this.request.announce(`${words.join(" ")} ${this.spoken()}`);
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

function endWords(wasStopped: boolean): string {
  return wasStopped
    ? "You stopped it. What came is shown."
    : "This is the model's answer. Models make mistakes: try what it says.";
}
