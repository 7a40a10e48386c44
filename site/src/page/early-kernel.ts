/** What the script in the head has begun, for the page's own and for the one that watches. */
import type { Kernel } from "../protocol";

interface Begun {
  readonly kernel: Kernel;
  /** The page's own script and its parts; refused where they do not come or do not work. */
  readonly scripts: Promise<void>;
}

const place = globalThis as { courseBegun?: Begun };

export function handOver(begun: Begun): void {
  place.courseBegun = begun;
}

/** What has begun; null where the script in the head did not come. */
export function takeOver(): Begun | null {
  return place.courseBegun ?? null;
}
