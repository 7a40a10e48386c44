import { isText, readJson } from "./checks";
import { part } from "./dom";

/**
 * Return the addresses of the page's own script and of the parts that it imports, which the builder
 * names in the head. Going back would change what they are relative to.
 */
export function findScripts(): string[] {
  const named = readJson(part(document, "scripts").textContent ?? "");
  const names = (Array.isArray(named) ? named : []).filter(isText);
  return names.map((name) => new URL(name, document.baseURI).href);
}

/** Fetch the page's own script and its parts. It runs when the page is read. */
export async function fetchScripts(scripts: readonly string[]): Promise<void> {
  document.head.append(...scripts.map(preload));
  await isRead();
  await import(scripts[0] ?? "");
}

function preload(address: string): HTMLLinkElement {
  const link = document.createElement("link");
  link.rel = "modulepreload";
  link.href = address;
  return link;
}

function isRead(): Promise<void> {
  if (document.readyState !== "loading") return Promise.resolve();
  return new Promise((resolve) => {
    document.addEventListener("DOMContentLoaded", () => resolve(), { once: true });
  });
}
