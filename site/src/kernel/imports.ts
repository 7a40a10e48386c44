import type { FileRole } from "../protocol";

const IMPORT = /(?:^|[;:\n])[ \t]*(?:import|from)[ \t]+([^\n;#]+)|(?:__import__|import_module)\(\s*["']([\w.]+)/g;
const INPUT = /\b(?:input|breakpoint)\b/;

/** The files that code needs beyond the first ones, going by the modules it imports. */
export function packagesFor(code: string, onDemand: readonly string[]): FileRole[] {
  const modules = importedModules(code);
  const roles: FileRole[] = [];
  if (modules.has("numpy")) roles.push("numpy");
  if (onDemand.some((name) => modules.has(name))) roles.push("rest");
  return roles;
}

/** Whether code may ask for input; only then a browser without shared memory runs it the slow way. */
export function mentionsInput(code: string): boolean {
  return INPUT.test(code);
}

/** The top-level modules that code seems to import; too many do no harm. */
export function importedModules(code: string): ReadonlySet<string> {
  const found = new Set<string>();
  for (const [, statement, dynamic] of code.matchAll(IMPORT)) {
    for (const name of names(statement ?? dynamic ?? "")) found.add(name);
  }
  return found;
}

function names(statement: string): string[] {
  const modules = statement.split(/\bimport\b/)[0] ?? "";
  return modules.split(",").map((name) => name.trim().split(/[.\s]/)[0] ?? "");
}
