/** Keeps text within what a browser lays out in time, and says how much is not shown. */
import { make } from "../page/dom";

const LONGEST = 10_000;
/** No script puts more marks on one letter, and a browser needs seconds for some thousands. */
const PILED_MARKS = /(\p{M}{16})\p{M}+/gu;
/** Some scripts are shaped as a whole: long text may be broken after so many, best at a space. */
const UNBROKEN = /.{1,499}\s|.{1,500}/gsu;

export function shorten(text: string): string {
  return text.replace(PILED_MARKS, "$1").slice(0, LONGEST);
}

/** Return a text with places where the browser may break it. */
export function broken(text: string): (Node | string)[] {
  const [first, ...others] = text.match(UNBROKEN) ?? [];
  return first === undefined ? [] : [first, ...others.flatMap((part) => [make("wbr"), part])];
}

export function leftOutWords(characters: number): string {
  if (characters === 0) return "";
  return ` ... (${characters.toLocaleString("en")} more characters are not shown)`;
}

export function leftOutView(characters: number): HTMLElement {
  return make("span", { class: "output-left-out", text: leftOutWords(characters) });
}
