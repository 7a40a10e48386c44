/** What of a pasted text is the question. */

/** The line in which Python names an error: `NameError: name 'x' is not defined`. */
const ERROR_LINE = /^\s*\w*(?:Error|Warning|Exception|Interrupt|Exit)\b.*$/gm;

/** Return the error's own line of a pasted traceback, or the text as it is. */
export function essence(text: string): string {
  if (!text.includes("\n")) return text;
  const lines = text.match(ERROR_LINE);
  return lines?.at(-1) ?? text;
}
