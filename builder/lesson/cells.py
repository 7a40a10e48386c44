"""Read live fences: their roles and options, and the outputs that belong to them."""

from dataclasses import dataclass

from builder.lesson.model import Cell
from builder.lesson.options import check_error_name, is_good_id, is_syntax_error, read_options
from builder.lesson.pieces import Fence
from builder.lesson.problems import Problems, nearest, shorten, suggest
from builder.lesson.python_code import check_grammar

OPTIONS_OF = {
    "run": ("id", "error"),
    "setup": ("id",),
    "exercise": ("id",),
    "solution": (),
    "mistake": ("id",),
}
ROLES = tuple(OPTIONS_OF)


@dataclass(frozen=True)
class Live:
    """A live fence with its role and options."""

    fence: Fence
    role: str
    options: dict[str, str]

    @property
    def line(self) -> int:
        """Return the line that the fence starts on."""
        return self.fence.line


def is_output(fence: Fence) -> bool:
    """Tell whether a fence is an output."""
    return fence.info.split()[0] == "output"


def read_live(fence: Fence, problems: Problems) -> Live | None:
    """Return a live fence with its role and options, None where the role is unknown."""
    language, role, *words = fence.info.split()
    if language != "python":
        message = f"'{language} {role}' starts no live fence: write `python {role}`"
        problems.add(fence.line, message)
    if "=" in role:
        message = (
            f"the role is missing before '{shorten(role)}': write `python run` and the options"
        )
        problems.add(fence.line, message)
        return None
    known_role = role if role in ROLES else nearest(role, ROLES, 0.6)
    if role not in ROLES:
        problems.add(fence.line, f"unknown role '{shorten(role)}': {suggest(role, ROLES)}")
    if known_role is None:
        return None
    what = f"a `python {known_role}` fence"
    options = read_options(words, OPTIONS_OF[known_role], what, fence.line, problems)
    return Live(fence, known_role, options)


def read_cell(live: Live, problems: Problems) -> Cell:
    """Return a run or set-up cell; its id is empty where it has no good one."""
    error = live.options.get("error")
    if error is not None:
        check_error_name(error, live.line, problems)
    check_grammar(live.fence, "cell", problems, wants_error=is_syntax_error(error))
    if live.fence.is_closed and not live.fence.code.strip():
        problems.add(live.line, "this cell is empty: write the code that it runs")
    cell_id = live.options.get("id", "")
    if cell_id and not is_good_id(cell_id, live.line, problems):
        cell_id = ""
    return Cell(live.line, cell_id, live.role, live.fence.code, options=live.options)


def check_output(fence: Fence, cell: Cell | None, problems: Problems) -> bool:
    """Tell whether an output belongs to the cell before it, and note a problem where not."""
    if fence.info.split() != ["output"]:
        message = f"unknown option '{shorten(fence.info.split()[1])}' of an output: it takes none"
        problems.add(fence.line, message)
    if cell is None or cell.role != "run":
        message = "this output belongs to no cell: put it right after a `python run` fence"
        problems.add(fence.line, message)
        return False
    if cell.output is not None:
        message = f"the cell in line {cell.line} has an output already: keep one of them"
        problems.add(fence.line, message)
        return False
    return True
