"""Nothing is noticed in sound programs: every cell and solution of the course, and many more."""

import re
from pathlib import Path

import pytest

from engine.explain import notice
from tests.engine.explain.programs import noticed

ROOT = Path(__file__).parents[3]
LESSONS = sorted((ROOT / "lessons").glob("0*.md"))
FENCE = re.compile(r"^```python (run|setup|solution)[^\n]*\n(.*?)^```", re.S | re.M)
SOUND = (Path(__file__).with_name("sound.txt")).read_text("utf-8").split("\n####\n")


@pytest.mark.filterwarnings("ignore")
@pytest.mark.parametrize("lesson", LESSONS, ids=lambda path: path.stem)
def test_no_cell_and_no_solution_of_the_course_is_remarked_on(
    lesson: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    names: dict[str, object] = {"__name__": "__main__"}
    ran = 0
    for role, code in FENCE.findall(lesson.read_text("utf-8")):
        space = dict(names) if role == "solution" else names
        try:
            exec(compile(code, "cell", "exec"), space)
        except Exception:
            continue  # Some cells fail on purpose, to be repaired.
        ran += 1
        assert notice(code, space) == (), code
    assert ran >= 10


@pytest.mark.filterwarnings("ignore")
@pytest.mark.parametrize("program", SOUND, ids=lambda program: program[:40])
def test_a_sound_program_is_left_alone(program: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert noticed(program) == ()


def test_there_are_enough_sound_programs() -> None:
    assert len(SOUND) >= 60
