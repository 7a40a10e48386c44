"""How far what was drawn has moved, as the browser counts it: 1 is the whole window."""

# From 0.1 on readers mind.
MOST_SHIFT = 0.01
WATCH_SHIFTS = """
window.shifted = 0;
new PerformanceObserver((list) => {
  for (const { value } of list.getEntries()) window.shifted += value;
}).observe({ type: "layout-shift", buffered: true });
"""
