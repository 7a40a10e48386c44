/** Draws the network: a small picture for each neuron, a line for each weight. */
import { make } from "../../page/dom";
import type { PlaygroundFrame } from "../../protocol";
import { paint } from "./heat-map";
import { css, type Palette } from "./palette";

const WIDTH = 640;
/** Pixels of the canvas for each unit of the drawing. */
const SHARPNESS = 1.5;
const LEAST_HEIGHT = 220;
const LARGEST_TILE = 44;
/** Of the thickest line, as a part of a tile. */
const THICKEST = 0.15;
const LEAST_LINE = 0.4;

interface Spot {
  readonly x: number;
  readonly y: number;
}

export class NetworkDrawing {
  readonly canvas = make("canvas", {
    class: "play-network",
    attributes: { width: String(WIDTH * SHARPNESS), role: "img" },
  });

  show(
    frame: PlaygroundFrame,
    sizes: readonly number[],
    palette: Palette,
    ramp: Uint32Array,
  ): void {
    const widest = Math.max(...sizes);
    const height = Math.max(LEAST_HEIGHT, widest * 34);
    if (this.canvas.height !== height * SHARPNESS) this.canvas.height = height * SHARPNESS;
    const pen = this.canvas.getContext("2d");
    if (pen === null) return;
    pen.setTransform(SHARPNESS, 0, 0, SHARPNESS, 0, 0);
    pen.clearRect(0, 0, WIDTH, height);
    const tile = Math.min(LARGEST_TILE, (height / widest) * 0.8, (WIDTH / sizes.length) * 0.45);
    const spots = sizes.map((count, layer) =>
      Array.from({ length: count }, (_item, index) => ({
        x: tile + ((WIDTH - 2 * tile) * layer) / (sizes.length - 1),
        y: (height * (index + 0.5)) / count,
      })),
    );
    drawWeights(pen, frame, spots, tile * THICKEST, palette);
    drawTiles(pen, frame, spots, tile, palette, ramp);
  }
}

/** A thick line is a large weight; a broken line is a weight below 0. */
function drawWeights(
  pen: CanvasRenderingContext2D,
  { weights }: PlaygroundFrame,
  spots: readonly (readonly Spot[])[],
  thickest: number,
  palette: Palette,
): void {
  weights.forEach((rows, layer) => {
    const most = Math.max(1e-9, ...rows.flat().map(Math.abs));
    rows.forEach((row, from) =>
      row.forEach((weight, to) => {
        const [start, end] = [spots[layer]?.[from], spots[layer + 1]?.[to]];
        if (start === undefined || end === undefined) return;
        pen.beginPath();
        pen.setLineDash(weight < 0 ? [7, 5] : []);
        pen.lineWidth = Math.max(LEAST_LINE, (Math.abs(weight) / most) * thickest);
        pen.strokeStyle = css(weight < 0 ? palette.zero : palette.one);
        pen.moveTo(start.x, start.y);
        pen.lineTo(end.x, end.y);
        pen.stroke();
      }),
    );
  });
  pen.setLineDash([]);
}

function drawTiles(
  pen: CanvasRenderingContext2D,
  frame: PlaygroundFrame,
  spots: readonly (readonly Spot[])[],
  tile: number,
  palette: Palette,
  ramp: Uint32Array,
): void {
  pen.font = "600 15px sans-serif";
  pen.textAlign = "center";
  pen.textBaseline = "middle";
  spots.forEach((column, layer) =>
    column.forEach(({ x, y }, index) => {
      const isInput = layer === 0;
      const isOutput = layer === spots.length - 1;
      const outputs = isOutput ? frame.output : frame.neurons[layer - 1]?.[index];
      pen.fillStyle = css(palette.ground);
      pen.fillRect(x - tile / 2, y - tile / 2, tile, tile);
      if (!isInput && outputs !== undefined)
        paint(pen, outputs, ramp, x - tile / 2, y - tile / 2, tile);
      pen.strokeStyle = css(palette.ink);
      pen.lineWidth = 1.5;
      pen.strokeRect(x - tile / 2, y - tile / 2, tile, tile);
      if (!isInput) return;
      pen.fillStyle = css(palette.ink);
      pen.fillText(`x${index + 1}`, x, y);
    }),
  );
}
