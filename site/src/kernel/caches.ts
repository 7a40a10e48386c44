/** Take a file out of the copy of the course that is kept on this device. */
export async function forgetKept(address: string): Promise<void> {
  if (!("caches" in globalThis)) return;
  try {
    const names = await caches.keys();
    await Promise.all(names.map(async (name) => (await caches.open(name)).delete(address)));
  } catch {
    // Storage is forbidden here, so nothing is kept.
  }
}
