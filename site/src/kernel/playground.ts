/** What the playground's Python tells, checked: it shares a realm with learner code. */
import type {
  PlaygroundFrame,
  PlaygroundPoint,
  PlaygroundProgress,
  PlaygroundScene,
} from "../protocol";
import { isObject, parseObject } from "./parts";

/** Neurons in a layer, and layers. */
const WIDEST = 64;
const MOST_POINTS = 5_000;

/** Return the scene of an experiment, or the words that refuse it; null where it is neither. */
export function readScene(payload: string): PlaygroundScene | string | null {
  const data = parseObject(payload) ?? {};
  if (typeof data["refused"] === "string") return data["refused"];
  const { by, trouble, train, test, box, sizes } = data;
  const frame = readFrame(data["frame"]);
  if ((by !== "learner" && by !== "engine") || typeof trouble !== "string") return null;
  if (frame === null || !arePoints(train) || !arePoints(test) || !isBox(box)) return null;
  return areSizes(sizes) ? { by, trouble, train, test, box, sizes, frame } : null;
}

export function readProgress(payload: string): PlaygroundProgress | null {
  const { frame, word } = parseObject(payload) ?? {};
  if (typeof word !== "string") return null;
  return { frame: readFrame(frame), word };
}

export function readProgram(payload: string): string {
  const program = parseObject(payload)?.["program"];
  return typeof program === "string" ? program : "";
}

function readFrame(data: unknown): PlaygroundFrame | null {
  if (!isObject(data)) return null;
  const { epoch, trainLoss, testLoss, trainAccuracy, testAccuracy, neurons, weights } = data;
  const output = readPicture(data["output"]);
  if (!isNumber(epoch) || !isNumber(trainAccuracy) || output === null) return null;
  if (!isMaybe(trainLoss) || !isMaybe(testLoss) || !isMaybe(testAccuracy)) return null;
  if (!Array.isArray(neurons) || !Array.isArray(weights) || !weights.every(isTable)) return null;
  const layers = neurons.map((layer: unknown) => (Array.isArray(layer) ? layer : []));
  const pictures = layers.map((layer) => layer.map(readPicture).filter((each) => each !== null));
  const losses = { trainLoss, testLoss, trainAccuracy, testAccuracy };
  return { epoch, ...losses, output, neurons: pictures, weights };
}

/** Return the outputs in base64, if they fill a square. */
function readPicture(text: unknown): Uint8Array | null {
  if (typeof text !== "string" || !/^[A-Za-z0-9+/]*=*$/.test(text)) return null;
  const bytes = Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0));
  return Number.isInteger(Math.sqrt(bytes.length)) && bytes.length > 0 ? bytes : null;
}

function isNumber(value: unknown): value is number {
  return Number.isFinite(value);
}

function isMaybe(value: unknown): value is number | null {
  return value === null || isNumber(value);
}

function areNumbers(value: unknown): value is number[] {
  return Array.isArray(value) && value.every(isNumber);
}

function isTable(value: unknown): value is number[][] {
  return Array.isArray(value) && value.every(areNumbers);
}

/** Layers that can be drawn. */
function areSizes(value: unknown): value is number[] {
  const isSize = (size: number) => Number.isInteger(size) && size >= 1 && size <= WIDEST;
  return areNumbers(value) && value.length >= 2 && value.length <= WIDEST && value.every(isSize);
}

function isBox(value: unknown): value is PlaygroundScene["box"] {
  return areNumbers(value) && value.length === 4;
}

function arePoints(value: unknown): value is PlaygroundPoint[] {
  if (!Array.isArray(value) || value.length > MOST_POINTS) return false;
  return value.every((point) => areNumbers(point) && point.length === 3);
}
