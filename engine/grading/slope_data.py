"""The numbers and functions with which the exercises of lesson 4 are checked."""

from random import Random

from engine.grading.spec import Arguments, Code, quarters

# The numbers of the lesson: every total lands on 0, so every sigmoid is one half.
LESSON = (2.0, 1.0, 0.5, -1.0, 3.0, -1.5)
OTHER = (1.0, 0.0, 0.8, 0.25, -1.5, 0.5)
SQUARE = Code("lambda x: x * x")
CUBE = Code("lambda x: x ** 3 - 2 * x")
STRAIGHT = Code("lambda x: 5 - 3 * x")
WAVE = Code("lambda x: math.sin(x)")


def hundredths(random: Random, count: int, size: int = 2) -> list[float]:
    """Return random numbers with two digits behind the point."""
    return [random.randint(-100 * size, 100 * size) / 100 for _ in range(count)]


def one_total(random: Random) -> Arguments:
    """Return the total of a neuron."""
    return (random.randint(-800, 800) / 100,)


def two_answers(random: Random) -> Arguments:
    """Return a prediction and a target."""
    return random.randint(0, 100) / 100, random.randint(0, 1)


def one_chain(random: Random) -> Arguments:
    """Return an input and the four numbers of two neurons."""
    return tuple(hundredths(random, 5))


def one_example(random: Random) -> Arguments:
    """Return an input, a target and the four numbers of two neurons."""
    x, *rest = hundredths(random, 5)
    return x, random.randint(0, 1), *rest


def one_place(random: Random) -> Arguments:
    """Return a function, a place and how far to nudge."""
    f = random.choice([SQUARE, CUBE, STRAIGHT, WAVE])
    return f, hundredths(random, 1)[0], random.choice([0.5, 0.1, 0.01])


def one_move(random: Random) -> Arguments:
    """Return parameters, their slopes and a rate."""
    count = random.randint(1, 9)
    return quarters(random, count), quarters(random, count), random.choice([0.25, 0.5, 1, 2])


def one_check(random: Random) -> Arguments:
    """Return a function of three parameters and slopes of which one is far off."""
    params = hundredths(random, 3)
    slopes = [2 * params[0], params[2], params[1]]
    slopes[random.randrange(3)] += random.choice([-0.75, 0.5, 2])
    return Code("lambda p: p[0] ** 2 + p[1] * p[2]"), params, slopes


def one_training(random: Random) -> Arguments:
    """Return a few examples and where to start."""
    data = [(x, random.randint(0, 1)) for x in hundredths(random, random.randint(2, 4))]
    return data, hundredths(random, 4), random.randint(1, 3), random.choice([0.5, 1, 2])


def one_xor_training(random: Random) -> Arguments:
    """Return nine numbers to start from."""
    return hundredths(random, 9), random.randint(1, 3), random.choice([0.5, 1, 2])


PRODUCT = Code("lambda p: p[0] * p[1]")
MIXED = Code("lambda p: p[0] ** 2 + 3 * p[1] - p[2]")
CURVE = [(-1.0, 0), (0.0, 0), (1.0, 1), (2.0, 1)]
START = [0.5, 0.0, 1.0, 0.0]
