"""A neuron that finds its own weights: the perceptron and its learning rule.

Source: Rosenblatt (1958), "The perceptron: a probabilistic model for information storage and
organization in the brain", and (1962) "Principles of Neurodynamics". That it always finds a line
where there is one was proved by Novikoff (1962), "On convergence proofs on perceptrons".
"""

from collections.abc import Sequence
from dataclasses import dataclass, field

from engine.nn.neuron import neuron

Example = tuple[Sequence[float], int]


@dataclass
class History:
    """What happened while a perceptron learned.

    Args:
        mistakes: For each epoch, how many examples it got wrong when it met them.
        steps: The weights and the bias after every example, in the order they were met.
    """

    mistakes: list[int] = field(default_factory=list)
    steps: list[tuple[list[float], float]] = field(default_factory=list)


class Perceptron:
    """One neuron with a learning rule.

    >>> gate = Perceptron(2)
    >>> history = gate.train([([0, 0], 0), ([0, 1], 0), ([1, 0], 0), ([1, 1], 1)], 10, 0.5)
    >>> [gate.predict(x) for x in ([0, 0], [0, 1], [1, 0], [1, 1])]
    [0, 0, 0, 1]
    """

    def __init__(self, inputs: int) -> None:
        """Start with every weight and the bias at 0: the neuron knows nothing yet."""
        self.w: list[float] = [0.0] * inputs
        self.b: float = 0.0

    def predict(self, x: Sequence[float]) -> int:
        """Return 1 or 0 for one example's inputs."""
        return neuron(x, self.w, self.b)

    def learn(self, x: Sequence[float], target: int, lr: float) -> int:
        """Nudge the weights and the bias after one example, and return the error.

        Args:
            x: The example's inputs.
            target: The right answer, 0 or 1.
            lr: The learning rate: how big a nudge is.

        Returns:
            1 if it should have fired and did not, -1 the other way round, 0 if it was right.

        Source: Rosenblatt (1962); Lesson 2.
        """
        # error = target - prediction. It is 0 when the answer is right: then nothing moves.
        error = target - self.predict(x)
        # w[i] += lr * error * x[i].  An input of 0 took no part, so its weight stays.
        for i, value in enumerate(x):
            self.w[i] += lr * error * value
        # b += lr * error.  The bias is a weight whose input is always 1.
        self.b += lr * error
        return error

    def train(self, data: Sequence[Example], epochs: int, lr: float) -> History:
        """Go through the data several times and return what happened.

        Args:
            data: Pairs of inputs and target, in the order in which they are met.
            epochs: How many times to go through all of the data.
            lr: The learning rate.
        """
        history = History()
        for _ in range(epochs):
            mistakes = 0
            for x, target in data:
                error = self.learn(x, target, lr)
                # An error of -1 is a mistake as much as one of 1.
                mistakes += abs(error)
                history.steps.append((list(self.w), self.b))
            history.mistakes.append(mistakes)
        return history


def train(data: Sequence[Example], epochs: int, lr: float) -> tuple[list[float], float]:
    """Return the weights and the bias that the learning rule finds, starting from zeros.

    Source: Lesson 2.

    >>> train([([0], 1), ([1], 0)], 4, 1)
    ([-1.0], 0.0)
    """
    perceptron = Perceptron(len(data[0][0]))
    perceptron.train(data, epochs, lr)
    return perceptron.w, perceptron.b


def accuracy(data: Sequence[Example], w: Sequence[float], b: float) -> float:
    """Return the part of the examples that a neuron gets right, from 0.0 to 1.0.

    Raises:
        ValueError: There are no examples, so no number would be true.

    Source: Lesson 2.

    >>> accuracy([([0], 0), ([1], 1)], [0.0], 0.0)
    0.5
    """
    if len(data) == 0:
        raise ValueError("there are no examples to be right about")
    right = sum(neuron(x, w, b) == target for x, target in data)
    return right / len(data)


def epochs_to_learn(data: Sequence[Example], lr: float, limit: int) -> int | None:
    """Return the number of the first epoch with no mistake, or None if all up to `limit` have one.

    Args:
        data: Pairs of inputs and target, in the order in which they are met.
        lr: The learning rate.
        limit: How many epochs there may be.

    Source: Lesson 2.

    >>> epochs_to_learn([([0], 1), ([1], 0)], 1, 10), epochs_to_learn([([0], 1), ([1], 0)], 0, 10)
    (3, None)
    """
    perceptron = Perceptron(len(data[0][0]))
    for epoch in range(1, limit + 1):
        # A mistake counts when it is met, though its nudge may repair it at once.
        if perceptron.train(data, 1, lr).mistakes == [0]:
            return epoch
    return None
