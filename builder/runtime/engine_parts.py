"""Split the engine: what a first run needs, and the rest, which comes right after the start.

The rest explains errors, steps through cells, and holds the networks that need numpy. Both parts
are one archive, cut in two like the standard library.
"""

import ast
from collections.abc import Iterator, Mapping

START = ("engine.kernel.bridge", "engine.kernel.snapshot")
# A learner's first cell may import from here.
PUBLIC = ("engine.nn", "engine.data")
HEAVY = "numpy"


def first_modules(sources: Mapping[str, bytes]) -> frozenset[str]:
    """Return the modules of the engine that a first run may need.

    Args:
        sources: The engine's files by their path, such as `engine/kernel/bridge.py`.
    """
    found = {name_of(path): data for path, data in sources.items() if path.endswith(".py")}
    needs = {name: set(imports_at_start(ast.parse(data))) for name, data in found.items()}
    first = set().union(*(reached(name, needs) for name in START))
    for name in found:
        if name.startswith(PUBLIC) and HEAVY not in (own := reached(name, needs)):
            first |= own
    return frozenset(first & set(found))


def name_of(path: str) -> str:
    """Return the name of the module in a file.

    >>> name_of("engine/nn/__init__.py"), name_of("engine/nn/neuron.pyc")
    ('engine.nn', 'engine.nn.neuron')
    """
    return path.rpartition(".")[0].removesuffix("/__init__").replace("/", ".")


def reached(start: str, needs: Mapping[str, set[str]]) -> set[str]:
    """Return a module with all that is imported along with it, the packages around it included."""
    seen: set[str] = set()
    waiting = [start]
    while waiting:
        name = waiting.pop()
        if name and name not in seen:
            seen.add(name)
            waiting += [name.rpartition(".")[0], *needs.get(name, ())]
    return seen


def imports_at_start(node: ast.AST) -> Iterator[str]:
    """Return what is imported with a module: not in its functions, and not for types alone."""
    if isinstance(node, ast.Import):
        yield from (alias.name for alias in node.names)
    elif isinstance(node, ast.ImportFrom) and node.module:
        yield from (node.module, *(f"{node.module}.{alias.name}" for alias in node.names))
    elif not is_later(node):
        for child in ast.iter_child_nodes(node):
            yield from imports_at_start(child)


def is_later(node: ast.AST) -> bool:
    """Return whether a statement's body does not run when the module is imported."""
    if isinstance(node, ast.If):
        return isinstance(node.test, ast.Name) and node.test.id == "TYPE_CHECKING"
    return isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef | ast.Lambda)
