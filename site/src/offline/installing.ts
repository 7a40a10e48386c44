/**
 * Let the browser offer the course as an app. It fetches the manifest and its icons as soon as it
 * hears of them, so it hears late.
 */
export function offerApp(manifest: string): void {
  const link = document.createElement("link");
  link.rel = "manifest";
  link.href = manifest;
  document.head.append(link);
}
