"""Odd text, odd sources."""

from tests.browser.hostile.cell import Nasty

CELLS = {
    "NUL in output": Nasty("print('a\\0b')", "ab"),
    "surrogate": Nasty("print('lone', chr(0xD800))", "lone"),
    "bidi": Nasty("print('\\u202e' + 'right to left')", "right to left"),
    "controls": Nasty("print(''.join(map(chr, range(32))), 'end')", "end"),
    "odd indents": Nasty("if True:\n\tx = 1\n        y = 2", "TabError"),
    "only a backslash": Nasty("\\", "SyntaxError"),
    "open quotes": Nasty('"""', "SyntaxError"),
    "a huge number": Nasty("x = " + "9" * 5000, "SyntaxError"),
    "a huge source": Nasty("exec('x = 1\\n' * 100_000)\nprint('ran')", "ran"),
    "a huge data source": Nasty("x = eval('[' + '1, ' * 300_000 + ']')\nprint(len(x))", "300000"),
    "many arguments": Nasty(
        "f = eval('lambda ' + ','.join(f'a{i}' for i in range(5000)) + ': 0')",
        "It printed nothing.",
    ),
    "encoding": Nasty("# -*- coding: rot13 -*-\nprint('read')", "read"),
}
