"""The course's engine: networks, grading, explanations and the kernel's Python side."""
