import { isText, readJson } from "./checks";
import { part } from "./dom";

/**
 * Fetch the page's own script and the parts that it imports, which the builder names in the head.
 * It runs when the page is read.
 */
export async function fetchScripts(): Promise<void> {
  const named = readJson(part(document, "scripts").textContent ?? "");
  const scripts = (Array.isArray(named) ? named : []).filter(isText).map(wholeAddress);
  document.head.append(...scripts.map(preload));
  await isRead();
  await import(scripts[0] ?? "");
}

function wholeAddress(name: string): string {
  return new URL(name, document.baseURI).href;
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
