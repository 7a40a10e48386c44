/**
 * Keeps the whole course for when there is no network. Pages come from the network where it
 * answers in time, so that a kept copy never hides a changed lesson; everything else has a hash in
 * its name and comes from what is kept. On hosts that send no isolation headers it adds them.
 */
import { clientsClaim } from "workbox-core";
import {
  addPlugins,
  cleanupOutdatedCaches,
  matchPrecache,
  precacheAndRoute,
} from "workbox-precaching";
import { registerRoute } from "workbox-routing";
import { isMessage, type Course } from "./offline/messages";

/** The builder writes it before this script. */
declare const COURSE: Course;

interface Worker {
  addEventListener(type: "message", listener: (event: ExtendableMessage) => void): void;
  skipWaiting(): Promise<void>;
  readonly registration: { readonly scope: string };
  readonly clients: { matchAll(options: object): Promise<readonly unknown[]> };
}
interface ExtendableMessage {
  readonly data: unknown;
  readonly ports: readonly MessagePort[];
  waitUntil(work: Promise<unknown>): void;
}

declare const self: Worker;

/** How long a page is waited for before the kept copy is shown. */
const PATIENCE_MS = 4_000;
const ISOLATION = {
  "Cross-Origin-Opener-Policy": "same-origin",
  "Cross-Origin-Embedder-Policy": "require-corp",
} as const;

clientsClaim();
cleanupOutdatedCaches();
registerRoute(
  ({ request, sameOrigin }) => sameOrigin && isForPage(request),
  ({ request }) => page(request),
);
// The browser's own cache may hold a damaged file for a year: the server is asked whether it is so.
addPlugins([
  { requestWillFetch: async ({ request }) => new Request(request, { cache: "no-cache" }) },
]);
precacheAndRoute([...COURSE.files], { cleanURLs: false });
self.addEventListener("message", (event) => event.waitUntil(onMessage(event)));

function isForPage(request: Request): boolean {
  return request.mode === "navigate" || (request.headers.get("Accept") ?? "").includes("text/html");
}

async function page(request: Request): Promise<Response> {
  const fresh = await fetch(request, { signal: AbortSignal.timeout(PATIENCE_MS) }).catch(
    () => null,
  );
  if (fresh !== null && fresh.status < 500) return isolated(fresh);
  const kept = await keptPage(request.url);
  return isolated(kept ?? fresh ?? Response.error());
}

async function keptPage(address: string): Promise<Response | undefined> {
  const url = new URL(address);
  const path = url.pathname.endsWith("/") ? `${url.pathname}index.html` : url.pathname;
  const missing = new URL("404.html", self.registration.scope);
  return (await matchPrecache(url.origin + path)) ?? (await matchPrecache(missing.href));
}

/** The same answer with the headers that let Stop interrupt Python. */
function isolated(response: Response): Response {
  if (response.status === 0 || response.type === "opaqueredirect") return response;
  const headers = new Headers(response.headers);
  for (const [name, value] of Object.entries(ISOLATION)) headers.set(name, value);
  const { status, statusText } = response;
  return new Response(status === 304 ? null : response.body, { status, statusText, headers });
}

async function onMessage({ data, ports }: ExtendableMessage): Promise<void> {
  if (!isMessage(data)) return;
  if (data.type === "version") ports[0]?.postMessage(COURSE.version);
  const windows = await self.clients.matchAll({ type: "window", includeUncontrolled: true });
  if (data.type === "take-over" || (data.type === "take-over-if-alone" && windows.length <= 1)) {
    await self.skipWaiting();
  }
}
