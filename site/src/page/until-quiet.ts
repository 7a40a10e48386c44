import type { Kernel, KernelState } from "../protocol";

const QUIET: ReadonlySet<KernelState> = new Set<KernelState>(["ready", "failed", "stopped"]);

/** Wait until Python has started, or will not start by itself. */
export function untilQuiet(kernel: Kernel): Promise<void> {
  if (QUIET.has(kernel.status().state)) return Promise.resolve();
  return new Promise((resolve) => {
    const end = kernel.onStatus(({ state }) => {
      if (!QUIET.has(state)) return;
      end();
      resolve();
    });
  });
}
