"""Explain what went wrong in a program, in plain words with the learner's own names and values."""

from engine.explain.explainer import explain
from engine.explain.explanation import Change, Explanation, Note, Place
from engine.explain.noticing import notice

__all__ = ["Change", "Explanation", "Note", "Place", "explain", "notice"]
