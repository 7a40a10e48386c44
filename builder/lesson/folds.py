"""Put what stands inside `<details>` together: hints, mistakes, solutions, and plain ones."""

from collections.abc import Iterable

from builder.lesson.pieces import Fence, Fold, FoldEnd, FoldStart, Mark, Piece, Text, Title, Token
from builder.lesson.problems import Problems, nearest

KINDS = ("hint", "mistake", "solution")
FORMS = {"hint": "Hint 1", "mistake": "Mistake: what is wrong", "solution": "Solution"}


class FoldGrouper:
    """Turn the tokens of one lesson into pieces; plain folds become text again.

    `fold` is the hint, mistake or solution that is open, `plain` counts the plain folds that are.
    """

    def __init__(self, problems: Problems) -> None:
        """Start with nothing open."""
        self.problems = problems
        self.pieces: list[Piece] = []
        self.fold: Fold | None = None
        self.plain: list[FoldStart] = []

    def group(self, tokens: Iterable[Token]) -> list[Piece]:
        """Return the pieces."""
        for token in tokens:
            if isinstance(token, FoldStart):
                self.open(token)
            elif isinstance(token, FoldEnd):
                self.close(token)
            else:
                self.put(token)
        self.close_all("")
        return self.pieces

    def open(self, start: FoldStart) -> None:
        """Open a fold; a hint, mistake or solution closes whatever is still open."""
        kind, title = self.kind_of(start)
        if kind is None:
            self.plain.append(start)
            self.put(Text(start.line - 1, start.line))
            return
        self.close_all(f" before line {start.line}")
        self.fold = Fold(start.line, kind, title)
        self.pieces.append(self.fold)

    def kind_of(self, start: FoldStart) -> tuple[str | None, str]:
        """Return what a fold is by its title, None for a plain one, and its title as meant."""
        if not start.title:
            self.problems.add(start.line, "this summary has no words: write what it opens")
            return None, ""
        word = start.title.split()[0].rstrip(":")
        if word.lower() in KINDS:
            return word.lower(), start.title
        guess = nearest(word, KINDS, 0.75)
        if guess:
            message = f"unknown title '{word}': did you mean '{FORMS[guess]}'?"
            self.problems.add(start.line, message)
            return guess, guess.capitalize() + start.title[len(word) :]
        return None, start.title

    def close(self, end: FoldEnd) -> None:
        """Close the innermost fold."""
        if self.plain:
            self.plain.pop()
            self.put(Text(end.line - 1, end.line))
        elif self.fold:
            self.fold = None
        else:
            self.problems.add(end.line, "this closes no <details>: delete it")

    def close_all(self, where: str) -> None:
        """Close all folds because something starts that cannot stand in them."""
        starts: list[Fold | FoldStart] = [*self.plain]
        starts += [self.fold] if self.fold else []
        for start in starts:
            state = "not closed" if where else "never closed"
            message = f"this <details> is {state}{where}: add </details>"
            self.problems.add(start.line, message)
        self.plain = []
        self.fold = None

    def put(self, token: Text | Fence | Title | Mark) -> None:
        """Add a token to what is open."""
        if isinstance(token, Title):
            self.close_all(f" before the heading in line {token.line}")
        if self.plain and isinstance(token, Fence | Mark):
            self.refuse(token)
            return
        target = self.fold.inside if self.fold else self.pieces
        last = target[-1] if target else None
        if isinstance(token, Text) and isinstance(last, Text) and last.end == token.start:
            target[-1] = Text(last.start, token.end)
        else:
            target.append(token)

    def refuse(self, token: Fence | Mark) -> None:
        """Tell a live fence or a mark inside a plain fold."""
        what = f"the mark '{token.words[0]}'" if isinstance(token, Mark) else "a live fence"
        message = f"{what} cannot stand inside a folded section: move it out of the <details>"
        self.problems.add(token.line, message)
