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
  /** Fulfilled once a program has written the text. */
  seen(text: string): Promise<void>;
}

declare global {
  interface Window {
    page: KernelPage;
  }
}

function createPage(kernel: Kernel): KernelPage {
  const states: string[] = [];
  const live: OutputPart[] = [];
  const checks = new Set<() => void>();
  kernel.onStatus((status) => {
    if (states.at(-1) !== status.state) states.push(status.state);
  });
  const run = async (code: string, answers: readonly string[] = []): Promise<Ran> => {
    const parts: OutputPart[] = [];
    const left = [...answers];
    const onPart = (part: OutputPart): void => {
      parts.push(part);
      live.push(part);
      for (const check of checks) check();
    };
    const result = await kernel.run({ lesson: "test", cell: "c", code, setup: "" }, onPart, async () =>
      left.shift() ?? null,
    );
    return { result, parts };
  };
  const seen = (text: string): Promise<void> =>
    new Promise((resolve) => {
      const check = (): void => {
        if (live.some((part) => "text" in part && part.text.includes(text))) resolve();
      };
      checks.add(check);
      check();
    });
  const exercise = { id: "neuron", lesson: "neuron", setup: "", mistakes: [] };
  return { kernel, states, live, run, seen, grade: (code) => kernel.grade({ exercise, code }) };
}

async function main(): Promise<void> {
  const { dataset } = document.documentElement;
  const response = await fetch(`runtime/${dataset["manifest"]}`);
  const manifest: RuntimeManifest = await response.json();
  window.page = createPage(createKernel("runtime/", manifest));
  if (dataset["boot"] !== "later") window.page.kernel.boot([]);
}

void main();
