"""What comes from a worker is a message only if every field of it is what the protocol says."""

import json

RIGHT_FROM_WORKER = [
    {"type": "ready"},
    {"type": "failed", "message": "why"},
    {"type": "preparing", "isOver": True},
    {"type": "started", "id": 1},
    {"type": "part", "id": 1, "kind": "stdout", "payload": "{}"},
    {"type": "ask", "id": 1, "prompt": "?"},
    {"type": "done", "id": 1, "payload": "{}"},
    {"type": "broken", "id": 1, "message": "why"},
    {"type": "unfit"},
]
RIGHT_FROM_FRAME = [
    {"type": "state", "realm": "learner", "state": "ready", "message": ""},
    {"type": "parts", "id": 1, "parts": [{"kind": "stdout", "text": "1"}]},
    {"type": "ask", "id": 1, "prompt": "?"},
    {"type": "outcome", "id": 1, "outcome": {"kind": "done", "payload": "{}"}},
    {"type": "outcome", "id": 1, "outcome": {"kind": "restarted"}},
    {"type": "stopped", "id": 1, "how": "restarted"},
]
# JavaScript, because messages can be what JSON cannot say.
ODD = [
    "null",
    "undefined",
    "0",
    "'done'",
    "[]",
    "new Map([['type', 'ready']])",
    "new Date(0)",
    "new Error('ready')",
    "new Uint8Array(9)",
    "{}",
    "{type: null}",
    "{type: ['ready']}",
    "{type: 'toString'}",
    "{type: '__proto__'}",
    "{type: 'constructor', id: 1}",
    "{type: 'preparing', isOver: 1}",
    "{type: 'done'}",
    "{type: 'done', id: '1', payload: '{}'}",
    "{type: 'done', id: 1.5, payload: '{}'}",
    "{type: 'done', id: NaN, payload: '{}'}",
    "{type: 'done', id: 1n, payload: '{}'}",
    "{type: 'done', id: 1, payload: {passed: true}}",
    "{type: 'done', id: 1, payload: new String('{}')}",
    "{type: 'done', id: 1, payload: 'x'.repeat(20_000_001)}",
    "{type: 'ask', id: 1, prompt: {}}",
    "{type: 'ask', id: 1, prompt: 'x'.repeat(1e6)}",
    "{type: 'state', realm: 'page', state: 'ready', message: ''}",
    "{type: 'state', realm: 'learner', state: 'graded', message: ''}",
    "{type: 'parts', id: 1, parts: [{kind: 'script', text: '1'}]}",
    "{type: 'parts', id: 1, parts: [{kind: 'png', base64: '\"onerror=x'}]}",
    "{type: 'parts', id: 1, parts: {length: 1e9}}",
    "{type: 'outcome', id: 1, outcome: {kind: 'passed'}}",
    "{type: 'outcome', id: 1, outcome: 'done'}",
    "{type: 'stopped', id: 1, how: 'paused'}",
    "{type: 'line', number: 1, port: {postMessage: () => 0}}",
    "(() => { const ring = {type: 'outcome', id: 1}; ring.outcome = ring; return ring; })()",
]


def test_right_messages_are_taken(evaluate):
    worker, frame = json.dumps(RIGHT_FROM_WORKER), json.dumps(RIGHT_FROM_FRAME)
    assert evaluate("kernel/messages.ts", f"{worker}.every(m.isFromWorker)")
    assert evaluate("kernel/messages.ts", f"{frame}.every(m.isFromFrame)")


def test_what_is_no_message_is_dropped(evaluate):
    odd = ", ".join(ODD)
    tried = f"[{odd}].map((each) => m.isFromWorker(each) || m.isFromFrame(each))"
    assert evaluate("kernel/messages.ts", tried) == [False] * len(ODD)


def test_a_verdict_hands_on_nothing_that_is_no_error(evaluate):
    verdict = {
        "exercise": "another",
        "passed": False,
        "checks": [{"name": "a", "passed": False, "message": "m"}],
        "feedback": "words",
        "error": {"type": "E", "message": "m" * 30_000, "line": -5, "column": 1e9, "change": {}},
    }
    read = evaluate("kernel/results.ts", f"m.readGrade('step', {json.dumps(json.dumps(verdict))})")
    assert read["exercise"] == "step"
    assert read["error"]["line"] is None
    assert read["error"]["change"] is None
    assert len(read["error"]["message"]) == 20_000


def test_a_verdict_that_contradicts_itself_is_none(evaluate):
    checks = [{"name": "a", "passed": False, "message": "m"}]
    for verdict in (
        {"passed": True, "checks": checks, "feedback": ""},
        {"passed": True, "checks": [{"passed": True}], "feedback": ""},
        {"passed": "yes", "checks": [], "feedback": ""},
        {"passed": True, "checks": [], "feedback": {"html": "x"}},
    ):
        text = json.dumps(json.dumps(verdict))
        assert evaluate("kernel/results.ts", f"m.readGrade('step', {text})") is None


def test_places_texts_and_lists_of_a_run_keep_within_bounds(evaluate):
    note = {"line": 1, "cause": "c", "fix": "f"}
    odd = [{**note, "line": line} for line in (0, -1, 1.5, "1", None)]
    run = {"status": "ok", "error": None, "seconds": 0, "noticed": [*odd, *[note] * 1_000]}
    read = evaluate("kernel/results.ts", f"m.readRun({json.dumps(json.dumps(run))})")
    assert 0 < len(read["noticed"]) <= 50
    assert all(each == note for each in read["noticed"])
