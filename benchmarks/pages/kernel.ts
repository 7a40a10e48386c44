/** The course's kernel in a page with nothing else, to be held against the bare page. */
import { createKernel } from "../../site/src/kernel/client";
import type {
  GradeRequest,
  GradeResult,
  OutputPart,
  RunResult,
  RuntimeManifest,
} from "../../site/src/protocol";

declare global {
  interface Window {
    run(code: string): Promise<RunResult>;
    grade(request: GradeRequest): Promise<GradeResult>;
  }
}

function start(): void {
  const output = document.querySelector("#output");
  const runtime = document.querySelector("#runtime")?.textContent ?? "";
  const manifest: RuntimeManifest = JSON.parse(runtime);
  const kernel = createKernel("runtime/", manifest);
  const onPart = (part: OutputPart): void => output?.append("text" in part ? part.text : "");
  window.run = (code) =>
    kernel.run({ lesson: "bench", cell: "cell", code, setup: "" }, onPart, async () => null);
  window.grade = (request) => kernel.grade(request);
  kernel.boot([]);
  void window.run(new URLSearchParams(location.search).get("code") ?? "");
}

start();
