"""The one entry: an exception and its source in, an explanation out."""

from collections.abc import Mapping

from engine.explain.explanation import Explanation, Finding, Place
from engine.explain.runtime import find_runtime
from engine.explain.scene import Scene, message_of
from engine.explain.syntax import find_syntax
from engine.explain.values import type_name


def explain(
    exception: BaseException,
    source: str,
    filename: str = "<cell>",
    namespace: Mapping[str, object] | None = None,
) -> Explanation:
    """Return what happened, where, and what to do.

    Args:
        exception: What the program stopped with, its traceback still on it.
        source: The code that was run.
        filename: The name the code was compiled under; other cells' start with `cell `.
        namespace: The names of the lesson's cells, for errors that have no frame of their own.
    """
    if isinstance(exception, SyntaxError) and exception.filename == filename:
        finding, scene = find_syntax(source, exception)
        return _explanation(exception, finding, scene.message, finding.place or scene.place)
    scene_ = Scene(exception, source, filename, namespace)
    finding = find_runtime(scene_)
    return _explanation(exception, finding, message_of(exception), finding.place or scene_.place)


def _explanation(
    exception: BaseException, finding: Finding, message: str, place: Place | None
) -> Explanation:
    return Explanation(
        error=type_name(exception),
        place=place,
        cause=finding.cause[:1].upper() + finding.cause[1:],
        fix=finding.fix,
        message=message,
        change=finding.change,
    )
