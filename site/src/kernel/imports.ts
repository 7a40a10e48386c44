import type { FileRole } from "../protocol";

const IMPORT = /(?:^|[;:\n])[ \t]*import[ \t]+([^\n;#]+)/g;
const FROM = /(?:^|[;:\n])[ \t]*from[ \t]+([\w.]+)[ \t]+import[ \t]+(\([^)]*\)|[^\n;#]+)/g;
const DYNAMIC = /(?:__import__|import_module)\(\s*["']([\w.]+)/g;
const INPUT = /\b(?:input|breakpoint)\b/;

/** What is in numpy's second part, and what uses it; `numpy.random` is often not imported. */
const LATER_NUMPY = /\b(?:engine|fft|ma|polynomial|random|testing)\b/;
/** What in it needs the rest of the standard library. */
const NUMPY_TESTING = /\btesting\b/;

/**
 * The files that code needs beyond the first ones, going by the modules it imports. `hasNumpy`:
 * other code may have imported numpy.
 */
export function packagesFor(
  code: string,
  onDemand: readonly string[],
  hasNumpy: boolean,
): FileRole[] {
  const modules = importedModules(code);
  const mayUseNumpy = hasNumpy || modules.has("numpy");
  const mayUseNetworks = mayUseNumpy && modules.has("engine");
  const roles: FileRole[] = [];
  if (modules.has("numpy") || mayUseNetworks) roles.push("numpy");
  if (mayUseNetworks) roles.push("engine-rest");
  if (mayUseNumpy && LATER_NUMPY.test(code)) roles.push("numpy-rest");
  if (mayUseNumpy && NUMPY_TESTING.test(code)) roles.push("rest");
  if (modules.has("micropip")) roles.push("rest", "micropip");
  else if (onDemand.some((name) => modules.has(name))) roles.push("rest");
  return roles;
}

/** Whether code may ask for input; only then a browser without shared memory takes the slow way. */
export function mentionsInput(code: string): boolean {
  return INPUT.test(code);
}

/** The modules that code seems to import, with the packages around them; too many do no harm. */
export function importedModules(code: string): ReadonlySet<string> {
  const found: string[] = [];
  for (const [, list = ""] of code.matchAll(IMPORT)) found.push(...names(list));
  for (const [, name = ""] of code.matchAll(DYNAMIC)) found.push(name);
  for (const [, base = "", list = ""] of code.matchAll(FROM)) {
    found.push(base, ...names(list).map((name) => `${base}.${name}`));
  }
  return new Set(found.flatMap(withParents));
}

/** `a as b, c` names `a` and `c`. */
function names(list: string): string[] {
  return list.split(",").map((item) => item.match(/[\w.]+/)?.[0] ?? "");
}

/** `a.b.c` needs `a` and `a.b` too. */
function withParents(name: string): string[] {
  const steps = name.split(".");
  return steps.map((_step, index) => steps.slice(0, index + 1).join("."));
}
