import type { Mount } from "../page/page";

const WIDE = "(min-width: 68rem)";

/**
 * The list of a lesson's headings: open where it has a column of its own, and it shows where the
 * reader is.
 */
export const mountContents: Mount = (element) => {
  const fold = element instanceof HTMLDetailsElement ? element : null;
  if (fold !== null && window.matchMedia(WIDE).matches) fold.open = true;
  const links = [...element.querySelectorAll<HTMLAnchorElement>("a[data-anchor]")];
  const headings = links.map((link) => document.getElementById(link.dataset["anchor"] ?? ""));
  const show = () => {
    const passed = headings.filter(
      (heading) => heading !== null && heading.getBoundingClientRect().top < window.innerHeight / 3,
    );
    links.forEach((link, index) => {
      if (index === passed.length - 1) link.setAttribute("aria-current", "true");
      else link.removeAttribute("aria-current");
    });
  };
  // It calls at once for what is there; asking for places before the page is laid out would take
  // a layout more.
  const observer = new IntersectionObserver(show, { rootMargin: "0px 0px -66% 0px" });
  for (const heading of headings) if (heading !== null) observer.observe(heading);
  return () => observer.disconnect();
};
