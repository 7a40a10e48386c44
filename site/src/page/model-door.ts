/** The way to the learner's language model. Its code is fetched when it is first needed. */
import type { cellRequest, pageRequest, Tutor } from "../tutor/tutor";

/** Where the choice is kept in session storage, if the learner asked for that. */
export const KEPT_UNDER = "language-model";

export interface OpenDoor {
  readonly tutor: Tutor;
  readonly cellRequest: typeof cellRequest;
  readonly pageRequest: typeof pageRequest;
}

export class ModelDoor {
  private opened: Promise<OpenDoor> | null = null;

  /** Fetch the code; without network, the next try fetches again. */
  async open(): Promise<OpenDoor> {
    this.opened ??= import("../tutor/tutor").then(({ Tutor, ...requests }) => ({
      tutor: new Tutor(),
      ...requests,
    }));
    try {
      return await this.opened;
    } catch (error) {
      this.opened = null;
      throw error;
    }
  }
}
