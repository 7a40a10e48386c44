"""The course's engine: networks, grading, explanations and the kernel's Python side.

What a learner may import stands in `PUBLIC`, by name and home. Each is loaded when it is first
asked for, so that `import engine` costs nothing and numpy stays away until a lesson needs it.
"""

from importlib import import_module

PUBLIC = {
    "AND_GATE": "engine.nn.neuron",
    "NAND_GATE": "engine.nn.neuron",
    "NOT_GATE": "engine.nn.neuron",
    "OR_GATE": "engine.nn.neuron",
    "XOR_DATA": "engine.nn.xor_network",
    "XOR_LAYERS": "engine.nn.layer",
    "XOR_START": "engine.nn.xor_network",
    "MLP": "engine.nn.mlp",
    "History": "engine.nn.perceptron",
    "Perceptron": "engine.nn.perceptron",
    "accuracy": "engine.nn.perceptron",
    "downhill": "engine.nn.downhill",
    "epochs_to_learn": "engine.nn.perceptron",
    "circles": "engine.nn.data_sets",
    "flowers": "engine.data.iris",
    "forward": "engine.nn.two_neurons",
    "gradients": "engine.nn.two_neurons",
    "gradient_check": "engine.nn.slope",
    "layer": "engine.nn.layer",
    "loss": "engine.nn.loss",
    "network": "engine.nn.layer",
    "minibatches": "engine.nn.batches",
    "moons": "engine.nn.data_sets",
    "neuron": "engine.nn.neuron",
    "numeric_gradients": "engine.nn.array_slopes",
    "numeric_slope": "engine.nn.slope",
    "sigmoid": "engine.nn.sigmoid",
    "sigmoid_slope": "engine.nn.sigmoid",
    "spirals": "engine.nn.data_sets",
    "split": "engine.nn.batches",
    "step": "engine.nn.neuron",
    "train": "engine.nn.perceptron",
    "train_xor": "engine.nn.xor_network",
    "weighted_sum": "engine.nn.neuron",
    "xor_loss": "engine.nn.xor_network",
    "xor_network": "engine.nn.xor_network",
}

__all__ = list(PUBLIC)  # pyright: ignore[reportUnsupportedDunderAll]


def __getattr__(name: str) -> object:
    """Load a public name from its home."""
    if name not in PUBLIC:
        raise AttributeError(f"module 'engine' has no attribute '{name}'")
    return getattr(import_module(PUBLIC[name]), name)


def __dir__() -> list[str]:
    """List the public names."""
    return sorted(PUBLIC)
