/** The page's beginning: one kernel and one store of saved work for the whole visit. */
import { fixAddresses } from "./page/addresses";
import { LessonSession } from "./page/lesson-session";
import { maybePart } from "./page/dom";
import { mountPage } from "./page/mount-page";
import { ModelDoor } from "./page/model-door";
import type { Unmount } from "./page/page";
import { findCourse, makeKeptCourse, makeKernel } from "./page/runtime";
import { swapPages } from "./page/swap";
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
  const leave = () => {
    visit += 1;
    unmount();
    unmount = () => undefined;
  };
  const show = async () => {
    const now = visit;
    const lesson = findLesson(kernel);
    if (lesson !== null) kernel.boot(lesson.needs);
    await loaded;
    if (now !== visit) return;
    // What is still on its way when the page has gone is not told on the next one.
    const say = (text: string) => (now === visit ? announce(text) : undefined);
    const end = mountPage({ kernel, work, kept, model, lesson, announce: say });
    unmount = () => {
      lesson?.leave();
      end();
    };
  };
  const flush = () => void work.flush();
  document.addEventListener("visibilitychange", flush);
  window.addEventListener("pagehide", flush);
  swapPages({
    course: findCourse(),
    onAsk: flush,
    onLeave: leave,
    onArrive: async () => {
      await show();
      announce(document.title);
    },
  });
  fixAddresses();
  void show();
  document.documentElement.dataset["scripts"] = "ready";
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
