import { createKernel } from "../kernel/client";
import type { Kernel, RuntimeManifest } from "../protocol";
import { isRecord, isText, readJson } from "./checks";
import { attribute, part } from "./dom";

/** Make the kernel of this visit from what the builder wrote into the page's head. */
export function makeKernel(): Kernel {
  const element = findRuntime();
  const manifest = readJson(element.textContent ?? "");
  if (!isManifest(manifest)) throw new Error("The page does not say where Python is.");
  return createKernel(new URL(attribute(element, "base"), document.baseURI).href, manifest);
}

/** The packages that the page's lesson needs, or null where the page is no lesson. */
export function whatIsNeeded(): readonly string[] | null {
  const needs = findRuntime().dataset["needs"];
  return needs === undefined ? null : needs.split(" ").filter((name) => name !== "");
}

/**
 * Return the addresses of the page's own script and of the parts that it imports at once. Going
 * back changes what they are relative to, so they are looked for early.
 */
export function findScripts(): string[] {
  const names = attribute(findRuntime(), "scripts").split(" ");
  return names.map((name) => new URL(name, document.baseURI).href);
}

/** Return the address of the folder that the course lies in. */
export function findCourse(): string {
  const element = findRuntime();
  return new URL("..", new URL(attribute(element, "base"), document.baseURI)).href;
}

/** Where the builder wrote what the page needs to know of the kernel's files. */
export function findRuntime(): HTMLScriptElement {
  return part(document, "runtime", HTMLScriptElement);
}

function isManifest(value: unknown): value is RuntimeManifest {
  return (
    isRecord(value) &&
    isText(value["pyodide"]) &&
    isRecord(value["files"]) &&
    Array.isArray(value["onDemand"])
  );
}
