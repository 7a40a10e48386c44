/** The smallest page that has a kernel: what the tests of the kernel drive. */
import { createKernel } from "../../../site/src/kernel/client";
import type {
  GradeResult,
  InputHandler,
  Kernel,
  KernelStatus,
  OutputPart,
  RunResult,
  RuntimeManifest,
} from "../../../site/src/protocol";

interface Ran {
  readonly result: RunResult;
  readonly parts: readonly OutputPart[];
}

declare global {
  interface Window {
    page: KernelPage;
    onPage?: () => void;
  }
}

export class KernelPage {
  /** While true, questions of `input()` are not answered. */
  hold = false;
  private written = "";
  private readonly checks = new Set<() => void>();

  constructor(readonly kernel: Kernel) {}

  async run(code: string, answers: readonly string[]): Promise<Ran> {
    const parts: OutputPart[] = [];
    const left = [...answers];
    const onPart = (part: OutputPart): void => {
      parts.push(part);
      this.note(part);
    };
    const onInput: InputHandler = () =>
      this.hold ? new Promise(() => undefined) : Promise.resolve(left.shift() ?? null);
    const request = { lesson: "test", cell: "cell", code, setup: "" };
    const result = await this.kernel.run(request, onPart, onInput);
    return { result, parts };
  }

  grade(code: string): Promise<GradeResult> {
    const exercise = { id: "neuron", lesson: "neuron", setup: "", mistakes: [] };
    return this.kernel.grade({ exercise, code });
  }

  /** Fulfilled once a program has written the text. */
  seen(text: string): Promise<void> {
    return new Promise((resolve) => {
      const check = (): void => {
        if (this.written.includes(text)) resolve();
      };
      this.checks.add(check);
      check();
    });
  }

  /** Fulfilled once the kernel is in the state. */
  until(state: string): Promise<KernelStatus> {
    return new Promise((resolve) => {
      const check = (status: KernelStatus): void => {
        if (status.state === state) resolve(status);
      };
      this.kernel.onStatus(check);
      check(this.kernel.status());
    });
  }

  private note(part: OutputPart): void {
    if (part.kind === "stdout") this.written = (this.written + part.text).slice(-100_000);
    for (const check of this.checks) check();
  }
}

async function main(): Promise<void> {
  const response = await fetch(`runtime/${document.documentElement.dataset["manifest"]}`);
  const manifest: RuntimeManifest = await response.json();
  window.page = new KernelPage(createKernel("runtime/", manifest));
  window.page.kernel.boot([]);
  window.onPage?.();
}

void main();
