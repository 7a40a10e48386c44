/** The playground as it stands on the page. */
import { button, make } from "../../page/dom";
import type { PlaygroundScene, PlaygroundSettings } from "../../protocol";
import { StepBar } from "../step-bar";
import { Choice, ExperimentControls, type ControlsWorld, type Owner } from "./experiment-controls";
import { HeatMap } from "./heat-map";
import { LossCurve } from "./loss-curve";
import { networkWords, SPEEDS, summary } from "./model";
import { NetworkDrawing } from "./network-drawing";
import { OwnPoints } from "./own-points";
import { PaletteProbe, type Colours } from "./palette";
import { ProgramBox } from "./program-box";
import type { Recording } from "./recording";

const MAP_KEY =
  "A full disc is a point of class 1, an open square one of class 0. " +
  "Small marks are test points. On the line the network answers 0.5.";
const NETWORK_KEY =
  "Each tile shows what a neuron answers all over the map. A thick line is a large weight. " +
  "A broken line is a weight below 0.";

export interface ViewWorld extends ControlsWorld {
  onPlay(): void;
  onStep(): void;
  onStartOver(): void;
  onSpeed(key: string): void;
  onScrub(index: number): void;
  onPoints(points: PlaygroundSettings["points"]): void;
  program(): Promise<string>;
  /** The theme has changed: the pictures are to be drawn again. */
  onTheme(): void;
}

/** All that is shown at one moment. */
export interface Shown {
  readonly settings: PlaygroundSettings;
  readonly owner: Owner;
  readonly scene: PlaygroundScene | null;
  readonly recording: Recording;
  readonly index: number;
}

export class PlaygroundView {
  readonly element: HTMLElement;
  readonly controls: ExperimentControls;
  readonly own: OwnPoints;
  private readonly map = new HeatMap();
  private readonly network = new NetworkDrawing();
  private readonly losses = new LossCurve();
  private readonly bar: StepBar;
  /** Read once for each theme. */
  private colours: Colours | null = null;
  private readonly probe: PaletteProbe;
  private readonly play: HTMLButtonElement;
  private readonly step: HTMLButtonElement;
  private readonly program: ProgramBox;
  private readonly sentence = make("p", { class: "play-sentence" });
  private readonly words = make("p", { class: "widget-word" });
  private readonly word = make("p", { class: "play-word", attributes: { role: "status" } });
  private readonly link = make("a", { text: "Open it on a page of its own" });
  private readonly source = make("p", { class: "widget-word" });

  constructor(
    private readonly world: ViewWorld,
    owner: Owner,
  ) {
    this.controls = new ExperimentControls(world);
    if (owner === "learner") this.offerOwn();
    this.own = new OwnPoints((points) => world.onPoints(points));
    this.bar = new StepBar("Epoch", (index) => world.onScrub(index));
    this.probe = new PaletteProbe(() => {
      this.colours = null;
      world.onTheme();
    });
    this.play = button("Play", "button button-strong", () => world.onPlay());
    this.step = button("One epoch", "button", () => world.onStep());
    this.program = new ProgramBox(() => world.program());
    this.link.hidden = true;
    this.network.canvas.hidden = this.losses.element.hidden = true;
    this.element = this.layOut();
    this.map.canvas.addEventListener("click", (event) => {
      if (world.settings().data === "own") this.own.add(...this.map.placeAt(event));
    });
  }

  end(): void {
    this.probe.end();
  }

  private layOut(): HTMLElement {
    const speed = new Choice("speed", SPEEDS, (key) => this.world.onSpeed(key));
    speed.show("30");
    const top = make("div", { class: "play-top" }, [
      this.controls.data.element,
      speed.element,
      this.play,
      this.step,
      button("Start over", "button button-quiet", () => this.world.onStartOver()),
    ]);
    const left = make("div", { class: "play-left" }, [
      this.map.canvas,
      make("p", { class: "widget-word", text: MAP_KEY }),
    ]);
    const right = make("div", { class: "play-right" }, [
      this.sentence,
      this.word,
      this.bar.element,
      this.losses.element,
    ]);
    const network = make("div", { class: "play-net" }, [
      make("p", { class: "play-title", text: "The network" }),
      this.network.canvas,
      this.words,
      make("p", { class: "widget-word", text: NETWORK_KEY }),
      this.source,
    ]);
    return make("div", { class: "play" }, [
      top,
      this.own.element,
      make("div", { class: "play-main" }, [left, right]),
      network,
      this.controls.element,
      this.program.element,
      this.link,
    ]);
  }

  get isOwnOffered(): boolean {
    return this.controls.isOwnOffered;
  }

  /** Let the learner choose whose network learns. */
  offerOwn(): void {
    this.controls.offerOwn();
  }

  /** Lead to the same experiment on a page of its own, where there is more room. */
  showLink(address: string): void {
    this.link.href = address;
    this.link.hidden = false;
  }

  /** Say something about the experiment, or nothing. */
  say(word: string): void {
    this.word.textContent = word;
  }

  saySource(words: string): void {
    this.source.textContent = words;
  }

  showPlaying(isPlaying: boolean): void {
    this.play.textContent = isPlaying ? "Pause" : "Play";
    this.step.disabled = isPlaying;
  }

  /** Show the numbers. */
  show(shown: Shown): void {
    const { settings, recording, index } = shown;
    const frame = recording.frames[index];
    this.showSettings(shown);
    this.sentence.textContent = frame === undefined ? "" : summary(settings, frame);
    const epoch = `epoch ${frame?.epoch ?? 0}`;
    this.bar.show(index, Math.max(0, recording.frames.length - 1), epoch, epoch);
    this.program.age();
  }

  private showSettings({ settings, owner, scene }: Shown): void {
    const isOwn = owner === "learner" && scene?.by !== "engine";
    this.controls.show(settings, owner, isOwn);
    this.own.element.hidden = settings.data !== "own";
    this.own.show(settings.points);
    this.words.textContent = networkWords(isOwn ? asOwn(settings) : settings);
  }

  /** Show the pictures, as the numbers have them. */
  draw({ settings, scene, recording, index }: Shown): void {
    const frame = recording.frames[index];
    const { palette, ramp } = (this.colours ??= this.probe.read());
    const points = scene ?? emptyScene(settings);
    this.map.show(points, frame?.output ?? null, palette, ramp);
    this.map.canvas.setAttribute(
      "aria-label",
      `A map of what the network answers. ${this.sentence.textContent}`,
    );
    this.network.canvas.setAttribute("aria-label", `The network. ${this.words.textContent}`);
    const isThere = frame !== undefined && scene !== null;
    this.network.canvas.hidden = this.losses.element.hidden = !isThere;
    if (!isThere) return;
    this.network.show(frame, scene.sizes, palette, ramp);
    this.losses.show(recording.losses, frame.epoch);
  }
}

function asOwn(settings: PlaygroundSettings): PlaygroundSettings {
  return { ...settings, activation: "sigmoid" };
}

/** What is seen where there is no experiment: the learner's own points. */
function emptyScene(settings: PlaygroundSettings): Pick<PlaygroundScene, "box" | "train" | "test"> {
  const train = settings.data === "own" ? settings.points : [];
  return { box: [-2, 2, -2, 2], train, test: [] };
}
