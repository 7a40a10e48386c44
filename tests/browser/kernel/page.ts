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

const LONGEST_MS = 60_000;

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
    const result = await within(this.kernel.run(request, onPart, onInput), "the end of a run");
    return { result, parts };
  }

  /** Forget what an earlier test did. */
  async reset(): Promise<void> {
    this.hold = false;
    this.written = "";
    this.checks.clear();
    await this.kernel.reset("test");
  }

  grade(code: string, id = "neuron"): Promise<GradeResult> {
    const exercise = { id, lesson: "neuron", setup: "", mistakes: [] };
    return this.kernel.grade({ exercise, code });
  }

  /** Fulfilled once a program has written the text. */
  seen(text: string): Promise<void> {
    const seen = new Promise<void>((resolve) => {
      const check = (): void => {
        if (this.written.includes(text)) resolve();
      };
      this.checks.add(check);
      check();
    });
    return within(seen, `the output '${text}'`);
  }

  /** Fulfilled once the kernel is in the state. */
  until(state: string): Promise<KernelStatus> {
    const reached = new Promise<KernelStatus>((resolve) => {
      const check = (status: KernelStatus): void => {
        if (status.state === state) resolve(status);
      };
      this.kernel.onStatus(check);
      check(this.kernel.status());
    });
    return within(reached, `the state '${state}'`);
  }

  private note(part: OutputPart): void {
    if (part.kind === "stdout") this.written = (this.written + part.text).slice(-100_000);
    for (const check of this.checks) check();
  }
}

/** Fail where something never comes, so that a test does not wait for ever. */
function within<T>(promise: Promise<T>, what: string): Promise<T> {
  const late = new Promise<never>((_resolve, reject) => {
    setTimeout(() => reject(new Error(`${what} did not come`)), LONGEST_MS);
  });
  return Promise.race([promise, late]);
}

async function main(): Promise<void> {
  const response = await fetch(`runtime/${document.documentElement.dataset["manifest"]}`);
  const manifest: RuntimeManifest = await response.json();
  window.page = new KernelPage(createKernel("runtime/", manifest));
  window.page.kernel.boot([]);
  window.onPage?.();
}

void main();
