/** Where a cell stands, in the page's own words. */

const HEADING = /^H[1-6]$/;
const MOST_TASK = 1_500;

export interface PlaceInLesson {
  readonly lesson: string;
  readonly place: string;
  /** The text between the heading and the cell: for an exercise, what it asks for. */
  readonly task: string;
}

export function placeOf(cell: Element): PlaceInLesson {
  const texts: string[] = [];
  let at = cell.previousElementSibling;
  while (at !== null && !HEADING.test(at.tagName)) {
    if (at.classList.contains("prose")) texts.unshift(plainText(at));
    at = at.previousElementSibling;
  }
  return {
    lesson: lessonTitle(),
    place: at === null ? "" : plainText(at),
    task: texts.join("\n\n").slice(-MOST_TASK),
  };
}

export function lessonTitle(): string {
  const title = document.querySelector("main h1");
  return title === null ? document.title : plainText(title);
}

function plainText(element: Element): string {
  return (element.textContent ?? "").trim().replace(/[^\S\n]+/g, " ");
}
