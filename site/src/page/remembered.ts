/** Single short texts that this browser is told to remember; nothing where storage is forbidden. */

/** What is remembered under a name, or null. */
export function recall(name: string): string | null {
  try {
    return localStorage.getItem(name);
  } catch {
    return null;
  }
}

/** Remember a text; null forgets it. Where storage is forbidden or full, all stays as it was. */
export function remember(name: string, text: string | null): void {
  try {
    if (text === null) localStorage.removeItem(name);
    else localStorage.setItem(name, text);
  } catch {
    return;
  }
}
