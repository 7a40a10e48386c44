/** Finds out why a server could not be reached: browsers do not say, to keep pages from spying. */
import { isRecord, readJson } from "../page/checks";
import { requestOptions, serviceUrl, spaceOf, type Connection } from "./connection";
import { findProvider } from "./providers";
import { ModelTrouble } from "./trouble";

const PATIENCE_MS = 3_000;
const REPORT_MS = 400;

/** What one more request, whose answer the page may not read, told of the server. */
type Sign = "there" | "nothing" | "unknown";

export async function whyUnreachable(connection: Connection): Promise<ModelTrouble> {
  const url = serviceUrl(connection, "models");
  if (navigator.onLine === false && spaceOf(url) === "public") return offline();
  if (await isForbidden(url)) return forbidden();
  const sign = await knock(url);
  if (sign === "there") return notAllowed(connection);
  return nothingThere(connection, url, sign);
}

function offline(): ModelTrouble {
  return new ModelTrouble(
    "offline",
    "There is no network.",
    "A model on this machine works without one. The answers of the course do, too.",
  );
}

function forbidden(): ModelTrouble {
  return new ModelTrouble(
    "permission",
    "This browser does not let the page reach servers on this machine.",
    "Open the page's permissions beside its address, allow the local network, and try again.",
  );
}

function notAllowed(connection: Connection): ModelTrouble {
  const advice = allowWords(connection);
  return new ModelTrouble(
    "not-allowed",
    "The server is there, but it does not let this page use it (CORS).",
    advice === "" ? "Choose another provider, or ask this one to let web pages in." : advice,
  );
}

function nothingThere(connection: Connection, url: URL, sign: Sign): ModelTrouble {
  const isOwn = spaceOf(url) === "loopback";
  const start = isOwn ? "Start the server and check the number after the colon." : "";
  const check = isOwn ? start : "Check the address for typing mistakes.";
  const maybe =
    sign === "unknown" ? ` If it is running: ${lowerFirst(allowWords(connection))}` : "";
  const mixed =
    url.protocol === "http:" && globalThis.location?.protocol === "https:"
      ? " Safari may not let a page reach this machine: use Chrome, Edge or Firefox then."
      : "";
  return new ModelTrouble(
    "unreachable",
    `No server answers at ${url.host}.`,
    check + (allowWords(connection) === "" ? "" : maybe) + mixed,
  );
}

function allowWords(connection: Connection): string {
  const { origin } = globalThis.location ?? { origin: "" };
  return findProvider(connection.provider).allow.replace("{origin}", origin);
}

function lowerFirst(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1);
}

/** Whether the learner, or the browser's settings, forbade pages to reach this machine. */
async function isForbidden(url: URL): Promise<boolean> {
  if (spaceOf(url) !== "loopback") return false;
  for (const name of ["loopback-network", "local-network-access"]) {
    try {
      const { state } = await navigator.permissions.query({ name: name as PermissionName });
      if (state === "denied") return true;
    } catch {
      // This browser knows no permission of that name.
    }
  }
  return false;
}

/**
 * Ask for something without reading it. In an isolated page that request fails as well, but Chrome
 * then reports that an answer was kept from the page: so there is a server.
 */
async function knock(url: URL): Promise<Sign> {
  const kept = new Set<unknown>();
  const observer = watchReports(kept);
  try {
    const signal = AbortSignal.timeout(PATIENCE_MS);
    await fetch(url, {
      ...requestOptions(url, signal),
      mode: "no-cors",
      redirect: "follow",
    });
    return "there";
  } catch {
    if (globalThis.crossOriginIsolated !== true) return "nothing";
    if (observer === null) return "unknown";
    await new Promise((resolve) => setTimeout(resolve, REPORT_MS));
    return kept.has(url.href) ? "there" : "nothing";
  } finally {
    observer?.disconnect();
  }
}

/** Collect the addresses whose answers are kept from the page; null where nobody says. */
function watchReports(kept: Set<unknown>): ReportingObserver | null {
  if (!("ReportingObserver" in globalThis)) return null;
  const observer = new ReportingObserver(
    (reports) => {
      for (const report of reports) kept.add(blockedAddress(readJson(JSON.stringify(report))));
    },
    { types: ["coep"] },
  );
  observer.observe();
  return observer;
}

/** A report tells its address as JSON only. */
function blockedAddress(report: unknown): unknown {
  const body = isRecord(report) ? report["body"] : null;
  return isRecord(body) ? body["blockedURL"] : null;
}
