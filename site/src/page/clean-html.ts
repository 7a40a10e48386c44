import DOMPurify from "dompurify";

const FORBIDDEN = ["form", "input", "button", "textarea", "select", "style", "dialog", "iframe"];

/**
 * Return HTML that came from a program or a file as nodes, with all that could act taken out, and
 * the elements of some more names; where there are such, each goes with what is in it, as moving
 * that up takes very long where many are nested.
 */
export function cleanHtml(html: string, forbidden: readonly string[] = []): DocumentFragment {
  return DOMPurify.sanitize(html, {
    USE_PROFILES: { html: true, svg: true, svgFilters: false, mathMl: true },
    FORBID_TAGS: [...FORBIDDEN, ...forbidden],
    FORBID_ATTR: ["id", "name", "data-block", "data-part"],
    KEEP_CONTENT: forbidden.length === 0,
    ALLOW_DATA_ATTR: false,
    RETURN_DOM_FRAGMENT: true,
  });
}
