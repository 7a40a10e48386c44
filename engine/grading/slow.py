"""What is said about time: code that is right but slow, and code that was stopped."""

from engine.grading.spec import Exercise

# A pass that takes more than this part of the limit is told how long it took.
LONG = 1 / 3
LOOP = "Look for a loop whose condition never becomes false."
# What makes code on arrays faster, for the exercises of lesson 5.
ARRAYS = (
    "If it loops over rows or over neurons, let arrays do that: they work on all of them at once, "
    "which is much faster."
)


def took_long(exercise: Exercise, seconds: float) -> str:
    """Return what a right but slow program is told; empty where it was quick enough.

    >>> took_long(Exercise("a", (), ()), 0.5)
    ''
    >>> took_long(Exercise("a", (), ()), 3.42)
    'Your code took 3.4 seconds here, out of 5. It passes all the same.'
    """
    if seconds <= exercise.seconds * LONG:
        return ""
    told = f"Your code took {seconds:.1f} seconds here, out of {exercise.seconds:g}. "
    return f"{told}It passes all the same. {exercise.faster}".rstrip()


def out_of_time(exercise: Exercise, call: str = "", known: str = "") -> str:
    """Return what is said of code that had to be stopped.

    Args:
        exercise: Says how long the code and all checks may take.
        call: What was running, as the learner would type it; empty where nobody knows.
        known: What is known about a call that does not end.
    """
    where = f", while it ran `{call}`" if call else ""
    told = f"Your code was stopped after {exercise.seconds:g} seconds{where}. "
    why = known or f"It may never end, or it may only be slow. {LOOP}"
    return f"{told}{why} {exercise.faster}".rstrip()
