"""Floods of output, and text that a browser is slow to show."""

from tests.browser.hostile.cell import Nasty

CUT = "This is a lot of output"
LEFT_OUT = "more characters are not shown"

CELLS = {
    "10,000 lines": Nasty("for i in range(10_000): print('line', i)", "line 9999"),
    "lines": Nasty("for i in range(100_000): print(i)", CUT),
    "one line": Nasty("print('x' * 10_000_000)", CUT),
    "a line of a million": Nasty("print('x' * 999_000)", f"(989,000 {LEFT_OUT})"),
    "pieces": Nasty("for i in range(100_000): print('y', end='')", f"(90,000 {LEFT_OUT})"),
    "empty lines": Nasty("print('\\n' * 500_000)", CUT),
    "errors": Nasty("import sys\nfor i in range(20_001): print(i, file=sys.stderr)", CUT),
    "both in turn": Nasty(
        "import sys\nfor i in range(10_001):\n    print(i)\n    print(i, file=sys.stderr)", CUT
    ),
    "endless": Nasty("while True: print('flood ' * 20)", "Stopped.", "flood"),
    "past Python": Nasty("import os\nfor i in range(9_000): os.write(1, b'raw\\n')", "raw"),
    "carriage returns": Nasty("for i in range(50_000): print(i, end='\\r')", "49999"),
    "colours": Nasty("print('\\x1b[31mred\\x1b[0m ' * 20_000)", LEFT_OUT),
    "bare escapes": Nasty("print('\\x1b[' * 100_000, 'end')", LEFT_OUT),
    "screen codes": Nasty("print('\\x1b[2J\\x1b[H\\x1b]0;title\\x07clear')", "clear"),
    "many marks": Nasty("print('e' + '\\u0301' * 50_000)", f"(49,984 {LEFT_OUT})"),
    "marks in a value": Nasty("'e' + '\\u0301' * 50_000", f"(49,984 {LEFT_OUT})"),
    "marks in a message": Nasty("raise ValueError('e' + '\\u0301' * 50_000)", "ValueError"),
    "letters that join": Nasty("print('\\u0628' * 50_000)", f"(40,000 {LEFT_OUT})"),
    "turned text": Nasty("print('\\u2067a\\u2069\\u05d0' * 20_000)", LEFT_OUT),
    "tags": Nasty("print('<b>bold</b><script>1</script>' * 1000)", "<b>bold</b><script>"),
    "large value": Nasty("'z' * 5_000_000", "characters in all"),
    "long message": Nasty("raise ValueError('m' * 3_000_000)", "ValueError"),
    "many warnings": Nasty(
        "import warnings\nfor i in range(3000): warnings.warn(f'warning {i}')", "warning 2999"
    ),
}
