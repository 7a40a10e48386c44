/** Moving things in a plane with a pointer. */
import { handles, moveTo, rounded, turnTo, type Neuron } from "./geometry";
import { pointAt, type Line } from "./shapes";

/** What a drag does with each move; it is made anew when a drag begins. */
type Move = (event: PointerEvent) => void;

/** Let an element be dragged: `begin` says what each move does. */
export function drag(target: SVGElement, begin: (down: PointerEvent) => Move): void {
  target.addEventListener("pointerdown", (down) => {
    down.preventDefault();
    down.stopPropagation();
    target.setPointerCapture(down.pointerId);
    const onMove = begin(down);
    const onUp = () => target.removeEventListener("pointermove", onMove);
    target.addEventListener("pointermove", onMove);
    for (const type of ["pointerup", "pointercancel"] as const)
      target.addEventListener(type, onUp, { once: true });
  });
}

/** Let a neuron's line be moved by itself and turned by its handles. */
export function dragLine(
  svg: SVGSVGElement,
  line: Line,
  get: () => Neuron,
  set: (neuron: Neuron) => void,
): void {
  drag(line.grab, () => {
    const start = get();
    return (event) => set(rounded(moveTo(start, pointAt(svg, event))));
  });
  line.handles.forEach((grip, index) =>
    drag(grip, () => {
      const start = get();
      const fixed = handles(start)?.[1 - index];
      return (event) => {
        if (fixed !== undefined) set(rounded(turnTo(start, fixed, pointAt(svg, event))));
      };
    }),
  );
}
