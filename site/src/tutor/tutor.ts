/** The learner's language model as the page uses it: its settings, and its place for answers. */
import { AnswerView } from "./answer-view";
import type { ModelRequest } from "./model-request";
import { ModelSettings } from "./settings";
import { openSettingsDialog } from "./settings-dialog";

export { cellRequest, pageRequest } from "./cell-request";

export class Tutor {
  readonly settings = new ModelSettings();

  openSettings(): void {
    openSettingsDialog(this.settings);
  }

  /** Show the model's place at the end of an element; returns what takes it away. */
  mountAnswer(place: HTMLElement, request: ModelRequest): () => void {
    const view = new AnswerView(this.settings, request, () => this.openSettings());
    place.append(view.element);
    view.focus();
    return () => {
      view.end();
      view.element.remove();
    };
  }
}
