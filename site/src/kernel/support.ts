import { NO_WEBASSEMBLY, TOO_OLD } from "./words";

/** Why Python cannot run in this browser at all, in words, or null where it can. */
export function whatIsMissing(): string | null {
  if (!("WebAssembly" in globalThis)) return NO_WEBASSEMBLY;
  const isNew = "DecompressionStream" in globalThis && "compileStreaming" in WebAssembly;
  return isNew ? null : TOO_OLD;
}
