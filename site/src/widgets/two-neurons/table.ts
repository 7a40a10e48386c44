/** All numbers of the graph as a table: each value and slope, and how it was made. */
import { make } from "../../page/dom";
import {
  hasSlope,
  hasValue,
  madeAt,
  MADE,
  SLOPED,
  type Made,
  type Name,
  type Sloped,
  type Slopes,
  type Values,
} from "./model";
import { formatNumber, meaning, SHOWN, slopeWorking, valueWorking, type Working } from "./words";

const HEADS = ["name", "value", "slope", "nudged"];

export class NumberTable {
  readonly element: HTMLTableElement;
  private readonly body = make("tbody");

  constructor() {
    const heads = HEADS.map((text) => make("th", { text, attributes: { scope: "col" } }));
    const caption = make("caption", {
      class: "visually-hidden",
      text: "Every number, its value and its slope",
    });
    this.element = make("table", { class: "neurons-table" }, [
      caption,
      make("thead", {}, [make("tr", {}, heads)]),
      this.body,
    ]);
  }

  show(values: Values, slopes: Slopes, nudged: Slopes, step: number): void {
    const now = madeAt(step);
    this.body.replaceChildren(
      ...SHOWN.map((name) => {
        const row = make("tr", {}, [
          nameCell(name),
          valueCell(name, values, step),
          slopeCell(name, values, slopes, step),
          nudgedCell(name, nudged, step),
        ]);
        if (name === now) row.dataset["state"] = "now";
        return row;
      }),
    );
  }
}

function nameCell(name: Name): HTMLElement {
  const small = make("small", { text: meaning(name) });
  return make("th", { attributes: { scope: "row" } }, [name, small]);
}

function valueCell(name: Name, values: Values, step: number): HTMLElement {
  if (!hasValue(name, step)) return make("td", { text: "not yet" });
  return numberCell(values[name], isMade(name) ? valueWorking(name, values) : null);
}

function slopeCell(name: Name, values: Values, slopes: Slopes, step: number): HTMLElement {
  if (!isSloped(name)) return make("td", { text: "–" });
  if (!hasSlope(name, step)) return make("td", { text: "not yet" });
  return numberCell(slopes[name], slopeWorking(name, values, slopes));
}

function nudgedCell(name: Name, nudged: Slopes, step: number): HTMLElement {
  if (!isSloped(name)) return make("td", { text: "–" });
  return make("td", { text: hasSlope(name, step) ? formatNumber(nudged[name]) : "not yet" });
}

function numberCell(value: number, working: Working | null): HTMLElement {
  const lines = working === null ? [] : [working.names, `= ${working.numbers}`];
  const smalls = lines.map((text) => make("small", { text }));
  return make("td", {}, [formatNumber(value), ...smalls]);
}

function isMade(name: Name): name is Made {
  return MADE.some((made) => made === name);
}

function isSloped(name: Name): name is Sloped {
  return SLOPED.some((sloped) => sloped === name);
}
