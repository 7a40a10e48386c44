/** What a reader does before the page's own script is there is done once it is. */

interface Act {
  readonly element: HTMLElement;
  readonly type: string;
}

interface Held {
  /** Where the page was when it began to arrive. */
  readonly address: string;
  readonly acts: Act[];
  readonly ending: AbortController;
}

const place = globalThis as { heldActs?: Held };

/** Hold the presses of buttons, and what is chosen or typed, from now on. */
export function holdActs(): void {
  const held: Held = { address: location.href, acts: [], ending: new AbortController() };
  const hold = ({ target, type }: Event) => {
    const element = target instanceof Element ? target.closest<HTMLElement>("button, input") : null;
    if (element === null || (element.localName === "button") !== (type === "click")) return;
    if (!held.acts.some((act) => act.element === element && act.type === type))
      held.acts.push({ element, type });
  };
  for (const type of ["click", "input", "change"])
    document.addEventListener(type, hold, { capture: true, signal: held.ending.signal });
  place.heldActs = held;
}

/**
 * Where the page was at first. Going back or forward before anybody shows the other page changes
 * the address alone.
 */
export function addressAtFirst(): string {
  return place.heldActs?.address ?? location.href;
}

/** Do what was held, and hold nothing more. */
export function doHeldActs(): void {
  const { heldActs } = place;
  if (heldActs === undefined) return;
  delete place.heldActs;
  heldActs.ending.abort();
  for (const { element, type } of heldActs.acts) {
    if (type === "click") element.click();
    else element.dispatchEvent(new Event(type, { bubbles: true }));
  }
}
