/** Explore pictures: each loads its own code when it comes near, or nothing is more urgent. */
import { isRecord, isText, readJson } from "../page/checks";
import { attribute, part } from "../page/dom";
import { fetchCode } from "../page/late-code";
import { inLesson, type LessonPage, type Unmount } from "../page/page";

export interface WidgetPlace {
  readonly element: HTMLElement;
  readonly options: ReadonlyMap<string, string>;
  readonly page: LessonPage;
}

type WidgetMount = (place: WidgetPlace) => Unmount;

const WIDGETS: ReadonlyMap<string, () => Promise<WidgetMount>> = new Map([
  [
    "decision-line",
    () => import("./decision-line/mount").then(({ mountDecisionLine }) => mountDecisionLine),
  ],
  ["fold-plane", () => import("./fold-plane/mount").then(({ mountFoldPlane }) => mountFoldPlane)],
  [
    "learning-line",
    () => import("./learning-line/mount").then(({ mountLearningLine }) => mountLearningLine),
  ],
  [
    "playground",
    () =>
      import("./playground/mount").then(
        ({ mountPlayground }) =>
          ({ element, page }) =>
            mountPlayground({
              element,
              page,
              lessonData: page.lesson.url,
              ownPage: new URL("../playground.html", document.baseURI).href,
            }),
      ),
  ],
  [
    "two-neurons",
    () => import("./two-neurons/mount").then(({ mountTwoNeurons }) => mountTwoNeurons),
  ],
]);

const NEAR = "600px";
const NOT_HERE =
  "What makes this picture move did not arrive. Check the connection, then try again.";

export const mountWidget = inLesson((element, page) => {
  const load = WIDGETS.get(attribute(element, "name"));
  if (load === undefined) return () => undefined;
  let end: Unmount | null = null;
  let isGone = false;
  const place = {
    element: part(element, "live"),
    options: readOptions(attribute(element, "options")),
    page,
  };
  const bring = async () => {
    if (isGone) return;
    const mount = await fetchCode(element, load, NOT_HERE);
    if (isGone) return;
    end = mount(place);
    part(element, "image").hidden = true;
  };
  const forget = whenNearOrQuiet(element, page, bring);
  return () => {
    isGone = true;
    forget();
    end?.();
  };
});

/** Do the work once: when the element comes near, or nothing is more urgent. */
function whenNearOrQuiet(
  element: HTMLElement,
  { lesson }: LessonPage,
  work: () => Promise<void>,
): () => void {
  let done: Promise<void> | null = null;
  const begin = () => {
    observer.disconnect();
    done ??= work();
  };
  const observer = new IntersectionObserver(
    (entries) => {
      if (entries.some((entry) => entry.isIntersecting)) begin();
    },
    { rootMargin: NEAR },
  );
  observer.observe(element);
  // It may wait for the learner to try again; what comes after it does not.
  lesson.turns.take(() => Promise.resolve(begin()));
  return () => observer.disconnect();
}

function readOptions(text: string): ReadonlyMap<string, string> {
  const data = readJson(text);
  if (!isRecord(data)) return new Map();
  return new Map(
    Object.entries(data).flatMap(([name, value]) => (isText(value) ? [[name, value]] : [])),
  );
}
