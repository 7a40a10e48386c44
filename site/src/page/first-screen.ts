/** Wait until a frame has shown as much of the page as there is room for, unless it is hidden. */
export async function firstScreen(): Promise<void> {
  do await nextFrame();
  while (!isFull() && !document.hidden);
}

function isFull(): boolean {
  const { readyState, documentElement } = document;
  return readyState !== "loading" || documentElement.scrollHeight > innerHeight;
}

/** Wait until a frame is drawn. A page that is hidden, as in a tab in the background, has none. */
function nextFrame(): Promise<void> {
  return new Promise((resolve) => {
    const drawn = () => setTimeout(resolve);
    if (document.hidden) return resolve();
    requestAnimationFrame(drawn);
    document.addEventListener("visibilitychange", drawn, { once: true });
  });
}
