"""Lesson files that are hard to read: each ends in problems or in a page, and soon."""

FRONT = b"---\ntitle: A\nminutes: 20\nneeds: []\nteaches: [a, b, c]\n---\n\n"


def front(text: str) -> bytes:
    """Return a lesson with this front matter."""
    return f"---\n{text}\n---\n\nWords.\n".encode()


def body(text: str) -> bytes:
    """Return a lesson with this text."""
    return FRONT + text.encode() + b"\n"


def cell(code: str) -> bytes:
    """Return a lesson with one cell, which is also an exercise's start and solution."""
    solution = (
        f"<details><summary>Solution</summary>\n\n```python solution\n{code}\n```\n\n</details>"
    )
    exercise = f"## A\n\nB\n\n```python exercise id=neuron\n{code}\n```\n\n{solution}"
    return body(f"```python run id=one\n{code}\n```\n\n{exercise}")


ALIASES = "\n".join(f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 9)}]" for n in range(1, 30))
FRONT_MATTERS = {
    "aliases that grow": front(f"a0: &a0 [x]\n{ALIASES}\ntitle: *a29\nteaches: *a29"),
    "an alias of itself": front("title: A\nteaches: &a [*a, *a, *a]\nneeds: *a\nminutes: *a"),
    "a Python object": front("title: !!python/object/apply:os.system ['touch hacked']"),
    "brackets without end": front("title: " + "[" * 900),
    "braces without end": front("needs: " + "{a: " * 2000),
    "a long number": front("minutes: " + "9" * 9000),
    "a number without bounds": front("minutes: 1e999\ntitle: 0x41\nneeds: 2001-01-01"),
    "a merge": front("<<: {title: A}\ntitle: B\ntitle: C"),
    "two documents": front("title: A\n...\ntitle: B"),
    "a tag of its own": front("title: !a!b C\n%YAML 9.9"),
    "a title of marks": front("title: '**`[x](y)`** <b>&amp;</b> {{ 1 }}'"),
}
TEXTS = {
    "deep quotes": body("> " * 3000 + "x"),
    "deep lists": body("\n".join("  " * level + "- x" for level in range(150))),
    "deep numbered lists": body("1. " * 2000 + "x"),
    "deep emphasis": body("*a **b " * 2000),
    "deep brackets": body("[" * 1500 + "x" + "](y)" * 1500),
    "deep pictures": body("![" * 5000 + "](img/a.svg)" * 5000),
    "many backticks": body(" ".join("`" * size for size in range(1, 200))),
    "many stars": body("*" * 30_000),
    "many underscores": body("_a_" * 10_000),
    "many comments": body("<!-- " * 20_000),
    "many entities": body("&#x3c;script&#x3e;" * 2000),
    "many addresses": body("<a@b" * 10_000 + "<http://" * 5000),
    "one long line": body("x" * 500_000),
    "a wide table": body("|a" * 2000 + "\n" + "|-" * 2000 + "\n" + "|x" * 2000),
    "headings of one name": body("## A\n\n" * 1500),
    "folds in folds": body("<details><summary>A</summary>\n\n" * 500 + "</details>\n\n" * 500),
    "fences in fences": body("\n".join("`" * size + "python run" for size in range(3, 200))),
    "marks without blocks": body("<!-- quiz id=a -->\n\n<!-- predict id=b -->\n\n<!-- answers -->"),
    "a bank of one letter": body("<!-- answers -->\n\n### ?\n\nAlso asked: / / / /\n\n?" * 50),
    "a widget of everything": body("<!-- widget playground " + "x=1 " * 3000 + "-->\n\n![](a.svg)"),
    "choices without words": body("Q\n\n<!-- quiz id=a -->\n\n" + "- [x]\n- [ ]\n" * 500),
    "places that are ours": body("\x02wzxhzdk:0\x03 \x02klzzwxh:0000\x03 \x02amp\x03 \x0234\x03"),
}
CODES = {
    "deep parentheses": cell("x = " + "(" * 1000 + ")" * 1000),
    "deep signs": cell("x = " + "-" * 8000 + "1"),
    "deep sums": cell("x = " + "1 + " * 4000 + "1"),
    "deep calls": cell("x" + "()" * 4000),
    "deep blocks": cell("\n".join(" " * level + "if x:" for level in range(300))),
    "deep text": cell('f"' + "{" * 500 + '"'),
    "a long integer": cell("x = " + "9" * 20_000),
    "a zero byte": cell("x = 1\0"),
    "a coding": cell("# -*- coding: rot13 -*-\nvzcbeg bf"),
    "half a character": cell("x = '\\ud800\\N{nothing}'"),
    "tabs and blanks": cell("if 1:\n\tx = 1\n        y = 2"),
    "a warning": cell("x = '\\d' is 1"),
}
BYTES = {
    "nothing": b"",
    "a mark alone": b"\xef\xbb\xbf",
    "only line ends": b"\r\r\n\n\r",
    "UTF-16": "---\ntitle: A".encode("utf-16"),
    "Latin-1": FRONT + "é".encode("latin-1"),
    "half a character": FRONT + b"\xf0\x9f\x98",
    "zeros": bytes(1000),
    "every byte": bytes(range(256)),
    "a picture": b"\x89PNG\r\n\x1a\n" + bytes(range(255, -1, -1)),
}
HOSTILE_FILES = {
    f"{kind}: {name}": data
    for kind, files in (
        ("front matter", FRONT_MATTERS),
        ("text", TEXTS),
        ("code", CODES),
        ("bytes", BYTES),
    )
    for name, data in files.items()
}
