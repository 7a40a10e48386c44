import type { KeptState } from "../offline/kept-course";
import { all, listen, part } from "../page/dom";
import type { Mount } from "../page/page";

const WORDS: Readonly<Record<KeptState, string>> = {
  unsupported: "This browser cannot keep the course for when there is no network.",
  off: "The course is not kept on this device. It needs a network at each visit.",
  waiting: "The course is made ready for use with no network as soon as Python is quiet.",
  keeping: "The course is being kept on this device.",
  kept: "The whole course is on this device. It works with no network.",
  failed:
    "Not all of the course arrived, so it is not ready for use with no network. " +
    "The next visit goes on from here.",
};

/** Says whether the course works with no network and how much it takes; keeps it or frees it. */
export const mountKeptCourse: Mount = (element, { kept }) => {
  const keep = part(element, "keep", HTMLButtonElement);
  const free = part(element, "free", HTMLButtonElement);
  const show = () => {
    part(element, "kept-word").textContent = WORDS[kept.state];
    keep.hidden = !["off", "failed"].includes(kept.state);
    free.hidden = kept.state !== "kept";
    void showSize(part(element, "kept-size"));
  };
  show();
  return all(
    kept.onChange(show),
    listen(keep, "click", () => void kept.keep()),
    listen(free, "click", () => void kept.free()),
  );
};

async function showSize(place: HTMLElement): Promise<void> {
  const usage = (await navigator.storage?.estimate?.().catch(() => null))?.usage ?? 0;
  place.textContent = usage === 0 ? "" : `This site uses ${megabytes(usage)} MB on this device.`;
}

function megabytes(bytes: number): string {
  return (bytes / 1_000_000).toFixed(1);
}
