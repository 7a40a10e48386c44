/** What this browser is told to remember of an earlier visit: which snapshot it has. */
const KEY = "snapshot";

/** Whether the file came here before, so that the browser probably has it. */
export function isRemembered(name: string): boolean {
  try {
    return localStorage.getItem(KEY) === name;
  } catch {
    return false;
  }
}

export function remember(name: string | null): void {
  try {
    if (name === null) localStorage.removeItem(KEY);
    else localStorage.setItem(KEY, name);
  } catch {
    // Storage is forbidden here: each start is a first one.
  }
}
