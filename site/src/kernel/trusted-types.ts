/**
 * Trusted Types, in browsers that know them: text becomes HTML or the address of a script by the
 * rules here and by the sanitiser's own, DOMPurify's. What has no rule is refused.
 */
interface Rules {
  readonly createHTML?: (html: string) => string;
  readonly createScriptURL?: (address: string) => string;
}

/** What a rule lets through is an object to the browser, and may go where text may. */
interface Policy {
  createHTML(html: string): string;
  createScriptURL(address: string): string;
}

interface Factory {
  createPolicy(name: string, rules: Rules): Policy;
}

const BOOT = /^<script src="([^"<>\s]*assets\/boot\.\w+\.js)"><\/script>$/;
const SANDBOX = "allow-scripts";
const SERVICE_WORKER = "/service-worker.js";
/** A browser makes a policy of a name once in the life of a page. */
const made = new Map<string, Policy>();

/** The next page, read into a document of its own, in which nothing runs. */
export function readPage(html: string): Document {
  const policy = policyOf("next-page", { createHTML: (text) => text });
  return new DOMParser().parseFromString(policy?.createHTML(html) ?? html, "text/html");
}

/** The script that starts Python, where the page that arrives shall wait for it. */
export function writeBoot(address: string): void {
  const createHTML = (text: string): string => {
    const named = BOOT.exec(text)?.[1];
    if (named !== undefined && isOurs(new URL(named, document.baseURI))) return text;
    throw new TypeError("Only the script that starts Python may be written.");
  };
  const html = `<script src="${address}"></script>`;
  document.write(policyOf("first-script", { createHTML })?.createHTML(html) ?? createHTML(html));
}

/** The kernel's frame: its document goes into a frame that is sandboxed, and nowhere else. */
export function fillFrame(frame: HTMLIFrameElement, html: string): void {
  if (frame.getAttribute("sandbox") !== SANDBOX) throw new Error("The frame is not sandboxed.");
  const policy = policyOf("kernel-frame", { createHTML: (text) => text });
  frame.srcdoc = policy?.createHTML(html) ?? html;
}

/** The frame's workers: their script was handed over by the page. */
export function kernelWorker(address: string): string {
  return allow("kernel-worker", address, hasItsOwnScript);
}

/** The course's own service worker. */
export function serviceWorker(address: string): string {
  return allow("service-worker", address, isServiceWorker);
}

function allow(name: string, address: string, isAllowed: (address: string) => boolean): string {
  const createScriptURL = (text: string): string => {
    if (isAllowed(text)) return text;
    throw new TypeError(`No script may come from ${text}.`);
  };
  const policy = policyOf(name, { createScriptURL });
  return policy?.createScriptURL(address) ?? createScriptURL(address);
}

function hasItsOwnScript(address: string): boolean {
  return address.startsWith("blob:") || address.startsWith("data:text/javascript,");
}

function isServiceWorker(address: string): boolean {
  const url = new URL(address);
  return isOurs(url) && url.pathname.endsWith(SERVICE_WORKER) && url.search + url.hash === "";
}

function isOurs({ origin }: URL): boolean {
  return origin === location.origin;
}

function policyOf(name: string, rules: Rules): Policy | undefined {
  const { trustedTypes } = globalThis as { trustedTypes?: Factory };
  const policy = made.get(name) ?? trustedTypes?.createPolicy(name, rules);
  if (policy !== undefined) made.set(name, policy);
  return policy;
}
