/** The line on which a square of outputs is half way between 0 and 1. Knows nothing of the page. */

/** A piece of the line, in steps of the grid from the first output. */
export type Piece = readonly [x1: number, y1: number, x2: number, y2: number];

const HALF = 127.5;

/** Return the pieces of the line, by marching over the cells between outputs. */
export function contour(outputs: Uint8Array, side: number): Piece[] {
  const pieces: Piece[] = [];
  for (let row = 0; row + 1 < side; row += 1) {
    for (let column = 0; column + 1 < side; column += 1) {
      const crossed = crossings(outputs, side, column, row);
      for (let index = 0; index + 1 < crossed.length; index += 2) {
        const [from, to] = [crossed[index], crossed[index + 1]];
        if (from !== undefined && to !== undefined) pieces.push([...from, ...to]);
      }
    }
  }
  return pieces;
}

/** Return where the line crosses the edges of one cell: at none, two or four places. */
function crossings(
  outputs: Uint8Array,
  side: number,
  column: number,
  row: number,
): (readonly [number, number])[] {
  const corners = [
    [column, row],
    [column + 1, row],
    [column + 1, row + 1],
    [column, row + 1],
  ] as const;
  return corners.flatMap((from, index) => {
    const to = corners[(index + 1) % corners.length] ?? from;
    const [a, b] = [from, to].map(([x, y]) => (outputs[y * side + x] ?? 0) - HALF);
    if (a === undefined || b === undefined || a > 0 === b > 0) return [];
    const part = a / (a - b);
    return [[from[0] + (to[0] - from[0]) * part, from[1] + (to[1] - from[1]) * part] as const];
  });
}
