/** Marks the line and the place of an error until the code there is changed. */
import { StateEffect, StateField, type EditorState, type Range } from "@codemirror/state";
import { Decoration, EditorView, type DecorationSet } from "@codemirror/view";
import type { ErrorReport } from "../protocol";

export const setErrorMark = StateEffect.define<ErrorReport | null>();

const line = Decoration.line({ class: "cm-error-line" });
const place = Decoration.mark({ class: "cm-error-place" });

export const errorMark = StateField.define<DecorationSet>({
  create: () => Decoration.none,
  update(marks, transaction) {
    for (const effect of transaction.effects) {
      if (effect.is(setErrorMark))
        return effect.value === null ? Decoration.none : marksFor(transaction.state, effect.value);
    }
    return transaction.docChanged ? Decoration.none : marks;
  },
  provide: (field) => EditorView.decorations.from(field),
});

/** Return where in the code an error is, or null where it is elsewhere. */
export function errorPosition(state: EditorState, error: ErrorReport): number | null {
  if (error.line === null || error.line > state.doc.lines) return null;
  const found = state.doc.line(error.line);
  return Math.min(found.to, found.from + Math.max(0, (error.column ?? 1) - 1));
}

function marksFor(state: EditorState, error: ErrorReport): DecorationSet {
  const from = errorPosition(state, error);
  if (from === null) return Decoration.none;
  const found = state.doc.lineAt(from);
  const ranges: Range<Decoration>[] = [line.range(found.from)];
  const isOneLine = error.endLine === null || error.endLine === error.line;
  const to = isOneLine ? Math.min(found.to, found.from + (error.endColumn ?? 1) - 1) : found.to;
  if (error.column !== null && to > from) ranges.push(place.range(from, to));
  return Decoration.set(ranges);
}
