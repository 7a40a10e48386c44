/** Brings the blocks of a page to life. */
import { mountAsk } from "../blocks/ask";
import { mountCell } from "../blocks/cell";
import { mountChoices } from "../blocks/choices";
import { mountContents } from "../blocks/contents";
import { mountExercise } from "../blocks/exercise";
import { mountHome } from "../blocks/home";
import { mountKernelTrouble } from "../blocks/kernel-trouble";
import { mountKeptCourse } from "../blocks/kept-course";
import { mountKernelChip } from "../blocks/kernel-chip";
import { mountLesson } from "../blocks/lesson";
import { mountLessonReset } from "../blocks/lesson-reset";
import { mountModelSettings } from "../blocks/model-settings";
import { mountNewVersion } from "../blocks/new-version";
import { mountOwnOrigin } from "../blocks/own-origin";
import { mountPlaygroundPage } from "../blocks/playground";
import { mountQuestions } from "../blocks/questions";
import { mountRestarted } from "../blocks/restarted";
import { mountSavedFile } from "../blocks/saved-file";
import { mountSharedCode } from "../blocks/shared-code";
import { mountStorageNote } from "../blocks/storage-note";
import { mountThemeSwitch } from "../blocks/theme-switch";
import { mountWidget } from "../widgets/widget";
import type { Mount, Page, Unmount } from "./page";

const BLOCKS: ReadonlyMap<string, Mount> = new Map<string, Mount>([
  ["ask", mountAsk],
  ["cell", mountCell],
  ["choices", mountChoices],
  ["contents", mountContents],
  ["exercise", mountExercise],
  ["home", mountHome],
  ["kernel-chip", mountKernelChip],
  ["kernel-trouble", mountKernelTrouble],
  ["kept-course", mountKeptCourse],
  ["lesson", mountLesson],
  ["lesson-reset", mountLessonReset],
  ["model-settings", mountModelSettings],
  ["new-version", mountNewVersion],
  ["own-origin", mountOwnOrigin],
  ["playground", mountPlaygroundPage],
  ["questions", mountQuestions],
  ["restarted", mountRestarted],
  ["saved-file", mountSavedFile],
  ["shared-code", mountSharedCode],
  ["storage-note", mountStorageNote],
  ["theme-switch", mountThemeSwitch],
  ["widget", mountWidget],
]);

/** Mount every block, in the order of the page. A block that fails leaves the others alone. */
export function mountPage(page: Page): Unmount {
  const ends = [...document.querySelectorAll<HTMLElement>("[data-block]")].flatMap((element) => {
    const mount = BLOCKS.get(element.dataset["block"] ?? "");
    return mount === undefined ? [] : [mountSafely(mount, element, page)];
  });
  return () => {
    for (const end of ends) end();
  };
}

function mountSafely(mount: Mount, element: HTMLElement, page: Page): Unmount {
  try {
    return mount(element, page);
  } catch (error) {
    reportError(error);
    return () => undefined;
  }
}
