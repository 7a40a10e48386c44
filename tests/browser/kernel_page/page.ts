/** The smallest page that has a kernel: what the tests of the kernel drive. */
import { createKernel } from "../../../site/src/kernel/client";
import type { GradeResult, Kernel, OutputPart, RunResult, RuntimeManifest } from "../../../site/src/protocol";

interface Ran {
  readonly result: RunResult;
  readonly parts: readonly OutputPart[];
}

export interface KernelPage {
  readonly kernel: Kernel;
  readonly states: string[];
  readonly live: OutputPart[];
  run(code: string, answers?: readonly string[]): Promise<Ran>;
  grade(code: string): Promise<GradeResult>;
}

declare global {
  interface Window {
    page: KernelPage;
  }
}

function createPage(kernel: Kernel): KernelPage {
  const states: string[] = [];
  const live: OutputPart[] = [];
  kernel.onStatus((status) => {
    if (states.at(-1) !== status.state) states.push(status.state);
  });
  const run = async (code: string, answers: readonly string[] = []): Promise<Ran> => {
    const parts: OutputPart[] = [];
    const left = [...answers];
    const onPart = (part: OutputPart): void => void (parts.push(part), live.push(part));
    const result = await kernel.run({ lesson: "test", cell: "c", code, setup: "" }, onPart, async () =>
      left.shift() ?? null,
    );
    return { result, parts };
  };
  const exercise = { id: "neuron", lesson: "neuron", setup: "", mistakes: [] };
  return { kernel, states, live, run, grade: (code) => kernel.grade({ exercise, code }) };
}

async function main(): Promise<void> {
  const { dataset } = document.documentElement;
  const response = await fetch(`runtime/${dataset["manifest"]}`);
  const manifest: RuntimeManifest = await response.json();
  window.page = createPage(createKernel("runtime/", manifest));
  if (dataset["boot"] !== "later") window.page.kernel.boot([]);
}

void main();
