/** A model that the learner has chosen, and whether this page may talk to where it is. */
import { findProvider, type Provider } from "./providers";

export interface Connection {
  readonly provider: string;
  readonly address: string;
  readonly model: string;
  readonly key: string;
}

/** How far away an address is, as browsers tell it. */
export type AddressSpace = "loopback" | "public";

const LOOPBACK = /^(localhost|[\w-]+\.localhost|127(\.\d{1,3}){3})$/;

/** Return what is wrong with a connection, in words, or nothing where it can be tried. */
export function whatIsMissing(connection: Connection): string {
  const provider = findProvider(connection.provider);
  if (provider.protocol === "browser") return "";
  return (
    whatIsWrongWithAddress(connection.address) ||
    (connection.model.trim() === "" ? "Write the name of a model." : "") ||
    whatIsWrongWithKey(connection.key, provider)
  );
}

function whatIsWrongWithKey(key: string, provider: Provider): string {
  if (provider.needsKey && key.trim() === "") return `${provider.name} needs a key. Paste yours.`;
  return /^[\x21-\x7e]*$/.test(key.trim())
    ? ""
    : "A key has only letters, digits and signs. Copy it again, without spaces or line breaks.";
}

/** The page's policy lets it talk to https addresses, and to http ones on this machine. */
function whatIsWrongWithAddress(address: string): string {
  const url = readUrl(address);
  if (url === null) return "Write the address in full, such as http://localhost:11434/v1.";
  if (url.username !== "" || url.search !== "" || url.hash !== "")
    return "Take the name, the key and what follows ? or # out of the address.";
  if (url.protocol === "https:" || spaceOf(url) === "loopback") return "";
  return "This page may only use an https address, or a server on this machine (localhost).";
}

function readUrl(address: string): URL | null {
  try {
    const url = new URL(address.trim());
    return ["http:", "https:"].includes(url.protocol) ? url : null;
  } catch {
    return null;
  }
}

export function spaceOf(url: URL): AddressSpace {
  return LOOPBACK.test(url.hostname) ? "loopback" : "public";
}

/** Return the address of one of the server's services. */
export function serviceUrl(connection: Connection, path: string): URL {
  const start = connection.address.trim().replace(/\/+$/, "");
  const base = start.replace(/\/(chat\/completions|messages|models)$/, "");
  return new URL(`${base}/${path}`);
}

/** What a request to a model's server always carries: nothing of this page but what is meant. */
export function requestOptions(url: URL, signal: AbortSignal): RequestInit {
  const options: RequestInit & { targetAddressSpace?: AddressSpace } = {
    credentials: "omit",
    referrerPolicy: "no-referrer",
    cache: "no-store",
    // What is sent goes to the address that the learner chose, and nowhere else.
    redirect: "error",
    signal,
  };
  if (url.protocol === "http:") options.targetAddressSpace = spaceOf(url);
  return options;
}
