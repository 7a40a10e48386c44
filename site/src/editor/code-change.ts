/** A small edit of a program, as text: what it would look like, and the program after it. */
import type { CodeChange } from "../protocol";

interface Preview {
  readonly before: string;
  readonly after: string;
}

/** Return the program after a change, or null where the change no longer fits it. */
export function changed(code: string, change: CodeChange): string | null {
  const lines = code.split("\n");
  const first = lines[change.line - 1];
  const last = lines[change.endLine - 1];
  if (first === undefined || last === undefined) return null;
  const before = [...first].slice(0, change.column - 1).join("");
  const after = [...last].slice(change.endColumn - 1).join("");
  lines.splice(
    change.line - 1,
    change.endLine - change.line + 1,
    before + change.replacement + after,
  );
  return lines.join("\n");
}

/** Return the lines that a change touches, before and after it. */
export function preview(code: string, change: CodeChange): Preview | null {
  const after = changed(code, change);
  if (after === null) return null;
  const added = change.replacement.split("\n").length;
  return {
    before: code
      .split("\n")
      .slice(change.line - 1, change.endLine)
      .join("\n"),
    after: after
      .split("\n")
      .slice(change.line - 1, change.line - 1 + added)
      .join("\n"),
  };
}
