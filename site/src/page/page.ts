/** What every block of a page is handed: the kernel, the saved work and the lesson. */
import type { KeptCourse } from "../offline/kept-course";
import type { Kernel } from "../protocol";
import type { SavedWork } from "../saved/saved-work";
import type { LessonSession } from "./lesson-session";
import type { ModelDoor } from "./model-door";

export interface Page {
  readonly kernel: Kernel;
  readonly work: SavedWork;
  readonly kept: KeptCourse;
  readonly model: ModelDoor;
  /** Null on pages that are no lesson. */
  readonly lesson: LessonSession | null;
  /** Say something to screen readers, quietly. */
  announce(text: string): void;
}

/** The parts of a page that belongs to a lesson. */
export interface LessonPage extends Page {
  readonly lesson: LessonSession;
}

export type Unmount = () => void;
export type Mount = (element: HTMLElement, page: Page) => Unmount;

/** Make a block that only works in a lesson. */
export function inLesson(mount: (element: HTMLElement, page: LessonPage) => Unmount): Mount {
  return (element, page) => {
    const { lesson } = page;
    return lesson === null ? () => undefined : mount(element, { ...page, lesson });
  };
}
