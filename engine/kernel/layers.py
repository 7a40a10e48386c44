"""The layers of a network of step neurons, for the picture that folds the plane.

A learner's own `layers` are used where they are given and are XOR, else the course's.
"""

from engine.kernel.learning import read_size
from engine.kernel.observe import Observer
from engine.kernel.own_code import NotUsableError, call_own, numbers_in, outcome
from engine.kernel.wire import Json, JsonObject, WireError, text
from engine.nn.layer import XOR_LAYERS, Layer, network

SECONDS = 1.0
CASES = ((0, 0), (0, 1), (1, 0), (1, 1))
XOR = (0, 1, 1, 0)
SIZES = (2, 1)

# Runs beside the learner's code.
PROBE = """
def probe():
    return [
        ([[float(w) for w in row] for row in weights], [float(b) for b in biases])
        for weights, biases in namespace["layers"]
    ]
"""


def layers(observer: Observer, request: JsonObject) -> JsonObject:
    """Return two layers that are XOR: LayersRequest to LayersResult.

    Args:
        observer: Runs the learner's code.
        request: `code` that sets `layers`, or empty for the course's own; `setup`.
    """
    found: tuple[Layer, ...] = XOR_LAYERS
    trouble: str | None = ""
    if text(request, "code"):
        try:
            found, trouble = learner_layers(observer, request), None
        except NotUsableError as reason:
            trouble = str(reason)
    return {**outcome(trouble), "layers": [as_json(each) for each in found]}


def as_json(layer: Layer) -> list[Json]:
    """Return a layer as a list of rows of weights, and a list of biases."""
    weights, biases = layer
    return [[list(row) for row in weights], list(biases)]


def learner_layers(observer: Observer, request: JsonObject) -> tuple[Layer, ...]:
    """Return the layers that a learner's code sets.

    Raises:
        NotUsableError: The code stops, or its layers are not XOR by two hidden neurons.
    """
    step: JsonObject = {"probe": PROBE, "arguments": [], "seconds": SECONDS}
    value = call_own(observer, request, "layers", step, kind="value")
    pairs = value if isinstance(value, list) else []
    found = [read_layer(pair, size) for pair, size in zip(pairs, SIZES, strict=False)]
    whole = tuple(each for each in found if each is not None)
    if len(pairs) != len(SIZES) or len(whole) != len(SIZES):
        raise NotUsableError("its layers are not two hidden neurons and one output neuron")
    if tuple(network(case, whole)[0] for case in CASES) != XOR:
        raise NotUsableError("its layers are not XOR")
    return whole


def read_layer(pair: object, neurons: int) -> Layer | None:
    """Return one layer of so many neurons with two inputs each, or None where it is none."""
    if not isinstance(pair, tuple) or len(pair) != 2 or not isinstance(pair[0], list):
        return None
    rows = [numbers_in(row, 2) for row in pair[0]]
    biases = numbers_in(pair[1], neurons)
    whole = [row for row in rows if row is not None]
    if biases is None or len(whole) != neurons or len(rows) != neurons:
        return None
    try:
        for value in (*biases, *(weight for row in whole for weight in row)):
            read_size(value)
    except WireError:
        return None
    return whole, biases
