import { all, listen, make, part } from "../page/dom";
import type { Mount } from "../page/page";
import { readFile, writeFile } from "../saved/saved-file";
import type { SavedWork } from "../saved/saved-work";

/** Saves the learner's work to a file and takes it in from one. */
export const mountSavedFile: Mount = (element, { work }) => {
  const field = part(element, "import", HTMLInputElement);
  const say = (text: string) => {
    part(element, "saved-word").textContent = text;
  };
  return all(
    listen(part(element, "export"), "click", () => {
      download("ml-bites-work.json", writeFile(work.all()));
      say("Saved.");
    }),
    listen(field, "change", () => {
      const file = field.files?.[0];
      field.value = "";
      if (file !== undefined) void file.text().then((text) => say(takeIn(work, text)));
    }),
  );
};

/** Take in a file: of two records of the same cell the later one stays. */
function takeIn(work: SavedWork, text: string): string {
  const contents = readFile(text);
  if (typeof contents === "string") return contents;
  const newer = contents.records.filter((record) => record.updated >= work.get(record.id).updated);
  for (const record of newer) work.put(record);
  const damaged = contents.damaged === 0 ? "" : ` ${contents.damaged} could not be read.`;
  const taken = `${newer.length} of ${contents.records.length} entries taken in`;
  return `${taken}; where yours was newer, yours stayed.${damaged}`;
}

function download(name: string, text: string): void {
  const address = URL.createObjectURL(new Blob([text], { type: "application/json" }));
  make("a", { attributes: { href: address, download: name, "data-turbo": "false" } }).click();
  URL.revokeObjectURL(address);
}
