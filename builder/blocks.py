"""What templates ask about a lesson and its blocks."""

import ast
from collections.abc import Iterator
from functools import lru_cache

from builder.hashing import digest
from builder.lesson.model import Block, Cell, Exercise, Lesson, Quiz

PAGE_PACKAGES = frozenset({"numpy"})


def block_kind(block: Block) -> str:
    """Return a block's kind: its class in small letters."""
    return type(block).__name__.lower()


def block_version(block: Cell | Exercise | Quiz) -> str:
    """Return a short hash of what saved work hangs on; hints and feedback may change freely."""
    if isinstance(block, Cell):
        return digest(block.code)
    if isinstance(block, Exercise):
        return digest(block.starter)
    return digest(*(f"{choice.is_right} {choice.markdown}" for choice in block.choices))


def packages(lesson: Lesson) -> tuple[str, ...]:
    """Return the packages that the lesson's code imports and the page must load."""
    wanted = {name for code in codes(lesson) for name in wanted_by(code)}
    return tuple(sorted(wanted))


@lru_cache(maxsize=10_000)
def wanted_by(code: str) -> frozenset[str]:
    """Return the packages that code imports; most code need not be parsed for that."""
    if not any(name in code for name in PAGE_PACKAGES):
        return frozenset()
    return PAGE_PACKAGES.intersection(imported(code))


def codes(lesson: Lesson) -> Iterator[str]:
    """Yield the code that stands in the lesson's editors, and its solutions."""
    for block in lesson.blocks:
        if isinstance(block, Cell):
            yield block.code
        elif isinstance(block, Exercise):
            yield block.starter
            if block.solution:
                yield block.solution.code


def imported(code: str) -> Iterator[str]:
    """Yield the top-level modules that code imports; none where it is no Python.

    >>> list(imported("from numpy.random import default_rng"))
    ['numpy']
    """
    try:
        tree = ast.parse(code)
    except (SyntaxError, ValueError, OverflowError, RecursionError, MemoryError):
        return
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from (alias.name.partition(".")[0] for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
            yield node.module.partition(".")[0]
