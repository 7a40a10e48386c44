/** The settings in a dialog, so that the learner stays where they are in the lesson. */
import { make, part } from "../page/dom";
import { action } from "./form-parts";
import type { ModelSettings } from "./settings";
import { SettingsForm } from "./settings-form";

const TITLE = "model-settings-title";

export function openSettingsDialog(settings: ModelSettings): HTMLDialogElement {
  const form = new SettingsForm(settings, () => dialog.close());
  const close = action("Close", "button button-quiet");
  const more = make("a", { text: "What is a model good for here, and what is sent?" });
  more.href = part(document, "model-page", HTMLAnchorElement).href;
  // The lesson stays as it is, with what its cells have put out.
  more.target = "_blank";
  const dialog = make(
    "dialog",
    { class: "dialog model-dialog", attributes: { "aria-labelledby": TITLE } },
    [
      make("div", { class: "model-dialog-head" }, [
        make("h2", { class: "dialog-title", text: "A language model", attributes: { id: TITLE } }),
        close,
      ]),
      make("p", { text: "The course works without one. Nothing is sent until you ask it." }),
      make("p", {}, [more]),
      form.element,
    ],
  );
  close.addEventListener("click", () => dialog.close());
  dialog.addEventListener("close", () => {
    form.end();
    dialog.remove();
  });
  document.body.append(dialog);
  dialog.showModal();
  form.focus();
  return dialog;
}
