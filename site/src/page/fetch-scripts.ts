/** Fetch the page's own script and the parts that it imports. It runs when the page is read. */
export async function fetchScripts([main = "", ...parts]: readonly string[]): Promise<void> {
  document.head.append(...[main, ...parts].map(preload));
  await isRead();
  await import(main);
}

function preload(address: string): HTMLLinkElement {
  const link = document.createElement("link");
  link.rel = "modulepreload";
  link.href = address;
  return link;
}

function isRead(): Promise<void> {
  if (document.readyState !== "loading") return Promise.resolve();
  return new Promise((resolve) => {
    document.addEventListener("DOMContentLoaded", () => resolve(), { once: true });
  });
}
