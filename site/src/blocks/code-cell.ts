/** What run cells and exercises share: code, Run and Stop, output, the menu, saving. */
import { CodeArea } from "../editor/code-area";
import { changed, preview } from "../editor/code-change";
import type { ErrorActions } from "../output/error-view";
import { OutputArea } from "../output/output-area";
import { confirmFirst } from "../page/confirm";
import { all, attribute, listen, part } from "../page/dom";
import type { LessonCell } from "../page/lesson-session";
import type { LessonPage, Unmount } from "../page/page";
import type { CodeChange, GradeResult, RunResult } from "../protocol";
import type { Change, SavedRecord } from "../saved/record";
import { copyText } from "../page/clipboard";
import { writeLink } from "../share/link";
import { mountMenu } from "./menu";
import { AskPlace } from "./ask-place";
import { ModelPlace } from "./model-place";
import { Stepping } from "./stepping";
import { chooseVersion } from "./versions";

const GUARDED = "Answer the question above first.";
const CODE_LOST = "Your code in this cell goes back to the lesson's own.";
const ALL_LOST =
  "Your code goes back to the lesson's own. Your tries, your hints and a pass are forgotten.";
const UNDO = "Your code stays under Earlier versions.";
const PLAIN_TEXT = "The editor did not arrive. You can change the code as plain text.";
const NO_COPYING = "This browser does not allow copying.";

export interface CellOptions {
  readonly isExercise: boolean;
  /** What Ctrl-Enter does instead of running. */
  readonly onMain?: () => void;
  readonly onCodeChange?: () => void;
  readonly onStartOver?: () => void;
  /** Open the next hint of the exercise; null where all are open. */
  readonly openNextHint?: () => HTMLDetailsElement | null;
}

export class CodeCell implements LessonCell {
  readonly id: string;
  readonly isExercise: boolean;
  readonly area: CodeArea;
  readonly output: OutputArea;
  private readonly version: string;
  readonly label: string;
  private readonly runButton: HTMLButtonElement;
  private readonly stopButton: HTMLButtonElement;
  private readonly changed: HTMLElement;
  private readonly end: Unmount;
  private readonly stepping: Stepping;
  private readonly model: ModelPlace;
  private readonly asking: AskPlace;
  /** What came of the last run or check, while the code is still the same. */
  lastResult: RunResult | GradeResult | null = null;
  private isBusyNow = false;
  private wasRun = false;
  private guard: string | null;

  constructor(
    readonly element: HTMLElement,
    readonly page: LessonPage,
    readonly options: CellOptions,
  ) {
    this.id = attribute(element, "id");
    this.version = attribute(element, "version");
    this.label = attribute(element, "label");
    this.guard = element.dataset["guard"] ?? null;
    this.isExercise = options.isExercise;
    this.runButton = part(element, "run", HTMLButtonElement);
    this.stopButton = part(element, "stop", HTMLButtonElement);
    this.changed = part(element, "changed");
    this.output = new OutputArea(part(element, "output"), this.errorActions());
    this.area = this.makeArea();
    this.stepping = new Stepping(this);
    this.model = new ModelPlace(this);
    this.asking = new AskPlace(this, this.model);
    this.showSaved();
    this.end = all(...this.listenToAll());
    page.lesson.add(this);
  }

  /** What can be done about an error in this cell. */
  errorActions(): ErrorActions {
    return {
      goTo: (error) => void this.area.goTo(error),
      preview: (change) => preview(this.area.text(), change),
      apply: (change) => this.apply(change),
    };
  }

  private apply(change: CodeChange): void {
    const code = changed(this.area.text(), change);
    if (code !== null) void this.area.replace(code);
  }

  private makeArea(): CodeArea {
    const { kernel, lesson } = this.page;
    return new CodeArea(part(this.element, "code"), {
      label: this.label,
      onChange: () => this.onChange(),
      onPlainText: () => this.say(PLAIN_TEXT),
      onRunAndMoveOn: () => this.runAndMoveOn(),
      onMain: () => (this.options.onMain ?? (() => void this.run()))(),
      turns: lesson.turns,
      complete: (code, position) => kernel.complete({ lesson: lesson.id, code, position }),
    });
  }

  private listenToAll(): Unmount[] {
    const { element, page } = this;
    return [
      listen(this.runButton, "click", () => void this.run()),
      listen(this.stopButton, "click", () => void this.stop()),
      listen(element, "click", (event) => this.onAction(event)),
      mountMenu(part(element, "menu")),
      page.lesson.onAnswer((id) => this.onAnswer(id)),
      page.lesson.onStartOver(() => this.lock()),
      page.work.onOutside((id) => this.onOutside(id)),
      () => this.area.destroy(),
    ];
  }

  destroy(): void {
    this.end();
    this.output.endInput();
    this.stepping.close();
    this.model.close();
    this.asking.close();
  }

  saved(): SavedRecord {
    return this.page.work.get(this.id);
  }

  save(change: Change): void {
    const isLessonsOwn = this.saved().code === null;
    this.page.work.update(this.id, {
      ...(isLessonsOwn ? { version: this.version } : {}),
      ...change,
    });
  }

  /** Show the learner's own code; say so where the lesson's has changed since. */
  private showSaved(): void {
    const { code, version } = this.saved();
    if (code === null) return;
    this.area.setText(code);
    this.changed.hidden = version === this.version || version === "" || this.area.isOriginal();
  }

  private onChange(): void {
    this.area.markError(null);
    this.lastResult = null;
    this.stepping.onCodeChange();
    const code = this.area.isOriginal() ? null : this.area.text();
    if (code !== this.saved().code) this.save({ code });
    this.options.onCodeChange?.();
  }

  /** Ask the question above again before the cell can run. */
  private lock(): void {
    this.guard = this.element.dataset["guard"] ?? null;
    if (this.guard === null) return;
    part(this.element, "cell-hint").textContent = GUARDED;
    this.runButton.disabled = true;
  }

  private onAnswer(id: string): void {
    if (id !== this.guard) return;
    this.guard = null;
    part(this.element, "cell-hint").textContent = "";
    this.runButton.disabled = false;
  }

  private onAction(event: MouseEvent): void {
    if (!(event.target instanceof Element)) return;
    const action = event.target.closest<HTMLElement>("[data-action]")?.dataset["action"];
    switch (action) {
      case "run-above":
        return void this.page.lesson.runAbove(this);
      case "step":
        return void this.stepping.open();
      case "ask":
        return void this.asking.toggle();
      case "ask-model":
        return void this.model.open();
      case "copy":
        return void this.copy();
      case "share":
        return void this.share();
      case "versions":
        return void this.openVersions();
      case "start-over":
        return void this.askStartOver();
      case "reset-python":
        return void this.resetPython();
      case "keep-mine":
        return this.keepMine();
      case "take-new":
        return this.takeNew();
    }
  }

  private async copy(): Promise<void> {
    const isCopied = await copyText(this.area.text());
    this.say(isCopied ? "Copied." : `${NO_COPYING} Select the code and copy it yourself.`);
  }

  /** Copy a link that carries the code; where that is not allowed, it is put into the address. */
  private async share(): Promise<void> {
    const link = await writeLink(location.href, { cell: this.id, code: this.area.text() });
    if (link === null) return this.say("This code is too long for a link. Copy the code instead.");
    if (await copyText(link)) return this.say("A link with this code is copied.");
    history.replaceState(history.state, "", link);
    this.say(`${NO_COPYING} The link stands in the address line now.`);
  }

  private async openVersions(): Promise<void> {
    const version = await chooseVersion(this.label, this.page.work.versions(this.id));
    if (version !== null) await this.takeCode(version.code);
  }

  async takeCode(code: string): Promise<void> {
    this.keepVersion();
    await this.area.replace(code);
    this.say("The code is in your cell. What was there is under Earlier versions.");
  }

  /** Keep the code as it now stands as a version, unless it is the lesson's own. */
  keepVersion(): void {
    if (this.area.isOriginal()) return;
    this.page.work.keepVersion(this.id, {
      code: this.area.text(),
      kept: new Date().toISOString(),
    });
  }

  /** Another tab has changed this cell's work: the newer code is shown. */
  private onOutside(id: string): void {
    if (id !== this.id) return;
    this.area.setText(this.saved().code ?? this.area.original);
    this.say("Another tab changed this cell. What stood here is under Earlier versions.");
  }

  private async askStartOver(): Promise<void> {
    const text = `${this.isExercise ? ALL_LOST : CODE_LOST} ${UNDO}`;
    if (
      await confirmFirst({
        title: this.isExercise ? "Start this exercise over?" : "Start this cell over?",
        text,
        yes: "Start over",
      })
    )
      this.startOver();
  }

  startOver(): void {
    this.takeNew();
    this.output.clear();
    this.page.work.forget(this.id);
    this.options.onStartOver?.();
  }

  private keepMine(): void {
    this.save({ version: this.version });
    this.changed.hidden = true;
    void this.area.focus();
  }

  private takeNew(): void {
    this.keepVersion();
    this.area.setText(this.area.original);
    if (this.saved().version !== "") this.save({ version: this.version, code: null });
    this.changed.hidden = true;
  }

  private async resetPython(): Promise<void> {
    await this.page.lesson.resetPython();
    this.say("Python has forgotten every name of this lesson.");
  }

  /** Show a short word beside the buttons, and say it. */
  say(text: string): void {
    part(this.element, "cell-hint").textContent = text;
    this.page.announce(text);
  }

  canRun(): boolean {
    return this.guard === null;
  }

  hasRun(): boolean {
    return this.wasRun;
  }

  leaveOut(): void {
    this.wasRun = false;
  }

  isBusy(): boolean {
    return this.isBusyNow;
  }

  focus(): void {
    this.element.scrollIntoView({ block: "nearest" });
    void this.area.focus();
  }

  private runAndMoveOn(): void {
    void this.run();
    if (this.canRun()) this.page.lesson.focusNext(this);
  }

  /** Run the code; true when it ended without an error. */
  async run(): Promise<boolean> {
    if (this.isBusyNow) return false;
    if (!this.canRun()) {
      this.say(GUARDED);
      return false;
    }
    const { lesson, kernel } = this.page;
    this.keepVersion();
    this.begin();
    const request = {
      lesson: lesson.id,
      cell: this.id,
      code: this.area.text(),
      setup: lesson.setup,
    };
    lesson.lastRun = this;
    const result = await kernel.run(
      request,
      (output) => this.output.add(output),
      (prompt) => this.output.ask(prompt),
    );
    // What made Python itself stop is not run again with the others.
    this.wasRun = result.status !== "interrupted" && result.error?.type !== "KernelError";
    this.lastResult = result;
    this.output.finish(result);
    this.area.markError(result.error);
    this.setBusy(false);
    this.page.announce(`Output of ${this.label}: ${this.output.spoken()}`);
    return result.status === "ok";
  }

  private begin(): void {
    this.stepping.close();
    this.setBusy(true);
    this.area.markError(null);
    part(this.element, "cell-hint").textContent = "";
    const isReady = ["ready", "running"].includes(this.page.kernel.status().state);
    this.output.start(
      isReady ? "Running." : "Python is on its way. This cell runs as soon as it is ready.",
    );
  }

  setBusy(isBusy: boolean): void {
    this.isBusyNow = isBusy;
    const hadFocus =
      document.activeElement === this.runButton || document.activeElement === this.stopButton;
    this.runButton.hidden = isBusy;
    this.stopButton.hidden = !isBusy;
    this.element.dataset["state"] = isBusy ? "running" : "idle";
    if (hadFocus) (isBusy ? this.stopButton : this.runButton).focus();
  }

  async stop(): Promise<void> {
    this.output.endInput();
    const ending = await this.page.kernel.stop();
    if (ending === "restarted") this.page.lesson.namesGone();
  }
}
