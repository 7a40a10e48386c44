/** The grammar of Python, by itself: reading its tables takes as long as all else of the editor. */
export { python } from "@codemirror/lang-python";
