/** The form in which a learner chooses a model. */
import { all, listen, make } from "../page/dom";
import { plainMarkdown } from "../page/plain-markdown";
import { checkConnection } from "./check-connection";
import { whatIsMissing, type Connection } from "./connection";
import { action, checkbox, field, picker, textInput } from "./form-parts";
import { findProvider, PROVIDERS } from "./providers";
import type { ModelSettings } from "./settings";

const FIRST = "ollama";

export class SettingsForm {
  readonly element: HTMLFormElement;
  private readonly provider = picker(PROVIDERS.map(({ id, name }) => ({ value: id, name })));
  private readonly address = textInput("url");
  private readonly model = textInput("text", "model-names");
  private readonly key = textInput("password");
  private readonly keep = checkbox();
  private readonly names = make("datalist", { attributes: { id: "model-names" } });
  private readonly note = make("div", { class: "model-note" });
  private readonly verdict = make("div", {
    class: "model-verdict",
    attributes: { role: "status" },
  });
  private readonly test = action("Test the connection");
  private readonly use = action("Use this model", "button button-strong", "submit");
  private readonly forget = action("Forget it all", "button button-quiet");
  private readonly fields: Readonly<Record<"address" | "model" | "key", HTMLElement>>;
  private trial: AbortController | null = null;
  readonly end: () => void;

  constructor(
    private readonly settings: ModelSettings,
    private readonly onDone: () => void,
  ) {
    this.fields = {
      address: field("Address", this.address),
      model: field("Name of the model", this.model),
      key: field("Key", this.key),
    };
    this.element = this.build();
    this.fill(settings.connection());
    this.end = this.listen();
  }

  focus(): void {
    this.provider.focus();
  }

  private build(): HTMLFormElement {
    const keep = make("label", { class: "model-keep" }, [
      this.keep,
      make("span", { text: "Keep this, with the key, until I close this tab" }),
    ]);
    return make("form", { class: "model-form", attributes: { novalidate: "" } }, [
      field("Where the model is", this.provider),
      this.note,
      ...Object.values(this.fields),
      this.names,
      keep,
      this.verdict,
      make("div", { class: "dialog-actions" }, [this.forget, this.test, this.use]),
    ]);
  }

  private listen(): () => void {
    return all(
      listen(this.provider, "change", () => this.showProvider(true)),
      listen(this.test, "click", () => void this.onTest()),
      listen(this.forget, "click", () => this.onForget()),
      listen(this.element, "input", () => this.clear()),
      listen(this.element, "submit", (event) => {
        event.preventDefault();
        this.onUse();
      }),
      () => this.trial?.abort(),
    );
  }

  private fill(connection: Connection | null): void {
    this.provider.value = connection?.provider ?? FIRST;
    this.showProvider(connection === null);
    if (connection !== null) {
      this.address.value = connection.address;
      this.model.value = connection.model;
      this.key.value = connection.key;
    }
    this.keep.checked = this.settings.isKept();
    this.forget.hidden = connection === null;
  }

  /** Show what a provider needs, and what it usually has. */
  private showProvider(isNew: boolean): void {
    const provider = findProvider(this.provider.value);
    if (isNew) {
      this.address.value = provider.address;
      this.model.value = provider.model;
      this.key.value = "";
    }
    this.note.replaceChildren(...plainMarkdown(withOrigin(provider.note)));
    const isServer = provider.protocol !== "browser";
    this.fields.address.hidden = !isServer;
    this.fields.model.hidden = !isServer;
    this.fields.key.hidden = !isServer || !(provider.needsKey || provider.id === "other");
    this.names.replaceChildren();
    this.clear();
  }

  private connection(): Connection {
    return {
      provider: this.provider.value,
      address: this.address.value.trim(),
      model: this.model.value.trim(),
      key: this.key.value.trim(),
    };
  }

  private async onTest(): Promise<void> {
    this.trial?.abort();
    const trial = new AbortController();
    this.trial = trial;
    this.say("waiting", "Asking the model for one word. The first time can take a minute.");
    const onFetching = (part: number) =>
      this.say("waiting", `The browser is fetching its model: ${Math.round(part * 100)} percent.`);
    try {
      const verdict = await checkConnection(this.connection(), trial.signal, onFetching);
      const names = verdict.models.map((value) => make("option", { attributes: { value } }));
      this.names.replaceChildren(...names);
      this.say(verdict.isGood ? "good" : "bad", verdict.words, verdict.advice);
    } catch (error) {
      if (!trial.signal.aborted) throw error;
    }
  }

  private onUse(): void {
    const connection = this.connection();
    const missing = whatIsMissing(connection);
    if (missing !== "") return this.say("bad", missing);
    this.settings.use(connection, this.keep.checked);
    this.onDone();
  }

  private onForget(): void {
    this.settings.forget();
    this.fill(null);
    this.say("good", "Forgotten. No model is connected.");
    this.provider.focus();
  }

  private say(state: "waiting" | "good" | "bad", ...paragraphs: readonly string[]): void {
    this.verdict.dataset["state"] = state;
    this.verdict.replaceChildren(...plainMarkdown(withOrigin(paragraphs.join("\n\n"))));
    this.verdict.scrollIntoView({ block: "nearest" });
  }

  /** What was said is of an earlier setting. */
  private clear(): void {
    this.trial?.abort();
    this.verdict.replaceChildren();
    delete this.verdict.dataset["state"];
  }
}

function withOrigin(text: string): string {
  return text.replaceAll("{origin}", location.origin);
}
