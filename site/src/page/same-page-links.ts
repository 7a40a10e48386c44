/**
 * Go to a place on the same page without a visit: the page would be fetched and drawn again, and
 * what a learner sees in its cells would be gone.
 */
export function followSamePageLinks(): void {
  document.addEventListener(
    "click",
    (event) => {
      const target =
        event.button === 0 && !event.metaKey && !event.ctrlKey ? placeOnPage(event.target) : null;
      if (target === null) return;
      event.preventDefault();
      window.history.replaceState(window.history.state, "", `#${target.id}`);
      target.scrollIntoView();
      target.focus({ preventScroll: true });
    },
    { capture: true },
  );
}

/** Return the element that a link on this page leads to, or null where it leads elsewhere. */
function placeOnPage(clicked: EventTarget | null): HTMLElement | null {
  const link = clicked instanceof Element ? clicked.closest<HTMLAnchorElement>("a[href]") : null;
  if (link === null || link.hash.length < 2) return null;
  const isHere = link.origin === location.origin && link.pathname === location.pathname;
  return isHere ? document.getElementById(decodeURIComponent(link.hash.slice(1))) : null;
}
