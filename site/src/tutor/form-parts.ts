/** The parts of a form. */
import { make } from "../page/dom";

/** Return a control with its name over it. */
export function field(name: string, control: HTMLElement): HTMLElement {
  return make("label", { class: "model-field" }, [make("span", { text: name }), control]);
}

export function textInput(type: "text" | "url" | "password", list?: string): HTMLInputElement {
  const attributes = { type, autocomplete: "off", autocapitalize: "off", spellcheck: "false" };
  return make("input", {
    class: "text-input",
    attributes: list === undefined ? attributes : { ...attributes, list },
  });
}

export function checkbox(): HTMLInputElement {
  return make("input", { attributes: { type: "checkbox" } });
}

interface Choice {
  readonly value: string;
  readonly name: string;
}

export function picker(choices: readonly Choice[]): HTMLSelectElement {
  const options = choices.map(({ value, name }) =>
    make("option", { text: name, attributes: { value } }),
  );
  return make("select", { class: "text-input" }, options);
}

export function action(
  text: string,
  look = "button",
  type: "button" | "submit" = "button",
): HTMLButtonElement {
  return make("button", { class: look, text, attributes: { type } });
}
