/** Draws what the network answers everywhere, where it changes its mind, and the points. */
import { make } from "../../page/dom";
import type { PlaygroundPoint, PlaygroundScene } from "../../protocol";
import { contour } from "./contour";
import { css, type Palette } from "./palette";

/** Pixels of the canvas, whatever its size on the page. */
const SIZE = 480;
const MARK = 5;

type Box = PlaygroundScene["box"];

export class HeatMap {
  readonly canvas = make("canvas", {
    class: "play-map",
    attributes: { width: String(SIZE), height: String(SIZE), role: "img" },
  });
  private box: Box = [-1, 1, -1, 1];

  show(
    scene: Pick<PlaygroundScene, "box" | "train" | "test">,
    outputs: Uint8Array | null,
    palette: Palette,
    ramp: Uint32Array,
  ): void {
    this.box = scene.box;
    const pen = this.canvas.getContext("2d");
    if (pen === null) return;
    pen.fillStyle = css(palette.middle);
    pen.fillRect(0, 0, SIZE, SIZE);
    if (outputs !== null) {
      paint(pen, outputs, ramp, 0, 0, SIZE);
      drawContour(pen, outputs, css(palette.ink));
    }
    for (const point of scene.train) this.drawPoint(pen, point, palette, true);
    for (const point of scene.test) this.drawPoint(pen, point, palette, false);
  }

  /** A point of class 1 is a full disc, one of class 0 an open square; a test point is small. */
  private drawPoint(
    pen: CanvasRenderingContext2D,
    [x1, x2, target]: PlaygroundPoint,
    palette: Palette,
    isTrain: boolean,
  ): void {
    const [left, right, bottom, top] = this.box;
    const x = ((x1 - left) / (right - left)) * SIZE;
    const y = ((top - x2) / (top - bottom)) * SIZE;
    const size = isTrain ? MARK : MARK * 0.6;
    pen.beginPath();
    if (target === 1) pen.arc(x, y, size, 0, 2 * Math.PI);
    else pen.rect(x - size, y - size, 2 * size, 2 * size);
    pen.fillStyle = css(target === 1 ? palette.ink : palette.ground);
    pen.strokeStyle = css(palette.ink);
    pen.lineWidth = isTrain ? 1.5 : 1;
    pen.fill();
    pen.stroke();
  }

  /** Return the two inputs that belong to a place on the canvas. */
  placeAt(event: MouseEvent): readonly [number, number] {
    const area = this.canvas.getBoundingClientRect();
    const [left, right, bottom, top] = this.box;
    return [
      left + ((event.clientX - area.left) / area.width) * (right - left),
      top - ((event.clientY - area.top) / area.height) * (top - bottom),
    ];
  }
}

/** Paint a square of outputs, the first row at the top, smoothed to the size it is given. */
export function paint(
  pen: CanvasRenderingContext2D,
  outputs: Uint8Array,
  ramp: Uint32Array,
  x: number,
  y: number,
  size: number,
): void {
  const side = Math.sqrt(outputs.length);
  const image = new ImageData(side, side);
  const pixels = new Uint32Array(image.data.buffer);
  outputs.forEach((value, index) => {
    pixels[index] = ramp[value] ?? 0;
  });
  const small = new OffscreenCanvas(side, side);
  small.getContext("2d")?.putImageData(image, 0, 0);
  pen.imageSmoothingEnabled = true;
  pen.drawImage(small, x, y, size, size);
}

function drawContour(pen: CanvasRenderingContext2D, outputs: Uint8Array, colour: string): void {
  const side = Math.sqrt(outputs.length);
  const scale = SIZE / side;
  pen.beginPath();
  for (const [x1, y1, x2, y2] of contour(outputs, side)) {
    pen.moveTo((x1 + 0.5) * scale, (y1 + 0.5) * scale);
    pen.lineTo((x2 + 0.5) * scale, (y2 + 0.5) * scale);
  }
  pen.strokeStyle = colour;
  pen.lineWidth = 2;
  pen.stroke();
}
