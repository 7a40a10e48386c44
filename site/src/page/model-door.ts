/** The way to the learner's language model. Its code is fetched when it is first needed. */
import type { Tutor } from "../tutor/tutor";

/** Where the choice is kept in session storage, if the learner asked for that. */
export const KEPT_UNDER = "language-model";

export class ModelDoor {
  private tutor: Promise<Tutor> | null = null;

  open(): Promise<Tutor> {
    this.tutor ??= import("../tutor/tutor").then(({ Tutor }) => new Tutor());
    return this.tutor;
  }
}
