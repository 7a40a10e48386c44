/** The examples as a table: everything that can be done with a pointer can be done here by keys. */
import { make } from "../../page/dom";
import { isPlace, MOST_EXAMPLES, type Example } from "./model";

export class ExampleTable {
  readonly element: HTMLElement;
  private readonly rows = make("tbody");
  private readonly adder: HTMLButtonElement;
  private examples: readonly Example[] = [];

  constructor(private readonly onChange: (examples: readonly Example[]) => void) {
    const heads = [unseen("met last"), "x1", "x2", "target", "neuron", unseen("remove")].map(
      (head) => make("th", { attributes: { scope: "col" } }, [head]),
    );
    const caption = make("caption", { class: "visually-hidden", text: "The examples" });
    const table = make("table", { class: "decision-table" }, [
      caption,
      make("thead", {}, [make("tr", {}, heads)]),
      this.rows,
    ]);
    this.adder = button("Add an example", () =>
      this.onChange([...this.examples, { x: 0.5, y: 0.5, target: 1 }]),
    );
    this.element = make("div", { class: "learning-examples" }, [
      make("div", { class: "table-scroll" }, [table]),
      this.adder,
    ]);
  }

  show(examples: readonly Example[], answers: readonly (0 | 1)[], met: number): void {
    if (examples.length !== this.rows.children.length) {
      this.rows.replaceChildren(...examples.map((_, index) => this.row(index)));
    }
    this.examples = examples;
    this.adder.disabled = examples.length >= MOST_EXAMPLES;
    examples.forEach((example, index) => this.fill(index, example, answers[index] ?? 0, met));
  }

  private row(index: number): HTMLElement {
    const name = `example ${index + 1}`;
    const cells = [
      make("span", { attributes: { "data-part": "met" } }),
      this.field("x", `x1 of ${name}`, index),
      this.field("y", `x2 of ${name}`, index),
      button("", () => this.flip(index)),
      make("span", { attributes: { "data-part": "answer" } }),
      button("Remove", () => this.remove(index)),
    ];
    cells[5]?.setAttribute("aria-label", `Remove ${name}`);
    return make(
      "tr",
      {},
      cells.map((cell) => make("td", {}, [cell])),
    );
  }

  private field(key: "x" | "y", name: string, index: number): HTMLInputElement {
    const attributes = { type: "number", step: "any", inputmode: "decimal", "aria-label": name };
    const field = make("input", { class: "learning-field", attributes });
    field.addEventListener("input", () => {
      const value = field.valueAsNumber;
      if (isPlace(value)) this.change(index, { [key]: value });
    });
    return field;
  }

  private fill(index: number, example: Example, answer: 0 | 1, met: number): void {
    const row = this.rows.children[index];
    const [x, y] = row?.querySelectorAll("input") ?? [];
    const [flip, remove] = row?.querySelectorAll("button") ?? [];
    const [mark, said] = row?.querySelectorAll("span") ?? [];
    const numbers = [example.x, example.y];
    [x, y].forEach((field, at) => {
      if (field !== undefined && field.valueAsNumber !== numbers[at])
        field.value = String(numbers[at]);
    });
    const name = `example ${index + 1}`;
    if (flip !== undefined) {
      flip.textContent = String(example.target);
      flip.setAttribute("aria-label", `Target ${example.target} of ${name}: change it`);
    }
    if (remove !== undefined) remove.disabled = this.examples.length <= 1;
    if (mark !== undefined) mark.textContent = index === met ? "▸" : "";
    if (said !== undefined)
      said.textContent = answer === example.target ? String(answer) : `${answer}, wrong`;
  }

  private change(index: number, change: Partial<Example>): void {
    this.onChange(this.examples.map((each, at) => (at === index ? { ...each, ...change } : each)));
  }

  private flip(index: number): void {
    this.change(index, { target: this.examples[index]?.target === 1 ? 0 : 1 });
  }

  private remove(index: number): void {
    this.onChange(this.examples.filter((_, at) => at !== index));
    this.adder.focus();
  }
}

function unseen(text: string): HTMLElement {
  return make("span", { class: "visually-hidden", text });
}

function button(text: string, onClick: () => void): HTMLButtonElement {
  const attributes = { type: "button" };
  const made = make("button", { class: "button button-small", text, attributes });
  made.addEventListener("click", onClick);
  return made;
}
