/** What a step is in words, without any page. */
import type { TraceStep, TraceVariable } from "../protocol";

const MOST_SPOKEN = 2;

/** Where the program stands. */
export function sentence(step: TraceStep): string {
  const inside = step.calls.at(-1);
  const value = step.value ?? "None";
  switch (step.event) {
    case "line":
      return inside === undefined
        ? `Line ${step.line} runs next.`
        : `Line ${step.line} runs next, in ${inside}.`;
    case "return":
      return `${inside ?? "The function"} returns ${value}.`;
    case "yield":
      return `${inside ?? "The function"} yields ${value}.`;
    case "exception":
      return `An error at line ${step.line}. ${value}`;
    case "end":
      return step.value === null
        ? "The program has ended."
        : `The program has ended. Its last line gives ${value}.`;
  }
}

/** What happened to a variable since the step before; empty where it stayed. */
export function changeWords({ change, before }: TraceVariable): string {
  switch (change) {
    case "new":
      return "new";
    case "changed":
      return `changed from ${before ?? ""}`;
    case "gone":
      return `gone, was ${before ?? ""}`;
    case "":
      return "";
  }
}

/** One short sentence or two for screen readers: what changed, and where the program stands. */
export function spoken(step: TraceStep): string {
  const changed = step.variables.filter(({ change }) => change !== "");
  const told = changed.slice(0, MOST_SPOKEN).map(spokenChange);
  if (changed.length > MOST_SPOKEN) told.push(`${changed.length - MOST_SPOKEN} more changed`);
  return [...(told.length > 0 ? [`${told.join(", ")}.`] : []), sentence(step)].join(" ");
}

function spokenChange({ name, value, change }: TraceVariable): string {
  return change === "gone" ? `${name} is gone` : `${name} is ${value}`;
}

/** The way from the cell to the function that runs. */
export function callPath(step: TraceStep): string {
  return ["cell", ...step.calls].join(" → ");
}

export function position(index: number, count: number): string {
  return `step ${index + 1} of ${count}`;
}
