"""The kernel's Python side: run a cell, tell its output and errors, observe code for grading.

`engine.kernel.bridge` is all that a worker calls.
"""
