/** Wait until a frame has shown as much of the page as there is room for, unless it is hidden. */
export async function firstScreen(): Promise<void> {
  const hidden = untilHidden();
  let isOver = false;
  while (!isOver) isOver = await Promise.race([hidden, nextFrame()]);
}

/** Wait for a frame. Tells whether it has shown enough. */
function nextFrame(): Promise<boolean> {
  return new Promise((resolve) => {
    requestAnimationFrame(() => {
      const { readyState, documentElement } = document;
      const isFull = readyState !== "loading" || documentElement.scrollHeight > innerHeight;
      setTimeout(() => resolve(isFull));
    });
  });
}

/** A page that is hidden, as in a tab in the background, draws no frames. */
function untilHidden(): Promise<true> {
  return new Promise((resolve) => {
    if (document.hidden) return resolve(true);
    document.addEventListener("visibilitychange", () => resolve(true), { once: true });
  });
}
