"""The layers that the picture of lesson 3 shows."""

import json

import pytest

from engine.kernel.bridge import Bridge

OWN = "layers = [([[2, 2], [-3, -3]], [-1, 4]), ([[1, 1]], [-1.5])]"


def ask(code: str) -> dict:
    bridge = Bridge(lambda _kind, _part: None, lambda _prompt: None)
    return json.loads(bridge.call("layers", json.dumps({"code": code, "setup": ""})))


def test_without_code_they_are_the_courses() -> None:
    answer = ask("")
    assert (answer["by"], answer["trouble"]) == ("engine", "")
    assert answer["layers"] == [[[[1, 1], [-1, -1]], [-0.5, 1.5]], [[[1, 1]], [-1.5]]]


@pytest.mark.parametrize(
    "code",
    [
        OWN,
        OWN.replace("([", "[[", 1).replace("[-1, 4])", "[-1, 4]]"),
        f"import numpy as np\n{OWN}\nlayers = [(np.array(w), np.array(b)) for w, b in layers]",
    ],
)
def test_the_learners_own_are_used(code: str) -> None:
    answer = ask(code)
    assert (answer["by"], answer["trouble"]) == ("learner", "")
    assert answer["layers"][0] == [[[2, 2], [-3, -3]], [-1, 4]]


NOT_USED = {
    "nothing": ("x = 1", "there is no `layers` in it"),
    "AND": ("layers = [([[1, 1], [1, 1]], [0, 0]), ([[1, 1]], [-2])]", "its layers are not XOR"),
    "one layer": ("layers = [([[1, 1]], [0])]", "its layers are not two hidden neurons"),
    "text": ("layers = 'xor'", "it stops with"),
    "no number": (OWN.replace("4", "float('nan')"), "its layers are not two hidden neurons"),
    "endless": ("while True: pass", "it takes too long"),
    "an error": ("layers = 1 / 0", "it stops with ZeroDivisionError"),
}


@pytest.mark.parametrize(("code", "words"), NOT_USED.values(), ids=NOT_USED)
def test_others_are_not_used_and_it_is_said_why(code: str, words: str) -> None:
    answer = ask(code)
    assert answer["by"] == "engine"
    assert answer["trouble"].startswith(words)
