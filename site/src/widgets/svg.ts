/** Making the shapes of a picture. */

type Shapes = "svg" | "g" | "line" | "circle" | "rect" | "polygon" | "polyline" | "path" | "text";
type Lengths = Readonly<Record<string, number>>;

export function shape<K extends Shapes>(
  name: K,
  className: string,
  lengths: Lengths = {},
): SVGElementTagNameMap[K] {
  const element = document.createElementNS("http://www.w3.org/2000/svg", name);
  element.setAttribute("class", className);
  place(element, lengths);
  return element;
}

/** Set lengths and places by their names. */
export function place(element: SVGElement, lengths: Lengths): void {
  for (const [name, value] of Object.entries(lengths)) element.setAttribute(name, value.toFixed(2));
}

/** Return a text at a place. */
export function label(className: string, x: number, y: number, words = ""): SVGTextElement {
  const element = shape("text", className, { x, y });
  element.textContent = words;
  return element;
}
