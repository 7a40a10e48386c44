"""Remember what was made from what, so that only what has changed is made again."""

from collections.abc import Callable, Hashable
from typing import Generic, TypeVar

Made = TypeVar("Made")


class Memo(Generic[Made]):
    """What was made, by the key of all that it was made from; what is not used is forgotten.

    >>> memo = Memo[int]()
    >>> memo.get("two", lambda: 2), memo.get("two", lambda: 3)
    (2, 2)
    """

    def __init__(self) -> None:
        """Start with nothing."""
        self.earlier: dict[Hashable, Made] = {}
        self.used: dict[Hashable, Made] = {}

    def get(self, key: Hashable, make: Callable[[], Made]) -> Made:
        """Return what was made for a key; if nothing was, make it."""
        if key not in self.used:
            self.used[key] = self.earlier[key] if key in self.earlier else make()
        return self.used[key]

    def forget_unused(self) -> None:
        """Forget what was not asked for since this was called last."""
        self.earlier, self.used = self.used, {}
