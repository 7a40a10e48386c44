"""Read the front matter: what stands between two lines of `---` at the top of a lesson."""

from dataclasses import dataclass

import yaml

from builder.lesson.problems import Problems, count_of, shorten, suggest

KEYS = ("title", "minutes", "needs", "teaches")
EXAMPLES = {
    "title": "`title: One neuron`",
    "minutes": "`minutes: 30`",
    "needs": "`needs: [neuron]`, or `needs: []`",
    "teaches": "`teaches:` and three to five lines that start with `  - `",
}
RULE = "---"
LONGEST = 10_000
FEWEST_LINES, MOST_LINES = 3, 5
Values = dict[str, yaml.Node]


@dataclass(frozen=True)
class FrontMatter:
    """What a lesson says of itself; `line_of` gives the line of each of its keys."""

    title: str
    minutes: int
    needs: tuple[str, ...]
    teaches: tuple[str, ...]
    line_of: dict[str, int]


def read_front_matter(lines: list[str], problems: Problems) -> tuple[FrontMatter, int]:
    """Return the front matter, empty where it is wrong, and the index of the line after it."""
    text, end = split_front_matter(lines, problems)
    values = read_keys(text, problems) if text is not None else None
    if values is not None:
        for key in (key for key in KEYS if key not in values):
            problems.add(1, f"the front matter has no '{key}': add {EXAMPLES[key]}")
    reader = ValueReader(values or {}, problems)
    title, minutes = reader.title(), reader.minutes()
    line_of = {key: line_of_node(node) for key, node in (values or {}).items()}
    return FrontMatter(title, minutes, reader.needs(), reader.teaches(), line_of), end


def split_front_matter(lines: list[str], problems: Problems) -> tuple[str | None, int]:
    """Return the front matter's text, None without one, and the index of the line after it."""
    if lines[0].rstrip() != RULE:
        message = "the front matter is missing: start with ---, title, minutes, needs, teaches, ---"
        problems.add(1, message)
        return None, 0
    size = 0
    for index, line in enumerate(lines[1:], start=1):
        if line.rstrip() == RULE:
            return "\n".join(lines[1:index]), index + 1
        size += len(line) + 1
        if size > LONGEST:
            break
    problems.add(1, "the front matter is never closed: add a line --- after its last line")
    return None, next((index for index, line in enumerate(lines) if not line.strip()), len(lines))


def read_keys(text: str, problems: Problems) -> Values | None:
    """Return the values by key, as nodes, which know their lines; None where there are no keys."""
    try:
        node = yaml.compose(text, yaml.SafeLoader)
    except yaml.MarkedYAMLError as error:
        tell_yaml_error(error, problems)
        return None
    except (yaml.YAMLError, ValueError, OverflowError, RecursionError):
        problems.add(1, "the front matter is not valid YAML: write lines of `key: value`")
        return None
    if node is None:
        return {}
    if not isinstance(node, yaml.MappingNode):
        problems.add(2, "the front matter is not a list of keys: write lines of `key: value`")
        return None
    return collect_keys(node, problems)


def tell_yaml_error(error: yaml.MarkedYAMLError, problems: Problems) -> None:
    """Note what YAML cannot read, and where."""
    mark = error.problem_mark or error.context_mark
    reason = error.problem or "no reason given"
    has_colon = reason.startswith("mapping values")
    todo = "put text that holds a colon between quotes" if has_colon else "check marks and indents"
    line = mark.line + 2 if mark else 1
    problems.add(line, f"the front matter is not valid YAML ({reason}): {todo}")


def collect_keys(mapping: yaml.MappingNode, problems: Problems) -> Values:
    """Return the known keys of a mapping; the others are problems."""
    values: Values = {}
    for key_node, value in mapping.value:
        line = line_of_node(key_node)
        key = key_node.value if isinstance(key_node, yaml.ScalarNode) else "?"
        if key not in KEYS:
            problems.add(line, f"unknown key '{shorten(key)}': {suggest(key, KEYS)}")
        elif key in values:
            problems.add(line, f"the key '{key}' stands here twice: delete one")
        else:
            values[key] = value
    return values


def line_of_node(node: yaml.Node) -> int:
    """Return the line of a node in the lesson; the front matter starts on the second."""
    return int(node.start_mark.line) + 2


class ValueReader:
    """Read the values, each of which has to be of its own kind."""

    def __init__(self, values: Values, problems: Problems) -> None:
        """Read these values."""
        self.values = values
        self.problems = problems

    def refuse(self, key: str, message: str) -> None:
        """Note a problem at a key's value."""
        self.problems.add(line_of_node(self.values[key]), message)

    def title(self) -> str:
        """Return the title."""
        words = text_of(self.values.get("title"))
        if "title" in self.values and not words:
            self.refuse("title", "the title is not a line of text: write `title: One neuron`")
        return words

    def minutes(self) -> int:
        """Return the minutes that the lesson takes."""
        text = text_of(self.values.get("minutes"))
        if text.isascii() and text.isdigit() and 0 < int(text[:9]) < 1000:
            return int(text[:9])
        if "minutes" in self.values:
            self.refuse("minutes", "minutes is not a whole number: write `minutes: 30`")
        return 0

    def needs(self) -> tuple[str, ...]:
        """Return the ids of the lessons that this one needs."""
        return self.lines("needs", "needs is not a list of lessons: write `needs: [neuron]`")

    def teaches(self) -> tuple[str, ...]:
        """Return what the lesson teaches, three to five lines."""
        wrong = "teaches is not a list of lines: write each on its own line after `  - `"
        lines = self.lines("teaches", wrong)
        node = self.values.get("teaches")
        count = len(node.value) if lines and node else FEWEST_LINES
        if not FEWEST_LINES <= count <= MOST_LINES:
            self.refuse("teaches", f"teaches has {count_of(count, 'line')}: write three to five")
        return lines

    def lines(self, key: str, wrong: str) -> tuple[str, ...]:
        """Return a list of texts."""
        node = self.values.get(key)
        if node is None:
            return ()
        if not isinstance(node, yaml.SequenceNode) or (key == "teaches" and not node.value):
            self.refuse(key, wrong)
            return ()
        texts = [(text_of(item), line_of_node(item)) for item in node.value]
        for text, line in texts:
            if not text:
                hint = "put it between quotes if it holds a colon or starts with a sign"
                self.problems.add(line, f"this line of '{key}' is not text: {hint}")
        self.tell_twins(key, texts)
        return tuple(text for text, _ in texts if text)

    def tell_twins(self, key: str, texts: list[tuple[str, int]]) -> None:
        """Note the texts that stand in a list twice."""
        seen: set[str] = set()
        for text, line in texts:
            if text and text in seen:
                self.problems.add(line, f"'{shorten(text)}' stands in '{key}' twice: delete one")
            seen.add(text)


def text_of(node: yaml.Node | None) -> str:
    """Return the text of a node on one line, empty where it holds none."""
    if not isinstance(node, yaml.ScalarNode) or node.tag == "tag:yaml.org,2002:null":
        return ""
    return " ".join(str(node.value).split())
