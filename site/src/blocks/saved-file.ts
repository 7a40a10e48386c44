import { all, listen, part } from "../page/dom";
import type { Mount } from "../page/page";
import { MOST_BYTES, readFile, saveToFile } from "../saved/saved-file";
import type { SavedWork } from "../saved/saved-work";

/** Saves the learner's work to a file and takes it in from one. */
export const mountSavedFile: Mount = (element, { work }) => {
  const field = part(element, "import", HTMLInputElement);
  const say = (text: string) => {
    part(element, "saved-word").textContent = text;
  };
  return all(
    listen(part(element, "export"), "click", () => {
      saveToFile(work);
      say("Saved.");
    }),
    listen(field, "change", () => {
      const file = field.files?.[0];
      field.value = "";
      if (file !== undefined) void open(file, work).then(say);
    }),
  );
};

async function open(file: File, work: SavedWork): Promise<string> {
  if (file.size > MOST_BYTES) return "This file is too large to be your work.";
  return takeIn(work, await file.text().catch(() => ""));
}

/** Take in a file: of two records of the same cell the later one stays. */
function takeIn(work: SavedWork, text: string): string {
  const contents = readFile(text);
  if (typeof contents === "string") return contents;
  for (const { id, versions } of contents.versions) {
    for (const version of [...versions].reverse()) work.keepVersion(id, version);
  }
  const newer = contents.records.filter((record) => record.updated >= work.get(record.id).updated);
  for (const record of newer) work.put(record);
  const damaged = contents.damaged === 0 ? "" : ` ${contents.damaged} could not be read.`;
  const taken = `${newer.length} of ${contents.records.length} entries taken in`;
  return `${taken}; where yours was newer, yours stayed.${damaged}`;
}
