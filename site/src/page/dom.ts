/** Finding and making elements, so that no block builds HTML from strings. */

type ElementType<T extends Element> = new () => T;

/** Return the part of a block that the template marks with `data-part`. */
export function part(root: ParentNode, name: string): HTMLElement;
export function part<T extends Element>(root: ParentNode, name: string, type: ElementType<T>): T;
export function part(
  root: ParentNode,
  name: string,
  type: ElementType<Element> = HTMLElement,
): Element {
  const found = root.querySelector(`[data-part="${name}"]`);
  if (!(found instanceof type)) throw new Error(`The page has no part "${name}".`);
  return found;
}

/** Return every part of that name. */
export function parts(root: ParentNode, name: string): HTMLElement[] {
  return [...root.querySelectorAll<HTMLElement>(`[data-part="${name}"]`)];
}

export function maybePart(root: ParentNode, name: string): HTMLElement | null {
  return root.querySelector<HTMLElement>(`[data-part="${name}"]`);
}

interface Options {
  readonly class?: string;
  readonly text?: string;
  readonly attributes?: Readonly<Record<string, string>>;
}

/** Make an element with its class, text, attributes and children. */
export function make<K extends keyof HTMLElementTagNameMap>(
  tag: K,
  options: Options = {},
  children: readonly (Node | string)[] = [],
): HTMLElementTagNameMap[K] {
  const element = document.createElement(tag);
  if (options.class !== undefined) element.className = options.class;
  if (options.text !== undefined) element.textContent = options.text;
  for (const [name, value] of Object.entries(options.attributes ?? {}))
    element.setAttribute(name, value);
  element.append(...children);
  return element;
}

/** Make a button. */
export function button(text: string, className: string, onClick: () => void): HTMLButtonElement {
  const made = make("button", { class: className, text, attributes: { type: "button" } });
  made.addEventListener("click", onClick);
  return made;
}

/** Return what an attribute holds; the template always writes it. */
export function attribute(element: HTMLElement, name: string): string {
  const value = element.dataset[name];
  if (value === undefined) throw new Error(`A block lacks its attribute "${name}".`);
  return value;
}

/** Listen, and return what ends the listening. */
export function listen<K extends keyof HTMLElementEventMap>(
  target: HTMLElement,
  type: K,
  onEvent: (event: HTMLElementEventMap[K]) => void,
): () => void {
  target.addEventListener(type, onEvent);
  return () => target.removeEventListener(type, onEvent);
}

/** Return a copy of the first element inside a template, such as a drawn mark. */
export function stamp(root: ParentNode, name: string): Node {
  return part(root, name, HTMLTemplateElement).content.cloneNode(true);
}

/** Join what ends several things into one. */
export function all(...ends: readonly (() => void)[]): () => void {
  return () => {
    for (const end of ends) end();
  };
}
