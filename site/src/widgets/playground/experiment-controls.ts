/** What an experiment can be made of: choices, numbers, and whose network learns. */
import { make } from "../../page/dom";
import type { PlaygroundSettings } from "../../protocol";
import { NumberControl } from "../number-control";
import { ACTIVATIONS, DATA_SETS, NUMBERS, NUMBER_NAMES } from "./model";

export type Owner = "course" | "learner";

export interface ControlsWorld {
  readonly settings: () => PlaygroundSettings;
  readonly onChange: (change: Partial<PlaygroundSettings>) => void;
  readonly onOwner: (owner: Owner) => void;
}

export class ExperimentControls {
  readonly data: Choice;
  readonly element: HTMLElement;
  private readonly activation: Choice;
  private readonly owner: Choice;
  private readonly numbers: readonly NumberControl[];

  constructor(world: ControlsWorld) {
    this.data = new Choice("data", DATA_SETS, (data) => world.onChange({ data }));
    this.activation = new Choice("activation", ACTIVATIONS, (activation) =>
      world.onChange({ activation }),
    );
    const owners = { course: "the course's", learner: "your own MLP" };
    this.owner = new Choice("network", owners, (owner) =>
      world.onOwner(owner === "learner" ? "learner" : "course"),
    );
    this.owner.element.hidden = true;
    this.numbers = NUMBER_NAMES.map(
      (name) =>
        new NumberControl({
          ...NUMBERS[name],
          onChange: (value) => world.onChange({ [name]: value }),
        }),
    );
    this.element = make("div", { class: "play-settings" }, [
      this.owner.element,
      this.activation.element,
      ...this.numbers.map(({ element }) => element),
    ]);
  }

  get isOwnOffered(): boolean {
    return !this.owner.element.hidden;
  }

  /** Let the learner choose whose network learns. */
  offerOwn(): void {
    this.owner.element.hidden = false;
  }

  /** Show the settings; a learner's own network has sigmoid neurons everywhere. */
  show(settings: PlaygroundSettings, owner: Owner, isOwn: boolean): void {
    this.data.show(settings.data);
    this.owner.show(owner);
    this.activation.show(isOwn ? "sigmoid" : settings.activation);
    this.activation.disable(isOwn);
    NUMBER_NAMES.forEach((name, index) => this.numbers[index]?.show(settings[name]));
  }
}

/** A list of which one is chosen, with its label. */
export class Choice {
  readonly element: HTMLLabelElement;
  private readonly list: HTMLSelectElement;

  constructor(
    label: string,
    words: Readonly<Record<string, string>>,
    onChoose: (key: string) => void,
  ) {
    const options = Object.entries(words).map(([value, text]) =>
      make("option", { text, attributes: { value } }),
    );
    this.list = make("select", { class: "play-select" }, options);
    this.list.addEventListener("change", () => onChoose(this.list.value));
    this.element = make("label", { class: "play-choice" }, [
      make("span", { text: label }),
      this.list,
    ]);
  }

  show(key: string): void {
    this.list.value = key;
  }

  disable(isDisabled: boolean): void {
    this.list.disabled = isDisabled;
  }
}
