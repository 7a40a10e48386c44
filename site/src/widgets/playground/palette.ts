/** The colours of the pictures, as the theme has them now. */
import { make } from "../../page/dom";

export type Colour = readonly [red: number, green: number, blue: number];

const NAMES = ["zero", "middle", "one", "ink", "line", "ground"] as const;
export type Palette = Readonly<Record<(typeof NAMES)[number], Colour>>;

/** The palette, and the colour of each output. */
export interface Colours {
  readonly palette: Palette;
  readonly ramp: Uint32Array;
}

/**
 * Elements that carry the colours: only an element knows what a theme makes of them. Styles inside
 * the playground depend on its width, and to read one there, or one of what is not drawn, would
 * have the page laid out first.
 */
export class PaletteProbe {
  private readonly element = make(
    "span",
    { class: "visually-hidden", attributes: { "aria-hidden": "true" } },
    NAMES.map((name) => make("span", { class: `play-colour play-${name}` })),
  );
  private readonly watch = new MutationObserver(() => this.onChange());
  private readonly dark = window.matchMedia("(prefers-color-scheme: dark)");

  constructor(private readonly onChange: () => void) {
    document.body.append(this.element);
    this.watch.observe(document.documentElement, { attributeFilter: ["data-theme"] });
    this.dark.addEventListener("change", this.onChange);
  }

  read(): Colours {
    const colours = [...this.element.children].map((each) => parse(getComputedStyle(each).color));
    const pairs = NAMES.map((name, index) => [name, colours[index]]);
    const palette = Object.fromEntries(pairs) as Palette;
    return { palette, ramp: ramp(palette) };
  }

  end(): void {
    this.element.remove();
    this.watch.disconnect();
    this.dark.removeEventListener("change", this.onChange);
  }
}

function parse(text: string): Colour {
  const [red = 0, green = 0, blue = 0] = (text.match(/[\d.]+/g) ?? []).map(Number);
  return [red, green, blue];
}

export function css([red, green, blue]: Colour): string {
  return `rgb(${red} ${green} ${blue})`;
}

/**
 * Return the colour of each output from 0 to 255, from `zero` over `middle` to `one`, as the pixels
 * of an image have it.
 */
function ramp(palette: Palette): Uint32Array {
  const pixels = new Uint8ClampedArray(256 * 4);
  for (let value = 0; value < 256; value += 1) {
    const part = value / 127.5;
    const colour =
      part < 1
        ? mix(palette.zero, palette.middle, part)
        : mix(palette.middle, palette.one, part - 1);
    pixels.set([...colour, 255], value * 4);
  }
  return new Uint32Array(pixels.buffer);
}

function mix(from: Colour, to: Colour, part: number): Colour {
  const at = (index: 0 | 1 | 2) => from[index] + (to[index] - from[index]) * part;
  return [at(0), at(1), at(2)];
}
