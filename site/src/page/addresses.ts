const ASKED_AGAIN = 'link[rel="icon"], link[rel="manifest"], link[rel="apple-touch-icon"]';

/**
 * Make relative addresses whole: once another page of the course is on its way, the browser would
 * read them from that page's folder.
 */
export function fixAddresses(): void {
  for (const link of document.querySelectorAll<HTMLLinkElement>(ASKED_AGAIN)) {
    link.setAttribute("href", link.href);
  }
}
