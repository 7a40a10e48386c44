/** The page's beginning: one kernel and one store of saved work for the whole visit. */
import { offerApp } from "./offline/installing";
import { KeptCourse } from "./offline/kept-course";
import { whenQuiet } from "./offline/when-quiet";
import { serviceWorker } from "./kernel/trusted-types";
import { fixAddresses } from "./page/addresses";
import { doHeldActs } from "./page/early-acts";
import { takeOver } from "./page/early-kernel";
import { layOutAll, layOutRest } from "./page/lay-out-rest";
import { LessonSession } from "./page/lesson-session";
import { attribute, maybePart } from "./page/dom";
import { mountPage } from "./page/mount-page";
import { ModelDoor } from "./page/model-door";
import type { Unmount } from "./page/page";
import { findCourse, findRuntime } from "./page/runtime";
import { savesData } from "./page/saves-data";
import { swapPages } from "./page/swap";
import type { Kernel } from "./protocol";
import { SavedWork } from "./saved/saved-work";

const begun = takeOver();
if (begun !== null) start(begun.kernel);

function start(kernel: Kernel): void {
  const work = new SavedWork();
  const kept = makeKeptCourse();
  const model = new ModelDoor();
  const manifest = wholeAddress("manifest");
  whenQuiet(kernel, () => {
    offerApp(manifest);
    kept.start();
  });
  const loaded = work.load();
  let unmount: Unmount = () => undefined;
  let visit = 0;
  const leave = () => {
    visit += 1;
    layOutAll();
    unmount();
    unmount = () => undefined;
  };
  const show = async () => {
    const now = visit;
    const lesson = findLesson(kernel);
    if (lesson !== null) {
      kernel.boot(lesson.needs);
      if (!savesData()) kernel.expect(lesson.soon);
    }
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
  const secure = () => work.secure();
  document.addEventListener("visibilitychange", secure);
  window.addEventListener("pagehide", secure);
  swapPages({
    course: findCourse(),
    onAsk: secure,
    onLeave: leave,
    onArrive: async () => {
      await show();
      void layOutRest();
      announce(document.title);
    },
  });
  fixAddresses();
  void show().then(doHeldActs);
  void layOutRest();
  document.documentElement.dataset["scripts"] = "ready";
}

function findLesson(kernel: Kernel): LessonSession | null {
  const data = maybePart(document, "lesson-data");
  return data === null ? null : new LessonSession(data, kernel);
}

/** Say something to screen readers, without moving the focus. */
function announce(text: string): void {
  const place = maybePart(document, "announcer");
  if (place !== null) place.textContent = text;
}

/** The copy of the course that is kept on this device. */
function makeKeptCourse(): KeptCourse {
  const version = document.querySelector<HTMLMetaElement>('meta[name="version"]');
  return new KeptCourse(serviceWorker(wholeAddress("worker")), version?.content ?? "");
}

/** The whole address of a file that the page names; the page's own address changes with swaps. */
function wholeAddress(name: string): string {
  return new URL(attribute(findRuntime(), name), document.baseURI).href;
}
