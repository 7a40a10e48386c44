import pytest

from engine.kernel.complete import complete


class Trap:
    """Says so if anyone asks for its property."""

    asked: list[str] = []
    plain = 1

    def __init__(self) -> None:
        self.stored = [1]

    @property
    def risky(self) -> int:
        self.asked.append("risky")
        return 1

    def __getattr__(self, name: str) -> int:
        self.asked.append(name)
        return 1


def labels(code: str, names: dict[str, object] | None = None) -> list[str]:
    return [option["label"] for option in complete(code, len(code), names or {})["options"]]


def test_names_builtins_and_keywords_are_offered() -> None:
    found = labels("wh", {"what": 1})
    assert found == ["what", "while"]
    assert "print" in labels("pri")


def test_the_word_is_replaced_from_its_start() -> None:
    assert complete("x = wei", 7, {"weights": []})["from"] == 4


def test_each_option_says_what_it_is() -> None:
    options = complete("w", 1, {"weights": [1], "walk": len, "Word": str})["options"]
    kinds = {option["label"]: (option["type"], option["detail"]) for option in options}
    assert kinds["weights"] == ("variable", "list")
    assert kinds["walk"][0] == "function"
    assert kinds["while"] == ("keyword", "")


def test_attributes_are_offered_without_asking_any() -> None:
    trap = Trap()
    assert {"stored", "plain", "risky"} <= set(labels("trap.", {"trap": trap}))
    assert Trap.asked == []


def test_attributes_of_attributes_are_found_where_they_are_stored() -> None:
    trap = Trap()
    assert "append" in labels("trap.stored.app", {"trap": trap})
    assert labels("trap.risky.", {"trap": trap}) == []
    assert Trap.asked == []


def test_modules_and_builtins_have_attributes() -> None:
    import math

    assert "sqrt" in labels("math.sq", {"math": math})
    assert "fromkeys" in labels("dict.from")


@pytest.mark.parametrize("code", ["# wei", "x = 'wei", 'print("wei', "3wei", "f().wei", "a[0].wei"])
def test_nothing_is_offered_where_no_name_can_be(code: str) -> None:
    assert labels(code, {"weights": 1}) == []


def test_hidden_names_need_an_underscore() -> None:
    assert labels("x.", {"x": 5})[0] == "as_integer_ratio"
    assert "__add__" in labels("x.__a", {"x": 5})


def test_the_middle_of_a_cell_is_completed_too() -> None:
    code = "weights = 1\nwei\nprint(2)"
    assert complete(code, 15, {"weights": 1})["options"][0]["label"] == "weights"
