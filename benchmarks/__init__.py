"""Measure the course side by side with a bare Pyodide page."""
