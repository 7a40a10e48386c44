/** The page's beginning: one kernel and one store of saved work for the whole visit. */
import "@hotwired/turbo";
import { LessonSession } from "./page/lesson-session";
import { maybePart } from "./page/dom";
import { mountPage } from "./page/mount-page";
import { ModelDoor } from "./page/model-door";
import type { Unmount } from "./page/page";
import { followSamePageLinks } from "./page/same-page-links";
import { makeKeptCourse, makeKernel } from "./page/runtime";
import { SavedWork } from "./saved/saved-work";

start();

function start(): void {
  const kernel = makeKernel();
  const work = new SavedWork();
  const kept = makeKeptCourse();
  const model = new ModelDoor();
  kept.startWhenQuiet(kernel);
  const loaded = work.load();
  let unmount: Unmount = () => undefined;
  let visit = 0;
  const show = async () => {
    visit += 1;
    const now = visit;
    unmount();
    unmount = () => undefined;
    const lesson = findLesson(kernel);
    if (lesson !== null) kernel.boot(lesson.needs);
    await loaded;
    if (now === visit) unmount = mountPage({ kernel, work, kept, model, lesson, announce });
  };
  document.addEventListener("turbo:render", fixAddresses);
  document.addEventListener("turbo:load", () => {
    fixAddresses();
    void show();
  });
  document.addEventListener("turbo:before-render", () => {
    visit += 1;
    unmount();
    unmount = () => undefined;
  });
  followSamePageLinks();
  const flush = () => void work.flush();
  document.addEventListener("visibilitychange", flush);
  window.addEventListener("pagehide", flush);
  document.addEventListener("turbo:before-visit", flush);
}

/** The browser asks again for these when the address changes: relative, they would be amiss. */
function fixAddresses(): void {
  const links = 'link[rel="icon"], link[rel="manifest"], link[rel="apple-touch-icon"]';
  for (const link of document.querySelectorAll<HTMLLinkElement>(links)) {
    link.setAttribute("href", link.href);
  }
}

function findLesson(kernel: Parameters<typeof mountPage>[0]["kernel"]): LessonSession | null {
  const data = maybePart(document, "lesson-data");
  return data === null ? null : new LessonSession(data, kernel);
}

/** Say something to screen readers, without moving the focus. */
function announce(text: string): void {
  const place = maybePart(document, "announcer");
  if (place !== null) place.textContent = text;
}
