/** Takes out of a program's drawing what could act, and what a browser takes too long to show. */
import { cleanHtml } from "../page/clean-html";
import { broken, leftOutView, shorten } from "./long-text";

/** Elements that move, or that cost a browser many times what others do. */
const COSTLY = ["marquee", "details", "meter", "progress", "ruby", "col", "video", "audio"];
const LONGEST_STYLE = 300;
const WIDEST_CELL = 20;
const DEEPEST = 50;
const MOST_PICTURES = 100;
/** What is in the page or in the drawing itself; nothing is fetched for a program. */
const INSIDE = /^\s*(#|data:image\/)/i;
/** Every way of a style to name an address, but one of a place in the drawing. */
const ADDRESS_IN_STYLE = /url\((?!\s*["']?\s*(?:#|data:image\/))|image-set|src\(|image\(|\\/i;
const FETCHED = ["src", "srcset", "poster", "background", "href", "xlink:href"];

/** Return a drawing that cannot hold the page up, or the words why it cannot be shown. */
export function cleanDrawing(html: string): DocumentFragment | string {
  const drawing = cleanHtml(html, COSTLY);
  if (isDeep(drawing, DEEPEST)) return `its tags are nested more than ${DEEPEST} deep`;
  if (drawing.querySelectorAll("img, image, svg, math").length > MOST_PICTURES)
    return `it has more than ${MOST_PICTURES} pictures`;
  for (const element of drawing.querySelectorAll("*")) lighten(element);
  for (const text of textsOf(drawing)) shortenText(text);
  return drawing;
}

function isDeep(parent: ParentNode, levels: number): boolean {
  return levels < 0 || [...parent.children].some((child) => isDeep(child, levels - 1));
}

function lighten(element: Element): void {
  for (const { name, value } of [...element.attributes]) {
    const isLongStyle = name === "style" && value.length > LONGEST_STYLE;
    const isWide = name.endsWith("span") && !(Number(value) <= WIDEST_CELL);
    if (isLongStyle || isWide || isFetched(element, name, value)) element.removeAttribute(name);
  }
}

/** Whether a browser would fetch something for an attribute. */
function isFetched(element: Element, name: string, value: string): boolean {
  if (element.localName === "a" && name.endsWith("href")) return false;
  if (FETCHED.includes(name)) return !INSIDE.test(value);
  const isStyle = name === "style" || element instanceof SVGElement;
  return isStyle && ADDRESS_IN_STYLE.test(value);
}

function textsOf(drawing: DocumentFragment): Text[] {
  const walker = document.createTreeWalker(drawing, NodeFilter.SHOW_TEXT);
  const texts: Text[] = [];
  for (let node = walker.nextNode(); node !== null; node = walker.nextNode())
    if (node instanceof Text) texts.push(node);
  return texts;
}

function shortenText(node: Text): void {
  const kept = shorten(node.data);
  const leftOut = node.data.length - kept.length;
  if (node.parentElement instanceof SVGElement) node.data = kept;
  else node.replaceWith(...broken(kept), ...(leftOut > 0 ? [leftOutView(leftOut)] : []));
}
