"""Find the name that was probably meant."""

from collections.abc import Iterable


def distance(first: str, second: str) -> int:
    """Return how many slips of the keyboard turn one word into the other.

    A slip is a letter too many, too few, wrong, or two letters swapped.

    >>> distance("wieght", "weight")
    1
    """
    before: list[int] = []
    row = list(range(len(second) + 1))
    for i, left in enumerate(first, 1):
        older, before, row = before, row, [i]
        for j, right in enumerate(second, 1):
            cost = min(before[j] + 1, row[-1] + 1, before[j - 1] + (left != right))
            if older and j > 1 and left == second[j - 2] and first[i - 2] == right:
                cost = min(cost, older[j - 2] + 1)
            row.append(cost)
    return row[-1]


def nearest(word: str, candidates: Iterable[str]) -> str | None:
    """Return the candidate that `word` is most likely a misspelling of, if one is near.

    >>> nearest("wieghts", ["bias", "weights", "weighted_sum"])
    'weights'
    """
    allowed = 2 if len(word) > 5 else 1
    best: tuple[float, str] | None = None
    for candidate in candidates:
        if candidate == word:
            continue
        score = _score(word, candidate, allowed)
        if score is not None and (best is None or score < best[0]):
            best = (score, candidate)
    return best[1] if best else None


def _score(word: str, candidate: str, allowed: int) -> float | None:
    if _plain(word) == _plain(candidate):
        return 0.5
    if min(len(word), len(candidate)) < 3 or abs(len(word) - len(candidate)) > allowed:
        return None
    if len(set(word.lower()) ^ set(candidate.lower())) > 2 * allowed:
        return None
    score = distance(word.lower(), candidate.lower())
    if score > allowed:
        return None
    return score + (0.25 if word[0].lower() != candidate[0].lower() else 0)


def _plain(word: str) -> str:
    """Return the word without what is easily got wrong: capitals, underscores."""
    return word.lower().replace("_", "")
