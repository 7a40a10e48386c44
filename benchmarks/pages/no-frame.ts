/** Puts the script of the kernel's frame into the page itself, to show what the frame costs. */
import "../../site/src/kernel/frame";

/** Stands where the frame would be: what is said to it reaches the script in this page. */
class NoFrame extends HTMLElement {
  readonly contentWindow = window;

  connectedCallback(): void {
    this.dispatchEvent(new Event("load"));
  }
}

customElements.define("no-frame", NoFrame);
const createElement = document.createElement.bind(document);
Reflect.set(document, "createElement", (name: string) =>
  createElement(name === "iframe" ? "no-frame" : name),
);
