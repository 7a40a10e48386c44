"""Objects that misbehave when somebody looks at them."""

from tests.browser.hostile.cell import Nasty


def broken(method: str, use: str, sees: str, error: str = "ValueError('broken')") -> Nasty:
    return Nasty(f"class A:\n    def {method}(self, *rest): raise {error}\n{use}", sees)


CELLS = {
    "repr": broken("__repr__", "A()", "broken"),
    "repr exits": broken("__repr__", "A()", "asked Python to stop", "SystemExit"),
    "str": broken("__str__", "print(A())", "broken"),
    "str of an error": Nasty(
        "class Bad(Exception):\n    def __str__(self): raise KeyError\nraise Bad", "Bad"
    ),
    "repr of a number": Nasty("class A:\n    def __repr__(self): return 5\nA()", "TypeError"),
    "eq": broken("__eq__", "A() == 1", "broken"),
    "hash": broken("__hash__", "{A(): 1}", "broken"),
    "bool": broken("__bool__", "if A(): pass", "broken"),
    "getattribute": broken("__getattribute__", "a = A()\na", "broken"),
    "del": broken("__del__", "a = A()\ndel a\nprint('after')", "after"),
    "class": Nasty(
        "class A:\n    __class__ = property(lambda self: 1 / 0)\nA()", "ZeroDivisionError"
    ),
    "metaclass": Nasty(
        "class M(type):\n    def __getattribute__(cls, name): raise OSError\n"
        "class A(metaclass=M): pass\nA",
        "<class '__main__.A'>",
    ),
    "text in disguise": Nasty(
        "class S(str):\n    def __len__(self): return -1\n    def count(self, *_): return 1 / 0\n"
        "    def __getitem__(self, key): return self\nprint(S('text'))",
        "text",
    ),
    "html of an error": broken("_repr_html_", "A()", "broken"),
    "error with notes": Nasty("e = ValueError('v')\ne.__notes__ = 5\nraise e", "ValueError"),
    "error in a circle": Nasty(
        "a = ValueError('a')\nb = ValueError('b')\na.__cause__ = b\nb.__cause__ = a\nraise a",
        "Its message is: a",
    ),
    "raises a number": Nasty("raise 5", "TypeError"),
}
