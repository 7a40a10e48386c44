/** Tells the other tabs of this course what was written, and hears what they wrote. */
import { isRecord, isText } from "../page/checks";
import { readRecord, type SavedRecord } from "./record";

export interface News {
  readonly records: readonly SavedRecord[];
  readonly removed: readonly string[];
}

export class OtherTabs {
  private readonly channel = new BroadcastChannel("ml-bites-work");

  constructor(onNews: (news: News) => void) {
    this.channel.addEventListener("message", (event: MessageEvent<unknown>) => {
      const news = readNews(event.data);
      if (news !== null) onNews(news);
    });
  }

  tell(news: News): void {
    this.channel.postMessage(news);
  }
}

function readNews(value: unknown): News | null {
  if (!isRecord(value) || !Array.isArray(value["records"]) || !Array.isArray(value["removed"])) {
    return null;
  }
  const records = value["records"].map(readRecord).filter((record) => record !== null);
  return { records, removed: value["removed"].filter(isText) };
}
