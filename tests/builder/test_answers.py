"""The file of questions and answers is made of parts, each prepared for the search once."""

import json
from collections.abc import Sequence
from pathlib import Path

import pytest

from builder import answers
from builder.answers import Asked, answers_file
from builder.lesson.model import Answer
from builder.project import Project

BIAS = Asked(Answer(1, "bias", "What is a bias?", ("why bias",), "A number."), "")
WEIGHT = Asked(Answer(9, "weight", "What is a weight?", ("why weight",), "It counts."), "")
CHANGED = Asked(Answer(9, "weight", "What are weights?", ("why weight",), "It counts."), "")


@pytest.fixture
def project(tmp_path: Path) -> Project:
    """Return a course with the real search, of which no question is kept."""
    (tmp_path / "site").symlink_to(Project().site)
    (tmp_path / ".cache").mkdir()
    kept = Project().cache / "search"
    kept.mkdir(parents=True, exist_ok=True)
    (tmp_path / ".cache" / "search").symlink_to(kept)
    return Project(tmp_path)


@pytest.fixture
def prepared(monkeypatch: pytest.MonkeyPatch) -> list[object]:
    """Return the ids of the questions that are prepared from now on."""
    ids: list[object] = []
    real = answers.prepare_all

    def prepare_all(project: Project, sources: Sequence[dict[str, object]]) -> Sequence[object]:
        ids.extend(source["id"] for source in sources)
        return real(project, sources)

    monkeypatch.setattr(answers, "prepare_all", prepare_all)
    return ids


def test_a_question_is_shipped_with_its_words(project: Project) -> None:
    (bias,) = json.loads(answers_file(project, [], [BIAS]))
    assert bias["question"] == "What is a bias?"
    assert bias["asked"] == ["what bias", "why bias"]
    assert bias["words"] == "number"


def test_only_a_changed_question_is_prepared_again(
    project: Project, prepared: list[object]
) -> None:
    answers_file(project, [], [BIAS, WEIGHT])
    assert prepared == ["bias", "weight"]
    answers_file(project, [], [WEIGHT, BIAS])
    after = answers_file(project, [], [BIAS, CHANGED])
    assert prepared == ["bias", "weight", "weight"]
    (project.cache / "answers").rename(project.cache / "earlier")
    assert answers_file(project, [], [BIAS, CHANGED]) == after


def test_a_course_without_questions_needs_no_search(
    project: Project, prepared: list[object]
) -> None:
    assert answers_file(project, [], []) == "[]"
    assert prepared == []
