/** Says what is sent, and where, before anything is sent for the first time. */
import { make } from "../page/dom";
import { spaceOf, type Connection } from "./connection";
import { action } from "./form-parts";
import type { SentPart } from "./prompt";
import { findProvider } from "./providers";

/** Ask whether to send; true only when the learner says so. */
export function askConsent(
  place: HTMLElement,
  connection: Connection,
  sent: readonly SentPart[],
): Promise<boolean> {
  const yes = action("Send it", "button button-strong");
  const no = action("Not now");
  const box = make(
    "div",
    { class: "notice", attributes: { role: "group", "aria-label": "Before anything is sent" } },
    [
      make("p", { text: whereWords(connection) }),
      sentView(sent),
      make("p", {
        text: "Nothing else is sent: not your name, not your other cells, not the solution.",
      }),
      make("div", { class: "notice-actions" }, [yes, no]),
    ],
  );
  place.replaceChildren(box);
  yes.focus();
  return new Promise((resolve) => {
    const close = (isAgreed: boolean) => {
      box.remove();
      resolve(isAgreed);
    };
    yes.addEventListener("click", () => close(true));
    no.addEventListener("click", () => close(false));
  });
}

function whereWords(connection: Connection): string {
  const { protocol, name } = findProvider(connection.provider);
  if (protocol === "browser")
    return "What stands below goes to the model in this browser. It does not leave this machine.";
  const url = new URL(connection.address);
  const { host } = url;
  if (spaceOf(url) === "loopback")
    return `What stands below goes to ${host} (${name}). That is this machine itself.`;
  return `What stands below goes to ${host} (${name}). What happens to it there is up to them.`;
}

/** Return what is sent, word for word, folded. */
export function sentView(sent: readonly SentPart[]): HTMLElement {
  const rows = sent.flatMap(({ name, text }) => [
    make("dt", { text: name }),
    make("dd", {}, [make("pre", { text })]),
  ]);
  return make("details", { class: "plain-details model-sent" }, [
    make("summary", { text: "What is sent, word for word" }),
    make("dl", {}, rows),
  ]);
}
