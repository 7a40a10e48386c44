/** Explore pictures: each loads its own code when it comes near. */
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

const NOT_HERE =
  "What makes this picture move did not arrive. Check the connection, then try again.";

export const mountWidget = inLesson((element, page) => {
  let end: Unmount | null = null;
  let isGone = false;
  const place = {
    element: part(element, "live"),
    options: readOptions(attribute(element, "options")),
    page,
  };
  const load = WIDGETS.get(attribute(element, "name"));
  if (load === undefined) return () => undefined;
  void fetchCode(element, load, NOT_HERE).then((mount) => {
    if (isGone) return;
    end = mount(place);
    part(element, "image").hidden = true;
  });
  return () => {
    isGone = true;
    end?.();
  };
});

function readOptions(text: string): ReadonlyMap<string, string> {
  const data = readJson(text);
  if (!isRecord(data)) return new Map();
  return new Map(
    Object.entries(data).flatMap(([name, value]) => (isText(value) ? [[name, value]] : [])),
  );
}
