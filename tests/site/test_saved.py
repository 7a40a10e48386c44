"""What is kept of the learner's work."""

import json

from tests.site.conftest import Evaluate


def test_a_record_gets_what_it_lacks(evaluate: Evaluate) -> None:
    record = evaluate("saved/record", 'm.readRecord({ id: "step", code: "x", unknown: 1 })')
    assert isinstance(record, dict)
    assert (record["code"], record["attempts"], "unknown" in record) == ("x", 0, False)


def test_a_damaged_record_is_none(evaluate: Evaluate) -> None:
    code = '[{ id: "a", code: 7 }, { id: "" }, null, [], { id: "a", hints: -1 }].map(m.readRecord)'
    assert evaluate("saved/record", code) == [None] * 5


def test_a_file_gives_back_what_was_written(evaluate: Evaluate) -> None:
    record = '{ ...{ id: "step", version: "1", code: "x", passed: null, attempts: 1, '
    record += 'lastAttempt: "x", hints: 2, isSolutionOpen: false, answer: null, updated: "" } }'
    back = evaluate("saved/saved-file", f"m.readFile(m.writeFile([{record}])).records[0]")
    assert isinstance(back, dict)
    assert (back["code"], back["hints"]) == ("x", 2)


def test_a_later_file_is_refused(evaluate: Evaluate) -> None:
    file = json.dumps({"format": "ml-bites-work", "version": 2, "records": []})
    words = evaluate("saved/saved-file", f"m.readFile({json.dumps(file)})")
    assert words == "This file was saved by a later version of ML Bites."
