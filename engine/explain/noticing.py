"""Silent trouble."""

from collections.abc import Mapping

from engine.explain.explanation import Note


def notice(source: str, namespace: Mapping[str, object]) -> tuple[Note, ...]:
    """Return what may be wrong although the program ran."""
    return ()
