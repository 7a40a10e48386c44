"""Lesson 5: a network on arrays: sigmoid, forwards, backwards, start, training, batches, MLP."""

from random import Random

from engine.grading import array_data as data
from engine.grading import array_judges, batch_judge, network_judges
from engine.grading import array_probes as probes
from engine.grading.array_data import PARAMETERS, XOR_T, XOR_X, generator
from engine.grading.slow import ARRAYS
from engine.grading.spec import Calls, Exercise, Part, Probe, array

HOME = "engine.nn.two_layers"
MLP = "engine.nn.mlp"
ACTIVATIONS = "engine.nn.activations"
BATCHES = "engine.nn.batches"


def sigmoid(Z: object) -> object:
    """Return the reference's answer; numpy is loaded only here."""
    from engine.nn.two_layers import sigmoid as reference

    return reference(Z)  # type: ignore[arg-type]


def forward(*arguments: object) -> object:
    """Return the reference's answers."""
    from engine.nn.two_layers import forward as reference

    return reference(*arguments)  # type: ignore[arg-type]


def backward(*arguments: object) -> object:
    """Return the reference's slopes."""
    from engine.nn.two_layers import backward as reference

    return reference(*arguments)  # type: ignore[arg-type]


NETWORK = ("X", *PARAMETERS)
BOTH_LAYERS = (Part("H", ("example", "hidden neuron")), Part("Y", ("example", "output")))
SLOPES = tuple(Part(f"d{name}", axes) for name, axes in PARAMETERS.items())
LARGE = array([[1000.0, -1000.0], [0.0, 5.0]])
SHOWN = (
    array([[1, 0], [0, 1], [1, 1]]),
    array([[1, -1], [1, -1]]),
    array([-0.5, 1.5]),
    array([[1], [1]]),
    array([-1.5]),
)

SIGMOID = Exercise(
    id="np-sigmoid",
    names=("sigmoid",),
    faster=ARRAYS,
    withholds=(ACTIVATIONS, HOME, MLP),
    checks=(
        Calls(
            "works on each number of an array",
            "sigmoid",
            sigmoid,
            (
                (array([[0.0, 2.0], [-2.0, 0.5]]),),
                (array([-6.0, 0.0, 6.0]),),
                (array([[1, 2, 3]], "int64"),),
            ),
            wants="array",
            given=("Z",),
            parts=(Part(),),
        ),
        Calls(
            "works far out",
            "sigmoid",
            sigmoid,
            ((LARGE,),),
            wants="array",
            given=("Z",),
            parts=(Part(),),
        ),
        Probe(
            "never makes numpy warn",
            probes.WARNINGS,
            "sigmoid({0})",
            cases=((LARGE,), (array([-800.0, 800.0]),)),
            judge=array_judges.is_quiet,
        ),
        Calls(
            "works for any shape",
            "sigmoid",
            sigmoid,
            random=data.one_array,
            wants="array",
            given=("Z",),
            parts=(Part(),),
        ),
    ),
)

FORWARD = Exercise(
    id="np-forward",
    names=("forward",),
    faster=ARRAYS,
    withholds=(HOME, MLP),
    checks=(
        Calls(
            "gives both layers' answers",
            "forward",
            forward,
            (SHOWN,),
            given=NETWORK,
            parts=BOTH_LAYERS,
        ),
        Calls(
            "works for any sizes",
            "forward",
            forward,
            (
                data.network_of(Random(1), 5, 2, 3, 1),
                data.network_of(Random(2), 2, 3, 4, 2),
                data.network_of(Random(3), 1, 4, 2, 3),
            ),
            random=data.one_forward,
            given=NETWORK,
            parts=BOTH_LAYERS,
        ),
    ),
)

BACKWARD = Exercise(
    id="np-backward",
    names=("backward",),
    faster=ARRAYS,
    withholds=(HOME, MLP),
    checks=(
        Calls(
            "gives the four slopes for one example",
            "backward",
            backward,
            (data.backward_case(1, 1, 2, 3, 1),),
            given=("X", "T", "H", "Y", "W2"),
            parts=SLOPES,
        ),
        Calls(
            "adds up over the examples, and divides by how many there are",
            "backward",
            backward,
            (data.backward_case(2, 5, 2, 3, 1), data.backward_case(3, 4, 1, 2, 1)),
            given=("X", "T", "H", "Y", "W2"),
            parts=SLOPES,
        ),
        Calls(
            "takes the mean over all outputs too",
            "backward",
            backward,
            (data.backward_case(4, 1, 2, 4, 3), data.backward_case(5, 6, 3, 4, 2)),
            random=data.one_backward,
            given=("X", "T", "H", "Y", "W2"),
            parts=SLOPES,
        ),
    ),
)

INIT = Exercise(
    id="init",
    names=("init",),
    faster=ARRAYS,
    withholds=(HOME, MLP),
    checks=(
        Probe(
            "has the right shapes, zero biases and the right spread",
            probes.INIT,
            "init({0}, {1}, {2}, rng)",
            cases=(
                (100, 60, 20, generator(1)),
                (40, 90, 15, generator(3)),
            ),
            judge=array_judges.is_start,
        ),
        Probe(
            "takes its random numbers from rng",
            probes.INIT,
            "init({0}, {1}, {2}, rng)",
            cases=((3, 4, 2, generator(1), generator(1), generator(2)),),
            judge=array_judges.is_seeded,
        ),
    ),
)

TRAIN = Exercise(
    id="np-train",
    names=("train",),
    faster=ARRAYS,
    withholds=(HOME, MLP),
    seconds=60.0,
    checks=(
        Probe(
            "gives four arrays, and takes its random numbers from rng",
            probes.TRAIN,
            "train(X, T, {2}, {3}, {4}, rng)",
            cases=((XOR_X, XOR_T, 3, 2, 1, [1, 1, 2]),),
            judge=network_judges.is_seeded_training,
        ),
        Probe(
            "solves XOR with 4 hidden neurons for at least 8 of 10 seeds",
            probes.TRAIN,
            "train(X, T, {2}, {3}, {4}, rng)",
            cases=((XOR_X, XOR_T, 4, 1000, 10, list(range(10))),),
            judge=network_judges.solves_xor,
        ),
        Probe(
            "solves XOR with 8 hidden neurons for at least 8 of 10 seeds",
            probes.TRAIN,
            "train(X, T, {2}, {3}, {4}, rng)",
            cases=((XOR_X, XOR_T, 8, 2000, 5, list(range(20, 30))),),
            judge=network_judges.solves_xor,
        ),
    ),
)

MINIBATCHES = Exercise(
    id="minibatches",
    names=("minibatches",),
    faster=ARRAYS,
    withholds=(BATCHES,),
    checks=(
        Probe(
            "gives every row once, with its target, in batches of the size",
            probes.BATCHES,
            "minibatches(X, T, {1}, rng)",
            cases=tuple(
                (*sizes, generator(seed), generator(seed))
                for seed, sizes in enumerate(((6, 2), (7, 3), (5, 5)))
            ),
            judge=batch_judge.are_batches,
        ),
        Probe(
            "works for any number of rows",
            probes.BATCHES,
            "minibatches(X, T, {1}, rng)",
            cases=tuple(
                (*sizes, generator(seed), generator(seed))
                for seed, sizes in enumerate(((4, 9), (1, 1), (40, 7)), 3)
            ),
            judge=batch_judge.are_batches,
        ),
    ),
)

MLP_CLASS = Exercise(
    id="mlp",
    names=("MLP",),
    faster=ARRAYS,
    withholds=(HOME, MLP),
    seconds=60.0,
    checks=(
        Probe(
            "predicts with any number of layers",
            probes.PREDICT,
            "MLP({0}, rng).predict(X)",
            cases=(
                ([2, 3, 1], 5, generator(1), generator(1), generator(2)),
                ([3, 5, 4, 2], 7, generator(3), generator(3), generator(4)),
                ([2, 1], 4, generator(5), generator(5), generator(6)),
            ),
            judge=network_judges.is_model,
        ),
        Probe(
            "returns the loss before the step, and moves by the rate times the slopes",
            probes.STEP,
            "MLP([1, 1], rng).train_step(X, T, {1})",
            cases=(
                ([[1.0], [0.0], [1.0]], 0.5, generator(7)),
                ([[1.0, 0.0], [0.0, 1.0], [1.0, 1.0]], 0.25, generator(8)),
            ),
            judge=network_judges.is_step,
        ),
        Probe(
            "learns XOR with one hidden layer for at least 8 of 10 seeds",
            probes.LEARNS,
            "MLP({0}, rng) on XOR",
            cases=(([2, 8, 1], XOR_X, XOR_T, 1500, 8, list(range(10))),),
            judge=network_judges.solves,
        ),
        Probe(
            "learns with its biases alone where the inputs are all 0",
            probes.LEARNS,
            "MLP({0}, rng)",
            cases=(
                ([2, 3, 1], array([[0, 0]]), array([[1]]), 200, 2, list(range(10))),
                ([2, 3, 1], array([[0, 0]]), array([[0]]), 200, 2, list(range(10))),
            ),
            judge=network_judges.solves,
        ),
    ),
)

MOONS = Exercise(
    id="moons",
    names=("model",),
    faster=ARRAYS,
    provides=(
        "import numpy\n"
        "from engine.nn.data_sets import moons as _moons\n"
        "X_train, T_train = _moons(200, 0.1, numpy.random.default_rng(0))\n"
        "del _moons, numpy\n"
    ),
    seconds=60.0,
    checks=(
        Probe(
            "gets at least 97% of new points right",
            probes.MOONS,
            "model.predict(X)",
            cases=((77,), (78,)),
            judge=network_judges.knows_moons,
        ),
    ),
)

EXERCISES = (SIGMOID, FORWARD, BACKWARD, INIT, TRAIN, MINIBATCHES, MLP_CLASS, MOONS)
