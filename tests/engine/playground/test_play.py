"""Experiments as the page asks for them: set up, trained in slices, refused, stopped."""

from base64 import b64decode
from time import perf_counter

import pytest

from engine.playground.play import Player
from tests.engine.playground.conftest import OWN_MLP, begin, train


def test_the_scene_holds_all_points_within_its_box() -> None:
    _, scene = begin()
    left, right, bottom, top = scene["box"]
    assert (len(scene["train"]), len(scene["test"])) == (140, 60)
    for x1, x2, target in scene["train"] + scene["test"]:
        assert left < x1 < right
        assert bottom < x2 < top
        assert target in (0, 1)
    assert right - left == pytest.approx(top - bottom)


def test_each_neuron_has_its_picture_and_each_weight_its_number() -> None:
    _, scene = begin(depth=2, width=3)
    frame = scene["frame"]
    assert len(b64decode(frame["output"])) == 48 * 48
    assert [len(layer) for layer in frame["neurons"]] == [3, 3]
    assert {len(b64decode(picture)) for layer in frame["neurons"] for picture in layer} == {576}
    shapes = [(len(rows), len(rows[0])) for rows in frame["weights"]]
    assert shapes == [(2, 3), (3, 3), (3, 1)]


@pytest.mark.parametrize("data", ["and", "or", "xor", "moons", "circles"])
@pytest.mark.parametrize("activation", ["sigmoid", "tanh", "relu"])
def test_every_data_set_is_learned(data: str, activation: str) -> None:
    lr = 3 if activation == "sigmoid" else 0.5
    player, scene = begin(data=data, activation=activation, width=8, lr=lr, noise=0.1)
    frame = train(player, 200)
    assert frame["trainLoss"] < scene["frame"]["trainLoss"] / 2
    assert frame["trainAccuracy"] > 0.85


def test_two_layers_learn_spirals() -> None:
    player, _ = begin(data="spirals", depth=2, width=12, lr=1, noise=0)
    assert train(player, 400)["trainAccuracy"] > 0.9


def test_no_line_parts_xor() -> None:
    player, scene = begin(data="xor", depth=0)
    frame = train(player, 60)
    assert (scene["sizes"], frame["neurons"]) == ([2, 1], [])
    assert frame["trainAccuracy"] < 0.85


def test_the_slices_change_nothing() -> None:
    one, _ = begin()
    many, _ = begin()
    for _ in range(19):
        many.advance({"epochs": 1, "seconds": 0.05})
    assert train(one, 20) == train(many, 20)


def test_an_epoch_longer_than_its_slice_goes_on_in_the_next() -> None:
    player, _ = begin(batch=1, depth=6, width=16)
    ends = 0
    while ends < 2:
        started = perf_counter()
        progress = player.advance({"epochs": 5, "seconds": 0.002})
        assert perf_counter() - started < 1
        ends += progress["frame"] is not None
    whole, _ = begin(batch=1, depth=6, width=16)
    assert progress["frame"] == train(whole, progress["frame"]["epoch"])


def test_own_points_are_used_and_every_fourth_is_kept_back(own_points: list) -> None:
    player, scene = begin(data="own", points=own_points)
    assert scene["train"] == [point for i, point in enumerate(own_points) if i != 3]
    assert scene["test"] == [own_points[3]]
    assert train(player, 100)["testAccuracy"] == 1


def test_three_own_points_leave_none_for_the_test(own_points: list) -> None:
    player, scene = begin(data="own", points=own_points[:3])
    assert (scene["frame"]["testLoss"], scene["frame"]["testAccuracy"]) == (None, None)
    assert train(player, 1)["testLoss"] is None


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        ({"depth": 50}, "The number of hidden layers can be 0 to 6, and you asked for 50."),
        ({"width": 10_000},
         "The number of neurons in a hidden layer can be 1 to 16, and you asked for 10000."),
        ({"batch": 0}, "The batch size can be 1 to 200, and you asked for 0."),
        ({"batch": 2.5}, "The batch size must be a whole number, and you asked for 2.5."),
        ({"lr": 1e9}, "The learning rate can be 0 to 100, and you asked for 1e+09."),
        ({"lr": "fast"}, "The learning rate must be a number."),
        ({"noise": -1}, "The noise can be 0 to 1, and you asked for -1."),
        ({"seed": float("nan")}, "The seed must be a number."),
        ({"data": "cows"}, "There is no data set 'cows'. "
                           "Choose one of and, or, xor, moons, circles, spirals, own."),
        ({"data": "own"}, "Add at least 2 points of your own first. You have 0."),
        ({"data": "own", "points": [[0, 0, 1]] * 101},
         "There is room for 100 points of your own, and you have 101."),
        ({"points": [[5, 0, 1]]}, "A point has two places from -2 to 2, and is 0 or 1."),
        ({"points": ["x"]}, "A point has two places from -2 to 2, and is 0 or 1."),
    ],
)  # fmt: skip
def test_what_is_too_much_is_refused_with_a_word(changes: dict, words: str) -> None:
    player, scene = begin(**changes)
    assert scene == {"refused": words}
    assert player.advance({"epochs": 1, "seconds": 0.01})["frame"] is None


def test_a_loss_that_is_no_number_is_told_in_words() -> None:
    grows = OWN_MLP.replace("self.W[i] = self.W[i] - lr *", "self.W[i] = np.nan - lr *")
    player, scene = begin(grows)
    assert scene["frame"]["trainLoss"] is not None
    progress = player.advance({"epochs": 1, "seconds": 0.05})
    assert progress["frame"]["trainLoss"] is None
    assert progress["word"].startswith("After epoch 1 the loss is no number any more.")


def test_without_an_experiment_it_says_so() -> None:
    player = Player(begin()[0].baseline)
    words = "Python was started again, and the experiment is gone. Start over."
    assert player.advance({"epochs": 1, "seconds": 0.01}) == {"frame": None, "word": words}
    assert player.program({"epochs": 1}) == {"program": ""}


def test_the_learners_own_network_learns() -> None:
    player, scene = begin(OWN_MLP, width=5, lr=3)
    assert (scene["by"], scene["trouble"]) == ("learner", "")
    # The same first weights in the course's network give the same pictures.
    assert scene["frame"]["neurons"] == begin(width=5, activation="sigmoid")[1]["frame"]["neurons"]
    assert [len(layer) for layer in scene["frame"]["neurons"]] == [5]
    assert train(player, 150)["trainAccuracy"] > 0.85


def test_a_network_that_hides_its_weights_is_used_all_the_same() -> None:
    hidden = OWN_MLP + "\nclass MLP(MLP):\n    __slots__ = ()\n"
    hidden = hidden.replace("self.W", "store[id(self)]").replace(
        "class MLP:", "store = {}\nclass MLP:", 1
    )
    player, scene = begin(hidden)
    assert (scene["by"], scene["frame"]["neurons"]) == ("learner", [])
    assert train(player, 3)["epoch"] == 3


@pytest.mark.parametrize(
    ("code", "words"),
    [
        ("class MLP", "Python cannot read it"),
        ("x = 1", "there is no class `MLP` in it"),
        ("1 / 0", "it stops with ZeroDivisionError: division by zero"),
        ("class MLP:\n    def __init__(self, sizes, rng):\n        while True: pass",
         "it takes too long"),
        (OWN_MLP.replace("return self.outputs(X)[-1]", "return self.outputs(X)[-1][:, 0]"),
         "`predict` gives an array of shape (3,), not (3, 1)"),
    ],
)  # fmt: skip
def test_why_a_learners_network_is_not_used(
    code: str, words: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("engine.playground.own_network.SECONDS", 0.3)
    player, scene = begin(code)
    assert (scene["by"], scene["trouble"]) == ("engine", words)
    assert train(player, 2)["epoch"] == 2


@pytest.mark.parametrize(
    ("body", "words"),
    [
        ("return 1 / 0", "it stops with ZeroDivisionError: division by zero"),
        ("while True: pass", "it takes too long"),
    ],
)
def test_a_learners_network_that_fails_while_it_trains_is_told(
    body: str, words: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("engine.playground.own_network.SECONDS", 0.3)
    player, _ = begin(OWN_MLP + f"    def train_step(self, X, T, lr):\n        {body}\n")
    word = player.advance({"epochs": 1, "seconds": 0.02})["word"]
    assert word == f"Your own MLP was stopped: {words}. Start over to go on with the course's."
