/** Two sigmoid neurons in a row, stepped forwards and backwards. Knows nothing of the page. */

export const GIVEN = ["x", "target", "w1", "b1", "w2", "b2"] as const;
export type Given = (typeof GIVEN)[number];
export type Numbers = Readonly<Record<Given, number>>;

/** What the network makes of the numbers, in the order in which it does. */
export const MADE = ["z1", "h", "z2", "y", "loss"] as const;
export type Made = (typeof MADE)[number];
export type Name = Given | Made;
export type Values = Readonly<Record<Name, number>>;

/** What has a slope, in the order in which the slopes are found: from the loss backwards. */
export const SLOPED = ["y", "z2", "w2", "b2", "h", "z1", "w1", "b1"] as const;
export type Sloped = (typeof SLOPED)[number];
export type Slopes = Readonly<Record<Sloped, number>>;

/** What the network learns, in the order of the course's `gradients`. */
export const LEARNED = ["w1", "b1", "w2", "b2"] as const;
export type Learned = (typeof LEARNED)[number];

/** Where the stepping is: 0 before the first value, then one for each value and each slope. */
export const LAST_STEP = MADE.length + SLOPED.length;

const NUDGE = 1e-5;
const LARGEST = 1e6;

export function sigmoid(z: number): number {
  if (z >= 0) return 1 / (1 + Math.exp(-z));
  const power = Math.exp(z);
  return power / (1 + power);
}

/** Return every value of the graph; those in `held` stay what they are, whatever leads to them. */
export function forward(numbers: Numbers, held: Partial<Values> = {}): Values {
  const given = { ...numbers, ...held };
  const z1 = held.z1 ?? given.w1 * given.x + given.b1;
  const h = held.h ?? sigmoid(z1);
  const z2 = held.z2 ?? given.w2 * h + given.b2;
  const y = held.y ?? sigmoid(z2);
  return { ...given, z1, h, z2, y, loss: (y - given.target) ** 2 };
}

/** Return every slope of the loss, by the chain rule. */
export function backward({ x, target, h, w2, y }: Values): Slopes {
  const dy = 2 * (y - target);
  const dz2 = dy * y * (1 - y);
  const dh = dz2 * w2;
  const dz1 = dh * h * (1 - h);
  return { y: dy, z2: dz2, w2: dz2 * h, b2: dz2, h: dh, z1: dz1, w1: dz1 * x, b1: dz1 };
}

/** Return how fast the loss rises with one value: nudge it to both sides and look. */
export function nudgedSlope(numbers: Numbers, name: Sloped): number {
  const at = forward(numbers)[name];
  const [up, down] = [at + NUDGE, at - NUDGE].map((value) => forward(numbers, { [name]: value }));
  return ((up?.loss ?? 0) - (down?.loss ?? 0)) / (2 * NUDGE);
}

export function nudgedSlopes(numbers: Numbers): Slopes {
  const found = SLOPED.map((name) => [name, nudgedSlope(numbers, name)]);
  return Object.fromEntries(found) as Record<Sloped, number>;
}

/** Return the slopes with those of what is learned taken from elsewhere. */
export function withLearned(slopes: Slopes, learned: readonly number[]): Slopes {
  const own = LEARNED.map((name, index) => [name, learned[index] ?? slopes[name]]);
  return { ...slopes, ...(Object.fromEntries(own) as Record<Learned, number>) };
}

/** Return the numbers after one step downhill. */
export function downhill(numbers: Numbers, slopes: Slopes, lr: number): Numbers {
  const moved = LEARNED.map((name) => [name, numbers[name] - lr * slopes[name]]);
  return { ...numbers, ...(Object.fromEntries(moved) as Record<Learned, number>) };
}

/** Return what the step made: a value on the way forwards, a slope on the way back. */
export function madeAt(step: number): Made | Sloped | null {
  return MADE[step - 1] ?? SLOPED[step - 1 - MADE.length] ?? null;
}

export function isBackward(step: number): boolean {
  return step > MADE.length;
}

/** Whether the value is known by that step. */
export function hasValue(name: Name, step: number): boolean {
  return MADE.indexOf(name as Made) < step;
}

/** Whether the slope is known by that step. */
export function hasSlope(name: Name, step: number): boolean {
  const index = SLOPED.indexOf(name as Sloped);
  return index >= 0 && index < step - MADE.length;
}

/** All that is kept in the address of the page. */
export interface State {
  readonly numbers: Numbers;
  readonly lr: number;
  readonly step: number;
}

export function writeAddress({ numbers, lr, step }: State): string {
  return [...GIVEN.map((name) => numbers[name]), lr, step].join(",");
}

/** Return the state in a text such as `2,1,0.5,-1,3,-1.5,1,0`, or null where it is none. */
export function readAddress(text: string | null): State | null {
  const found = (text ?? "").split(",").map((word) => (word.trim() === "" ? NaN : Number(word)));
  const [x, target, w1, b1, w2, b2, lr, step] = found;
  const isWhole = found.length === GIVEN.length + 2 && found.every(isUsable);
  if (!isWhole || lr === undefined || step === undefined) return null;
  if (!Number.isInteger(step) || step < 0 || step > LAST_STEP) return null;
  return { numbers: { x, target, w1, b1, w2, b2 } as Numbers, lr, step };
}

/** Whether a value can be one of the numbers. */
export function isUsable(value: unknown): value is number {
  return typeof value === "number" && Number.isFinite(value) && Math.abs(value) <= LARGEST;
}
