"""Lesson 3, layers and networks: wrong solutions, each with the mistake it is told."""

import textwrap

import pytest

from engine.grading import GradeResult, grade
from tests.engine.grading.lesson_words import words

XOR_BY_HAND = {
    "bits": ("def xor(a, b):\n    return a ^ b", "without-neurons"),
    "and": (
        """
        def xor(a, b):
            return 1 if neuron([a, b], [1, 1], -1) and neuron([a, b], [-1, -1], 1) else 0
        """,
        "joined-by-python",
    ),
    "a neuron that is no neuron": (
        """
        def neuron(inputs, weights, bias):
            return inputs[0] ^ inputs[1]
        def xor(a, b):
            return neuron([a, b], [1, 1], -0.5)
        """,
        "or-alone",
    ),
    "a last neuron that gets the inputs": (
        """
        def xor(a, b):
            either, not_both = neuron([a, b], [1, 1], -0.5), neuron([a, b], [-1, -1], 1.5)
            return neuron([a, b], [1, 1], -1.5)
        """,
        "three-make-and",
    ),
    "three neurons that nobody hears": (
        """
        def xor(a, b):
            for _ in range(3):
                neuron([a, b], [1, 1], 0)
            return a ^ b
        """,
        None,
    ),
    "too many weights": (
        """
        def xor(a, b):
            either, not_both = neuron([a, b], [1, 1, 5], -1), neuron([a, b], [-1, -1], 1)
            return neuron([either, not_both], [1, 1], -2)
        """,
        None,
    ),
    "printed": (
        """
        def xor(a, b):
            h = [neuron([a, b], [1, 1], -0.5), neuron([a, b], [-1, -1], 1.5)]
            print(neuron(h, [1, 1], -1.5))
        """,
        "prints-instead",
    ),
    "an empty way": (
        """
        def xor(a, b):
            if a != b:
                return 1
        """,
        None,
    ),
}

LAYER = {
    "numpy the other way round": (
        """
        import numpy as np
        def layer(inputs, weights, biases):
            return (np.array(inputs) @ np.array(weights) + np.array(biases) >= 0).astype(int)
        """,
        "columns-in-numpy",
    ),
    "zip with a star": (
        """
        from engine import neuron
        def layer(inputs, weights, biases):
            columns = list(zip(*weights))
            return [neuron(inputs, columns[j], b) for j, b in enumerate(biases)]
        """,
        None,
    ),
    "only the last answer": (
        """
        from engine import neuron
        def layer(inputs, weights, biases):
            for j in range(len(biases)):
                out = neuron(inputs, weights[j], biases[j])
            return out
        """,
        "last-as-number",
    ),
    "three lists side by side": (
        """
        from engine import neuron
        def layer(inputs, weights, biases):
            pairs = zip(range(len(biases)), inputs)
            return [neuron(inputs, weights[j], biases[j]) for j, _ in pairs]
        """,
        "zipped-with-inputs",
    ),
    "how many fire": (
        """
        from engine import neuron
        def layer(inputs, weights, biases):
            n = 0
            for j in range(len(biases)):
                n += neuron(inputs, weights[j], biases[j])
            return n
        """,
        "answers-added",
    ),
    "the engine's own": ("from engine import layer", "stops-with-error"),
}

NETWORK = {
    "layers that do not hear each other": (
        """
        from engine import neuron
        def network(inputs, layers):
            out = None
            for w, b in layers:
                out = [neuron(inputs, w[j], b[j]) for j in range(len(b))]
            return out
        """,
        "original-inputs",
    ),
    "the first layer": (
        """
        from engine import neuron
        def network(inputs, layers):
            w, b = layers[0]
            return [neuron(inputs, w[j], b[j]) for j in range(len(b))]
        """,
        "first-layer-only",
    ),
    "numpy without a step": (
        """
        import numpy as np
        def network(inputs, layers):
            for W, b in layers:
                inputs = np.array(W) @ np.array(inputs) + np.array(b)
            return inputs
        """,
        "no-step-at-all",
    ),
    "a number": (
        """
        from engine import neuron
        def network(inputs, layers):
            for W, B in layers:
                inputs = [neuron(inputs, w, b) for w, b in zip(W, B)]
            return inputs[0]
        """,
        "first-output-only",
    ),
    "answers behind the inputs": (
        """
        from engine import neuron
        def network(inputs, layers):
            values = list(inputs)
            for W, B in layers:
                values += [neuron(values, w, b) for w, b in zip(W, B)]
            return values
        """,
        "list-keeps-growing",
    ),
    "a list around it": (
        """
        from engine import neuron
        def network(inputs, layers):
            for W, B in layers:
                inputs = [neuron(inputs, w, b) for w, b in zip(W, B)]
            return [inputs]
        """,
        "in-a-list",
    ),
}

XOR_WEIGHTS = {
    "the same gate by other weights": (
        "layers = [([[3, 2], [1, 1]], [-1.5, -0.5]), ([[1, -1]], [-0.5])]",
        "hidden-agree",
    ),
    "OR and NOR": ("layers = [([[1, 1], [-1, -1]], [-1, 0]), ([[1, 1]], [0])]", "hidden-disagree"),
    "zeros": ("layers = [([[0, 0], [0, 0]], [0, 0]), ([[0, 0]], [0])]", "hidden-agree"),
    "a hidden layer alone": ("layers = [([[1, 1], [-1, -1]], [-0.5, 1.5])]", "no-hidden-layer"),
    "brackets of the weights": (
        "layers = [([[1, 1], [-1, -1]], [-0.5, 1.5]), ([1, 1], [-1.5])]",
        "output-brackets",
    ),
    "a bias without brackets": (
        "layers = [([[1, 1], [-1, -1]], [-0.5, 1.5]), ([[1, 1]], -1.5)]",
        None,
    ),
    "three hidden neurons": (
        "layers = [([[1, 1], [1, 1], [0, 0]], [-1, -2, 0]), ([[1, -1, 0]], [-1])]",
        None,
    ),
    "no pairs": ("layers = [1, 2]", None),
    "text": ("layers = 'OR NAND AND'", None),
    "an output that is OR": (
        "layers = [([[2, 2], [3, 3]], [-1, -4]), ([[5, 1]], [-2])]",
        "network-is-or",
    ),
}

WRONG = {
    "xor-by-hand": XOR_BY_HAND,
    "layer": LAYER,
    "network": NETWORK,
    "xor-weights": XOR_WEIGHTS,
}

# Two layers that are not XOR, and what is said about them after the first wrong case.
LAYERS = {
    "[([[1, 1], [1, 0]], [-0.5, -0.5]), ([[1, -2]], [-0.5])]": "Your hidden layer answers "
    "`[1, 1]` for both `[1, 1]` and `[1, 0]`. XOR answers these two differently, so the output "
    "neuron has no chance.",
    "[([[1, 0], [0, 1]], [-1, -1]), ([[1, 1]], [-1])]": "Your hidden layer moves the four corners "
    "to four corners, and the ones still sit on opposite ones. No single line can part them.",
    "[([[1, 1], [1, 1]], [-1, 0]), ([[1, 1]], [-1])]": "Your second hidden neuron gives the same "
    "answer in all four cases.",
    "[([[1, 1], [1, 1]], [-1, -2]), ([[1, 1]], [-1])]": "Your hidden layer is fine. For this case "
    "the output neuron gets `[1, 1]`.",
}


def tell(exercise: str, code: str, seed: int = 3) -> GradeResult:
    return grade(words()[exercise], textwrap.dedent(code), seed)


@pytest.mark.parametrize(("exercise", "name"), [(e, name) for e in WRONG for name in WRONG[e]])
def test_a_wrong_solution_is_told_its_mistake(exercise: str, name: str) -> None:
    code, mistake = WRONG[exercise][name]
    result = tell(exercise, code)
    assert not result.passed
    assert result.mistake == mistake, result.feedback
    assert result.feedback


@pytest.mark.parametrize("layers", LAYERS)
def test_a_network_is_told_which_of_its_parts_to_mend(layers: str) -> None:
    (check,) = tell("xor-weights", f"layers = {layers}").checks
    assert check.message.startswith("With your layers, `network([")
    assert check.message.endswith(LAYERS[layers])


def test_a_wrong_answer_of_xor_is_told_with_its_case() -> None:
    code = "def xor(a, b):\n    return neuron([a, b], [1, 1], -0.5)"
    first, second = tell("xor-by-hand", code).checks
    assert first.message == "`xor(1, 1)` gave `1`. It should give `0`."
    assert second.message == (
        "`xor(0, 0)` calls `neuron` once. It should do so exactly three times."
    )


def test_an_answer_that_is_not_the_last_neurons_is_told_what_that_neuron_says() -> None:
    answers, asked = tell("xor-by-hand", XOR_BY_HAND["three neurons that nobody hears"][0]).checks
    assert answers.passed
    assert asked.message == (
        "`xor(0, 0)` gave `0`, and the neuron that it asks last says `1`. "
        "The last neuron hears the other two. Return what it says as it is, with nothing like "
        "`1 -` or `not` in front. To turn a neuron's answer round, change its weights and its bias."
    )


def test_a_last_answer_turned_round_is_told_what_turns_a_neuron() -> None:
    code = """
    def xor(a, b):
        either, both = neuron([a, b], [1, 1], -0.5), neuron([a, b], [1, 1], -1.5)
        return 1 - neuron([either, both], [-1, 1], 0.5)
    """
    answers, asked = tell("xor-by-hand", code).checks
    assert answers.passed
    assert "nothing like `1 -` or `not` in front" in asked.message
