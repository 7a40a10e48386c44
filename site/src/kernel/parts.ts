import type { OutputPart } from "../protocol";

/** All that one call may put out; engine and worker cut off earlier, and say so. */
export const LONGEST_OUTPUT = 20_000_000;
const BASE64 = /^[A-Za-z0-9+/\s]*=*\s*$/;

/** Parts that came from a worker are checked field by field: learner code may have forged them. */
export function readPart(kind: string, payload: string): OutputPart | null {
  const data = parseObject(payload);
  if (data === null) return null;
  return data["kind"] === undefined || data["kind"] === kind ? checkPart({ ...data, kind }) : null;
}

/** The part itself when each field is what the protocol says and no giant, else null. */
export function checkPart(data: Readonly<Record<string, unknown>>): OutputPart | null {
  const { kind } = data;
  if (kind === "stdout" || kind === "stderr" || kind === "value" || kind === "note") {
    const text = data["text"];
    return isText(text) ? { kind, text } : null;
  }
  return checkPicture(data);
}

function isText(value: unknown): value is string {
  return typeof value === "string" && value.length <= LONGEST_OUTPUT;
}

function checkPicture(data: Readonly<Record<string, unknown>>): OutputPart | null {
  const { kind, html, svg, base64 } = data;
  if (kind === "html" && isText(html)) return { kind, html };
  if (kind === "svg" && isText(svg)) return { kind, svg };
  if (kind === "png" && isText(base64) && BASE64.test(base64)) return { kind, base64 };
  return null;
}

/** An object from JSON, or null for anything else. */
export function parseObject(json: string): Readonly<Record<string, unknown>> | null {
  if (json.length > LONGEST_OUTPUT) return null;
  try {
    const value: unknown = JSON.parse(json);
    return isObject(value) ? value : null;
  } catch {
    return null;
  }
}

export function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** Neighbouring pieces of the same stream become one. */
export function mergeParts(parts: readonly OutputPart[]): OutputPart[] {
  const merged: OutputPart[] = [];
  for (const part of parts) {
    const last = merged.at(-1);
    if (isStream(part) && last !== undefined && isStream(last) && last.kind === part.kind) {
      merged[merged.length - 1] = { kind: part.kind, text: last.text + part.text };
    } else {
      merged.push(part);
    }
  }
  return merged;
}

type StreamPart = Extract<OutputPart, { kind: "stdout" | "stderr" }>;

function isStream(part: OutputPart): part is StreamPart {
  return part.kind === "stdout" || part.kind === "stderr";
}
