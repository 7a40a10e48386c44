/**
 * How the editor looks. CodeMirror puts its styles outside every layer, so these stand here, in
 * the page's own properties.
 */
import { HighlightStyle } from "@codemirror/language";
import { EditorView } from "@codemirror/view";
import { tags } from "@lezer/highlight";

export const editorTheme = EditorView.theme({
  "&": { color: "var(--ink)", backgroundColor: "transparent", fontSize: "var(--text-code)" },
  "&.cm-focused": { outline: "none" },
  ".cm-scroller": {
    fontFamily: "var(--font-code)",
    fontVariantLigatures: "none",
    lineHeight: "var(--line-code)",
    overflowX: "auto",
  },
  ".cm-content": { padding: "var(--space-3) 0", caretColor: "var(--accent)" },
  ".cm-line": { padding: "0 var(--space-4) 0 var(--space-2)" },
  ".cm-gutters": {
    border: "0",
    backgroundColor: "var(--ground-code)",
    color: "var(--code-comment)",
  },
  ".cm-lineNumbers .cm-gutterElement": {
    minWidth: "var(--gutter)",
    padding: "0 var(--space-2) 0 0",
  },
  ".cm-activeLine, .cm-activeLineGutter": { backgroundColor: "transparent" },
  "&.cm-focused .cm-activeLine, &.cm-focused .cm-activeLineGutter": {
    backgroundColor: "var(--code-line)",
  },
  ".cm-cursor, .cm-dropCursor": { borderLeft: "2px solid var(--accent)" },
  ".cm-selectionBackground": { background: "var(--code-selection)" },
  "&.cm-focused > .cm-scroller > .cm-selectionLayer .cm-selectionBackground": {
    background: "var(--code-selection)",
  },
  "&.cm-focused .cm-matchingBracket": {
    backgroundColor: "var(--accent-soft)",
    outline: "var(--rule) solid var(--accent-line)",
  },
  "&.cm-focused .cm-nonmatchingBracket": {
    backgroundColor: "var(--bad-soft)",
    color: "var(--bad)",
  },
  ".cm-error-line, &.cm-focused .cm-error-line.cm-activeLine": {
    backgroundColor: "var(--bad-soft)",
    boxShadow: "inset 0.1875rem 0 var(--bad)",
  },
  ".cm-step-line, &.cm-focused .cm-step-line.cm-activeLine, .cm-step-line.cm-activeLine": {
    backgroundColor: "var(--accent-soft)",
    boxShadow: "inset 0.25rem 0 var(--accent)",
  },
  ".cm-error-place": {
    textDecoration: "underline wavy var(--bad)",
    textDecorationSkipInk: "none",
    textUnderlineOffset: "0.25em",
  },
  ".cm-tooltip": {
    border: "var(--rule) solid var(--line)",
    borderRadius: "var(--round-small)",
    backgroundColor: "var(--ground-raised)",
    color: "var(--ink)",
    boxShadow: "var(--shadow)",
    overflow: "hidden",
  },
  ".cm-tooltip.cm-tooltip-autocomplete > ul": {
    fontFamily: "var(--font-code)",
    fontSize: "var(--text-tiny)",
  },
  ".cm-tooltip.cm-tooltip-autocomplete > ul > li": {
    padding: "var(--space-1) var(--space-3)",
    lineHeight: "1.5",
  },
  ".cm-tooltip-autocomplete ul li[aria-selected]": {
    backgroundColor: "var(--accent-soft)",
    color: "var(--ink)",
  },
  ".cm-completionDetail": { color: "var(--ink-soft)" },
});

export const codeColours = HighlightStyle.define([
  {
    tag: [
      tags.keyword,
      tags.operatorKeyword,
      tags.controlKeyword,
      tags.definitionKeyword,
      tags.moduleKeyword,
      tags.bool,
      tags.null,
    ],
    color: "var(--code-keyword)",
  },
  {
    tag: [
      tags.function(tags.definition(tags.variableName)),
      tags.definition(tags.className),
      tags.standard(tags.variableName),
    ],
    color: "var(--code-name)",
  },
  { tag: [tags.string, tags.special(tags.string)], color: "var(--code-string)" },
  { tag: [tags.number], color: "var(--code-number)" },
  { tag: [tags.comment], color: "var(--code-comment)" },
  {
    tag: [tags.operator, tags.compareOperator, tags.arithmeticOperator],
    color: "var(--code-operator)",
  },
]);
