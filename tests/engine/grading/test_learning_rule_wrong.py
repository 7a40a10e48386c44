"""Lesson 2: wrong solutions that the lesson does not show, each with the mistake it is told."""

import textwrap

import pytest

from engine.grading import GradeResult, grade
from tests.engine.grading.lesson_words import words

IMPORT = "from engine import neuron\n"


def tell(exercise: str, code: str, seed: int = 11) -> GradeResult:
    return grade(words()[exercise], IMPORT + textwrap.dedent(code), seed)


LOOP = """
def train(data, epochs, lr):
    w, b = [0.0] * len(data[0][0]), 0.0
    for epoch in range({epochs}):
        for x, t in {data}:
            e = {error}
            w = [p + {rate} * e * {times} for p, q in zip(w, x)]
            b {bias}
    {result}
"""
RIGHT = {
    "epochs": "epochs",
    "data": "data",
    "error": "t - neuron(x, w, b)",
    "rate": "lr",
    "times": "q",
    "bias": "+= lr * e",
    "result": "return w, b",
}


def loop(**changes: str) -> str:
    """Return a training that is right but for these places."""
    return LOOP.format(**(RIGHT | changes))


TRAIN = {
    "the error turned round": (loop(error="neuron(x, w, b) - t"), "wrong-direction"),
    "the nudge taken away": (loop(rate="-lr", bias="-= lr * e"), "wrong-direction"),
    "b set and not moved": (loop(bias="= 0.0"), "bias-untouched"),
    "a rate of 1": (loop(rate="1", bias="+= e"), "rate-ignored"),
    "no rate for b": (loop(bias="= b + e"), "bias-without-rate"),
    "counting from 1": (loop(epochs="1, epochs"), "one-epoch-short"),
    "counting to epochs + 1": (loop(epochs="0, epochs + 1"), "one-epoch-more"),
    "always ten": (loop(epochs="10"), "ten-epochs-always"),
    "from the last to the first": (loop(data="data[::-1]"), "backwards"),
    "a return in the loop": (
        loop(bias="+= lr * e\n        return w, b", result="..."),
        "one-epoch",
    ),
    "times x forgotten": (loop(times="1"), "input-left-out"),
    "never asking the neuron": (loop(error="2 * t - 1"), "always-moves"),
    "a total of 0 that rests": (
        loop(error="t - (b + sum(map(float.__mul__, map(float, x), map(float, w))) > 0)"),
        "zero-does-not-fire",
    ),
    "printing": (loop(result="print(w, b)"), "prints-instead"),
    "sorting the data": (loop(data="[data.sort(), data][1]"), "changes-argument"),
    "importing the answer": ("from engine import train", "stops-with-error"),
    "an error from the total": (
        loop(error="t - b - sum(p * q for p, q in zip(x, w))"),
        "total-for-prediction",
    ),
    "b asks again": (loop(bias="+= lr * (t - neuron(x, w, b))"), "new-weights-for-bias"),
    "no b at the end": (loop(result="return w"), "weights-alone"),
    "two slips": (loop(error="neuron(x, w, b) - t", bias="+= e"), None),
    "the bias twice": (loop(bias="+= 2 * lr * e"), None),
    "half a rate": (loop(rate="lr / 2"), None),
    "every other example": (loop(data="data[::2]"), None),
    "the largest error only": (loop(error="max(0, t - neuron(x, w, b))"), None),
    "learning from the sorted data": (loop(data="sorted(data)"), None),
}

UPDATE = """
def nudge(w, b, x, target, lr):
    e = {error}
    return [p + lr * e * q for p, q in zip(w, x)], b + lr * e
"""
NUDGE = {
    "the error turned round": (UPDATE.format(error="neuron(x, w, b) - target"), "wrong-direction"),
    "a guess by the target": (UPDATE.format(error="[-1, 1][target]"), "always-moves"),
    "a prediction without b": (UPDATE.format(error="target - neuron(x, w, 0)"), None),
    "an error from the total": (
        UPDATE.format(error="target - b - sum(p * q for p, q in zip(x, w))"),
        "total-for-prediction",
    ),
    "called again until it is right": (
        """
        def nudge(w, b, x, target, lr):
            e = target - neuron(x, w, b)
            if e == 0:
                return list(w), b
            return nudge([p + lr * e * q for p, q in zip(w, x)], b + lr * e, x, target, lr)
        """,
        "until-right",
    ),
    "only upwards": (UPDATE.format(error="int(target > neuron(x, w, b))"), "only-up"),
    "a squared error": (UPDATE.format(error="(target - neuron(x, w, b)) ** 2"), "always-up"),
    "half of each": (UPDATE.format(error="(target - neuron(x, w, b)) / 2"), None),
    "w in place, copied after": (
        """
        def nudge(w, b, x, target, lr):
            e = target - neuron(x, w, b)
            for i, value in enumerate(x):
                w[i] += lr * e * value
            return w[:], b + lr * e
        """,
        "changes-argument",
    ),
    "w in place under another name": (
        """
        def nudge(w, b, x, target, lr):
            e, new = target - neuron(x, w, b), w
            for i, value in enumerate(x):
                new[i] += lr * e * value
            return new, b + lr * e
        """,
        "list-changed",
    ),
    "b moved first": (
        """
        def nudge(w, b, x, target, lr):
            b += lr * (target - neuron(x, w, b))
            e = target - neuron(x, w, b)
            return [p + lr * e * q for p, q in zip(w, x)], b
        """,
        "new-bias-used",
    ),
}

MEASURE = "def accuracy(data, w, b):\n    {guard}\n    return {value}\n"
GUARD = "if not data: raise ValueError"
ACCURACY = {
    "two strokes": (
        MEASURE.format(
            guard=GUARD, value="sum(neuron(x, w, b) == t for x, t in data) // len(data)"
        ),
        "whole-number-division",
    ),
    "int around it": (
        MEASURE.format(
            guard=GUARD, value="int(sum(neuron(x, w, b) == t for x, t in data) / len(data))"
        ),
        "whole-number-division",
    ),
    "per cent and no guard": (
        MEASURE.format(
            guard="pass", value="sum(neuron(x, w, b) == t for x, t in data) / len(data) * 100"
        ),
        "percent-no-error",
    ),
    "an error that is printed": (
        MEASURE.format(
            guard="if not data: print('ValueError'); return",
            value="sum(neuron(x, w, b) == t for x, t in data) / len(data)",
        ),
        "returns-exception",
    ),
    "the mean error": (
        MEASURE.format(
            guard=GUARD, value="sum(abs(t - neuron(x, w, b)) for x, t in data) / len(data)"
        ),
        "part-wrong",
    ),
    "always over four": (
        MEASURE.format(guard=GUARD, value="sum(neuron(x, w, b) == t for x, t in data) / 4"),
        None,
    ),
}

SEARCH = """
def epochs_to_learn(data, lr, limit):
    w, b = [0.0] * len(data[0][0]), 0.0
    for epoch in range({counts}):
        errors = []
        for x, t in data:
            errors.append(t - neuron(x, w, b))
            w = [p + lr * errors[-1] * q for p, q in zip(w, x)]
            b += lr * errors[-1]
        if {done}:
            return {answer}
    return {never}
"""
RIGHT_SEARCH = {
    "counts": "1, limit + 1",
    "done": "not any(errors)",
    "answer": "epoch",
    "never": "None",
}


def search(**changes: str) -> str:
    """Return a count of epochs that is right but for these places."""
    return SEARCH.format(**(RIGHT_SEARCH | changes))


EPOCHS = {
    "the sum of errors": (search(done="sum(errors) == 0"), "errors-cancel"),
    "from 0": (search(counts="limit"), "counted-from-zero"),
    "asking at the end": (
        search(done="all(neuron(x, w, b) == t for x, t in data)"),
        "checked-after",
    ),
    "the limit for never": (search(never="limit"), "limit-for-none"),
    "one short": (search(counts="1, limit"), "limit-short"),
    "one long": (search(counts="1, limit + 2"), "limit-long"),
    "the last error only": (search(done="errors[-1] == 0"), "last-example-only"),
    "no -1": (search(done="max(errors) < 1"), "one-kind-counted"),
    "0 for never": (search(never="0"), None),
    "one too high": (search(answer="epoch + 1"), None),
    "True": (search(answer="True"), None),
}

RATES = {
    "min in place of max": (
        """
        from engine import epochs_to_learn
        def slowest(data, rates, limit):
            return min(rates, key=lambda r: epochs_to_learn(data, r, limit) or 999)
        """,
        "fastest",
    ),
    "0 if there is one": ("def slowest(d, r, n): return 0 if 0 in r else r[0]", None),
    "the first": ("def slowest(d, r, n): return r[0]", "always-first"),
    "sorted": (
        """
        from engine import epochs_to_learn
        def slowest(data, rates, limit):
            rates.sort()
            return max(rates, key=lambda r: epochs_to_learn(data, r, limit) or limit + 1)
        """,
        "changes-argument",
    ),
}

FLOWERS = {
    "one epoch": (
        """
        w, b = [0.0, 0.0], 0.0
        for x, t in flowers:
            e = t - neuron(x, w, b)
            w, b = [p + e * q for p, q in zip(w, x)], b + e
        """,
        "always-fires",
    ),
    "half of an epoch": (
        """
        w, b = [0.0, 0.0], 0.0
        for x, t in flowers[:50]:
            e = t - neuron(x, w, b)
            w, b = [p + e * q for p, q in zip(w, x)], b + e
        """,
        "never-fires",
    ),
    "the targets turned round": ("w, b = [-1, -2], 4", "swapped"),
    "the threshold of the mean": ("w, b = [1, 0], -3.9", "versicolor-missed"),
    "a list for the bias": ("w, b = [1, 1], [-3]", None),
    "text": ("w, b = '1, 1', -3", None),
    "a fake that equals everything": (
        """
        class Any(list):
            __eq__ = __ge__ = lambda self, other: True
        w, b = Any([0, 0]), 0
        """,
        "always-fires",
    ),
}

WRONG = {
    "train": TRAIN,
    "nudge": NUDGE,
    "accuracy": ACCURACY,
    "epochs-to-learn": EPOCHS,
    "learning-rates": RATES,
    "flowers": FLOWERS,
}


@pytest.mark.parametrize(
    ("exercise", "slip"), [(e, slip) for e, slips in WRONG.items() for slip in slips]
)
def test_a_wrong_solution_fails_with_the_words_that_fit(exercise: str, slip: str) -> None:
    code, mistake = WRONG[exercise][slip]
    result = tell(exercise, code)
    assert (result.passed, result.mistake) == (False, mistake), result.feedback


def test_the_same_template_is_right_where_nothing_is_changed() -> None:
    assert tell("train", loop()).passed
    assert tell("epochs-to-learn", search()).passed
    assert tell("nudge", UPDATE.format(error="target - neuron(x, w, b)")).passed


def test_training_shows_the_weights_of_the_first_epochs_beside_the_expected_ones() -> None:
    feedback = tell("train", loop(bias="= 0.0")).feedback
    assert feedback.endswith(
        "`train` with the data `[([0, 0], 0), ([0, 1], 0), ([1, 0], 0), ([1, 1], 1)]` "
        "and the rate 0.5:\n\n"
        "epochs | yours             | expected           | same?\n"
        "1      | ([0.0, 0.0], 0.0) | ([0.5, 0.5], 0.0)  | no\n"
        "2      | ([0.0, 0.0], 0.0) | ([1.0, 0.5], -0.5) | no\n"
        "3      | ([0.0, 0.0], 0.0) | ([1.0, 0.5], -1.0) | no\n"
        "4      | ([0.0, 0.0], 0.0) | ([1.0, 1.0], -1.0) | no\n"
        "10     | ([0.0, 0.0], 0.0) | ([1.0, 0.5], -1.5) | no"
    )


def test_a_nudge_is_shown_number_by_number() -> None:
    feedback = tell("nudge", UPDATE.format(error="neuron(x, w, b) - target")).feedback
    assert feedback.endswith(
        "`nudge([0.0, 0.0], -0.5, [1, 0], 1, 0.25)`, number by number:\n\n"
        "number                | before | yours | expected\n"
        "weight of the input 1 | 0.0    | -0.25 | 0.25\n"
        "weight of the input 0 | 0.0    | 0.0   | 0.0\n"
        "bias                  | -0.5   | -0.75 | -0.25"
    )


def test_a_count_of_epochs_shows_the_mistakes_that_were_to_be_met() -> None:
    feedback = tell("epochs-to-learn", search(done="sum(errors) == 0")).feedback
    assert feedback.endswith(
        "(yours: `1`, expected: `6`):\n\n"
        "epoch | mistakes when met | mistakes left at the end\n"
        "1     | 2                 | 3\n"
        "2     | 3                 | 2\n"
        "3     | 3                 | 1\n"
        "4     | 2                 | 2\n"
        "5     | 1                 | 0\n"
        "6     | 0                 | 0"
    )


def test_no_table_is_shown_where_the_numbers_are_right() -> None:
    assert " | " not in tell("nudge", NUDGE["w in place under another name"][0]).feedback


def test_a_neuron_that_does_not_learn_and_is_told_which_row_it_gets_wrong() -> None:
    checks = {check.name: check.message for check in tell("train", loop(bias="= 0.0")).checks}
    assert checks["learns AND within ten epochs with the rate 0.1"] == (
        "After 10 epochs with the rate 0.1, your weights are `[0.0, 0.0]` and your bias is `0.0`. "
        "For `[0, 0]` that neuron says `1`, and the target is `0`."
    )


def test_flowers_are_counted_by_species() -> None:
    (check,) = tell("flowers", "w, b = [1, 0], -3.9").checks
    assert check.message == (
        "With your `w` and `b`, 50 of the 50 setosa and 42 of the 50 versicolor are right. "
        "That is an accuracy of 0.92; it should be 0.99 or more."
    )


def test_a_weight_that_is_no_number_any_more_is_told_what_nan_means() -> None:
    feedback = tell("flowers", "w, b = [float('nan'), 1], -1").feedback
    assert feedback.startswith('`w` is `[nan, 1]`, and `nan` means "not a number".')


def test_a_name_from_another_cell_is_told_where_to_come_from() -> None:
    code = "def train(data, epochs, lr):\n    return nudge([0.0, 0.0], 0.0, *data[0], lr)"
    assert tell("train", code).feedback.endswith(
        "Each exercise is checked by itself, without your other cells: "
        "if you wrote `nudge` in another cell, copy it in."
    )
