"""How hard a text is to read, by the Flesch-Kincaid grade.

Kincaid, Fishburne, Rogers and Chissom, "Derivation of new readability formulas for Navy enlisted
personnel", 1975. A library would fetch a dictionary at run time; for the syllables of English
words, their groups of vowels are near enough.
"""

import re

FENCE = re.compile(r"^```.*?^```$", re.MULTILINE | re.DOTALL)
CODE = re.compile(r"`[^`]*`")
LINK = re.compile(r"\[([^\]]*)\]\([^)]*\)")
SENTENCE_END = re.compile(r"[.!?:]+(?=\s|$)")
WORD = re.compile(r"[A-Za-z][A-Za-z']*|\d+(?:\.\d+)?")


def prose(markdown: str) -> str:
    """Return the words of Markdown; code in a sentence counts as one short word."""
    return LINK.sub(r"\1", CODE.sub("it", FENCE.sub("", markdown)))


def syllables(word: str) -> int:
    """Return about how many syllables a word has.

    >>> [syllables(word) for word in ("weight", "neuron", "derivative", "make", "table", "used")]
    [1, 2, 4, 1, 2, 1]
    """
    word = word.lower()
    groups = len(re.findall(r"[aeiouy]+", word))
    if re.search(r"[^aeioulr]es?$|[^aeioutd]ed$|[aeiouy][lr]es?$", word) and groups > 1:
        groups -= 1
    return max(1, groups)


def grade(markdown: str) -> float:
    """Return the school year that a text can be read in.

    >>> grade("The cat sat on the mat. It was warm.") < 1
    True
    >>> grade("Differentiation of multidimensional transformations is sophisticated.") > 20
    True
    """
    text = prose(markdown)
    words = WORD.findall(text)
    sentences = max(1, len(SENTENCE_END.findall(text)))
    spoken = sum(syllables(word) for word in words)
    return 0.39 * len(words) / sentences + 11.8 * spoken / len(words) - 15.59
