/** The playground: an experiment that the learner sets up, plays, stops and goes back through. */
import { fetchExercises } from "../../page/lesson-data";
import type { Page, Unmount } from "../../page/page";
import type { PlaygroundProgress, PlaygroundScene, PlaygroundSettings } from "../../protocol";
import type { Owner } from "./experiment-controls";
import { readSettings, sourceWords, START, summary, writePoints, writeSettings } from "./model";
import { Recording } from "./recording";
import { Trainer } from "./trainer";
import { PlaygroundView, type Shown } from "./view";

const EXERCISE = "mlp";
const SETTLE_MS = 150;
const USUAL_RATE = 30;
const ON_ITS_WAY = "Python is on its way. The experiment starts as soon as it is ready.";
const BUSY = "Python is busy with a cell. Training goes on after it.";
const BUSY_MS = 1_000;
const STOPPED = "Training was stopped. Play goes on with it.";

/** Where the playground stands: in a lesson, or on a page of its own. */
export interface PlaygroundPlace {
  readonly element: HTMLElement;
  readonly page: Page;
  /** Where the data of the lesson with the exercise is; empty where there is no such lesson. */
  readonly lessonData: string;
  /** The address of the page of its own; empty on that page. */
  readonly ownPage: string;
}

export function mountPlayground(place: PlaygroundPlace): Unmount {
  return new Playground(place).end;
}

class Playground {
  private settings: PlaygroundSettings;
  private owner: Owner;
  private scene: PlaygroundScene | null = null;
  private index = 0;
  /** Grows with every experiment: answers about earlier ones are dropped. */
  private experiment = 0;
  private timer: number | null = null;
  private draw: number | null = null;
  private readonly page: Page;
  private readonly recording = new Recording();
  private readonly view: PlaygroundView;
  private readonly forget: Unmount;
  private readonly trainer: Trainer;
  private readonly still = window.matchMedia("(prefers-reduced-motion: reduce)");
  private readonly watch = new IntersectionObserver((entries) => this.onNear(entries), {
    rootMargin: "300px",
  });

  constructor(private readonly place: PlaygroundPlace) {
    this.page = place.page;
    const address = new URLSearchParams(window.location.search);
    this.settings = readSettings(address.get("play"), address.get("points"), START);
    this.owner = this.page.work.hasPassed(EXERCISE) ? "learner" : "course";
    this.trainer = new Trainer(
      {
        ask: (epochs, seconds) => this.ask(epochs, seconds),
        nextDraw: () => new Promise(requestAnimationFrame),
        now: () => performance.now() / 1_000,
        onProgress: (progress) => this.onProgress(progress),
        onStopped: () => this.view.say(STOPPED),
        onChange: (isPlaying) => this.onPlaying(isPlaying),
      },
      USUAL_RATE,
    );
    this.view = new PlaygroundView(this.world(), this.owner);
    place.element.replaceChildren(this.view.element);
    this.view.say(ON_ITS_WAY);
    this.showWords();
    // Which colours the pictures have is known without a layout more when this has been drawn.
    requestAnimationFrame(() => setTimeout(() => this.show()));
    this.showLink();
    this.watch.observe(place.element);
    this.forget = this.page.work.onChange(() => this.onWork());
  }

  /** The exercise may be passed on this very page: from then on the learner's network learns. */
  private onWork(): void {
    if (this.view.isOwnOffered || !this.page.work.hasPassed(EXERCISE)) return;
    this.view.offerOwn();
    this.owner = "learner";
    if (this.scene !== null) void this.begin();
  }

  readonly end = (): void => {
    this.forget();
    this.experiment += 1;
    this.trainer.pause();
    this.watch.disconnect();
    this.view.end();
    if (this.timer !== null) window.clearTimeout(this.timer);
    if (this.draw !== null) cancelAnimationFrame(this.draw);
  };

  private world(): ConstructorParameters<typeof PlaygroundView>[0] {
    return {
      settings: () => this.settings,
      onChange: (change) => this.change({ ...this.settings, ...change }),
      onPoints: (points) => this.change({ ...this.settings, points }),
      onOwner: (owner) => {
        this.owner = owner;
        this.change(this.settings);
      },
      onPlay: () => this.playOrPause(),
      onStep: () => {
        if (this.scene !== null) void this.trainer.step();
      },
      onStartOver: () => void this.begin(),
      onSpeed: (key) => {
        this.trainer.rate = Number(key);
      },
      onScrub: (index) => this.scrub(index),
      program: () => this.program(),
      onTheme: () => this.show(),
    };
  }

  /** Begin when the reader comes near: until then Python is left to the lesson. */
  private onNear(entries: readonly IntersectionObserverEntry[]): void {
    if (!entries.some(({ isIntersecting }) => isIntersecting)) return;
    this.watch.disconnect();
    void this.begin();
  }

  private change(settings: PlaygroundSettings): void {
    this.settings = settings;
    this.trainer.reset();
    this.keepInAddress();
    this.showLink();
    if (this.timer !== null) window.clearTimeout(this.timer);
    this.timer = window.setTimeout(() => void this.begin(), SETTLE_MS);
    this.show();
  }

  private keepInAddress(): void {
    window.history.replaceState(window.history.state, "", this.addressOn(window.location.href));
  }

  /** Return a page's address with the experiment in it. */
  private addressOn(page: string): URL {
    const address = new URL(page);
    address.searchParams.set("play", writeSettings(this.settings));
    const points = writePoints(this.settings.points);
    if (points === "") address.searchParams.delete("points");
    else address.searchParams.set("points", points);
    return address;
  }

  private showLink(): void {
    const { ownPage } = this.place;
    if (ownPage !== "") this.view.showLink(this.addressOn(ownPage).href);
  }

  /** Set up the experiment anew, at epoch 0. */
  private async begin(): Promise<void> {
    this.experiment += 1;
    const { experiment, settings } = this;
    this.trainer.reset();
    const own = this.owner === "learner" ? await this.ownCode() : { code: "", setup: "" };
    if (experiment !== this.experiment) return;
    const scene = await this.page.kernel.playground({ settings, ...own });
    if (experiment !== this.experiment) return;
    this.recording.clear();
    this.index = 0;
    this.scene = typeof scene === "string" ? null : scene;
    this.view.say(typeof scene === "string" ? scene : "");
    this.view.saySource(typeof scene === "string" ? "" : sourceWords(scene));
    if (typeof scene !== "string") this.recording.add(scene.frame);
    this.show();
  }

  /** Return the learner's `MLP`, with the set-up of its lesson. */
  private async ownCode(): Promise<{ code: string; setup: string }> {
    const code = this.page.work.get(EXERCISE).code ?? "";
    const { lessonData } = this.place;
    try {
      const exercises = lessonData === "" ? null : await fetchExercises(lessonData);
      return { code, setup: exercises?.get(EXERCISE)?.text.setup ?? "" };
    } catch {
      return { code, setup: "" };
    }
  }

  /** Let Python train a slice; where a cell keeps it waiting, say so. */
  private async ask(epochs: number, seconds: number): Promise<PlaygroundProgress | null> {
    const timer = window.setTimeout(() => this.view.say(BUSY), BUSY_MS);
    const progress = await this.page.kernel.advance(epochs, seconds);
    window.clearTimeout(timer);
    this.view.say("");
    return progress;
  }

  private playOrPause(): void {
    if (this.trainer.isPlaying) return this.trainer.pause();
    if (this.scene !== null) void this.trainer.play();
  }

  private onPlaying(isPlaying: boolean): void {
    this.view.showPlaying(isPlaying);
    if (isPlaying) return this.view.say("");
    this.show();
    const frame = this.recording.frames[this.index];
    if (frame !== undefined) this.page.announce(summary(this.settings, frame));
  }

  private onProgress({ frame, word }: PlaygroundProgress): void {
    if (word !== "") this.view.say(word);
    if (frame === null) return;
    this.recording.add(frame);
    this.index = this.recording.frames.length - 1;
    this.showSoon();
  }

  /** Show it when the page is drawn next: by then Python is at work again. */
  private showSoon(): void {
    this.draw ??= requestAnimationFrame(() => this.show());
  }

  private scrub(index: number): void {
    this.trainer.pause();
    this.index = Math.min(Math.max(0, index), this.recording.frames.length - 1);
    this.show();
  }

  private program(): Promise<string> {
    const epoch = this.recording.frames[this.index]?.epoch;
    return epoch === undefined ? Promise.resolve("") : this.page.kernel.program(epoch);
  }

  private show(): void {
    if (this.draw !== null) cancelAnimationFrame(this.draw);
    this.draw = null;
    this.showWords();
    const isStill = this.still.matches && this.trainer.isPlaying;
    if (!isStill) this.view.draw(this.shown());
  }

  private showWords(): void {
    this.view.show(this.shown());
  }

  private shown(): Shown {
    const { settings, owner, scene, recording, index } = this;
    return { settings, owner, scene, recording, index };
  }
}
