/** The kernel of the visit, from the script in the head to the page's own. */
import type { Kernel } from "../protocol";

interface Handed {
  courseKernel?: Kernel;
}

const place = globalThis as Handed;

export function handOver(kernel: Kernel): void {
  place.courseKernel = kernel;
}

/** The kernel; null where the script in the head did not come. */
export function takeOver(): Kernel | null {
  return place.courseKernel ?? null;
}
