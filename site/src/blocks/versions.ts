/** Shows the earlier versions of a cell in a dialog, each with a way back. */
import { make, part, stamp } from "../page/dom";
import type { Version } from "../saved/version";

/** Let the learner choose a version; null when none is brought back. */
export function chooseVersion(
  label: string,
  versions: readonly Version[],
): Promise<Version | null> {
  const dialog = part(document, "versions", HTMLDialogElement);
  const list = part(dialog, "versions-list");
  part(dialog, "versions-cell").textContent = label;
  list.replaceChildren(...versions.map((version, index) => row(dialog, version, index)));
  if (versions.length === 0) list.append(make("li", { text: "There is none yet." }));
  dialog.returnValue = "no";
  dialog.showModal();
  return new Promise((resolve) => {
    const onClose = () => resolve(versions[Number(dialog.returnValue)] ?? null);
    dialog.addEventListener("close", onClose, { once: true });
  });
}

function row(dialog: HTMLElement, { code, kept }: Version, index: number): Node {
  const copy = stamp(dialog, "version");
  if (!(copy instanceof DocumentFragment)) throw new Error("A template has no content.");
  const time = new Date(kept).toLocaleString();
  const take = part(copy, "version-take", HTMLButtonElement);
  part(copy, "version-time").textContent = time;
  part(copy, "version-code").textContent = code;
  take.value = String(index);
  take.setAttribute("aria-label", `Bring this back: the version of ${time}`);
  return copy;
}
