import { createKernel } from "../kernel/client";
import { serviceWorker } from "../kernel/trusted-types";
import { KeptCourse } from "../offline/kept-course";
import type { Kernel, RuntimeManifest } from "../protocol";
import { isRecord, isText, readJson } from "./checks";
import { attribute, part } from "./dom";

/** Make the kernel of this visit from what the builder wrote into the page. */
export function makeKernel(): Kernel {
  const element = part(document, "runtime", HTMLScriptElement);
  const manifest = readJson(element.textContent ?? "");
  if (!isManifest(manifest)) throw new Error("The page does not say where Python is.");
  return createKernel(new URL(attribute(element, "base"), document.baseURI).href, manifest);
}

/** Return the address of the folder that the course lies in. */
export function findCourse(): string {
  const element = part(document, "runtime", HTMLScriptElement);
  return new URL("..", new URL(attribute(element, "base"), document.baseURI)).href;
}

/** Make the copy of the course that is kept on this device. */
export function makeKeptCourse(): KeptCourse {
  const element = part(document, "runtime", HTMLScriptElement);
  const version = document.querySelector<HTMLMetaElement>('meta[name="version"]');
  const address = new URL(attribute(element, "worker"), document.baseURI).href;
  return new KeptCourse(serviceWorker(address), version?.content ?? "");
}

function isManifest(value: unknown): value is RuntimeManifest {
  return (
    isRecord(value) &&
    isText(value["pyodide"]) &&
    isRecord(value["files"]) &&
    Array.isArray(value["onDemand"])
  );
}
