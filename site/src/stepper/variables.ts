/** The table of variables at one step. What changed says so in a word, with a mark before it. */
import { make } from "../page/dom";
import type { TraceStep, TraceVariable } from "../protocol";
import { changeWords } from "./words";

export class VariableTable {
  readonly element: HTMLElement;
  private readonly table = make("table", { class: "stepper-table" });
  private readonly none = make("p", {
    class: "stepper-small",
    text: "There are no variables here.",
  });

  constructor() {
    this.element = make("div", { class: "stepper-variables" }, [this.table, this.none]);
  }

  show(step: TraceStep): void {
    const inside = step.calls.at(-1);
    const local = step.variables.filter(({ scope }) => scope === "local");
    const cell = step.variables.filter(({ scope }) => scope === "cell");
    this.none.hidden = step.variables.length > 0;
    this.table.hidden = !this.none.hidden;
    this.table.replaceChildren(
      make("caption", { class: "visually-hidden", text: "Variables" }),
      head(),
      ...(local.length > 0 ? [group(`In ${inside ?? "the function"}`, local)] : []),
      ...(cell.length > 0 ? [group(inside === undefined ? null : "In the cell", cell)] : []),
    );
  }
}

function head(): HTMLElement {
  const names = ["Name", "Value", "Change"];
  const cells = names.map((text) => make("th", { text, attributes: { scope: "col" } }));
  return make("thead", {}, [make("tr", {}, cells)]);
}

function group(title: string | null, variables: readonly TraceVariable[]): HTMLElement {
  const rows = variables.map(row);
  if (title !== null) {
    const heading = make("th", {
      class: "stepper-scope",
      text: title,
      attributes: { scope: "rowgroup", colspan: "3" },
    });
    rows.unshift(make("tr", {}, [heading]));
  }
  return make("tbody", {}, rows);
}

function row(variable: TraceVariable): HTMLTableRowElement {
  return make("tr", { attributes: { "data-change": variable.change } }, [
    make("th", { class: "stepper-name", text: variable.name, attributes: { scope: "row" } }),
    make("td", { class: "stepper-value", text: variable.value }),
    make("td", { class: "stepper-change", text: changeWords(variable) }),
  ]);
}
