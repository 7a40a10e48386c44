"""More than there is: memory, digits, files."""

from tests.browser.hostile.cell import Nasty

CELLS = {
    "bytes": Nasty("x = []\nwhile True: x.append(bytearray(10 ** 8))", "MemoryError"),
    "doubling": Nasty("x = [0]\nwhile True: x = x + x", "MemoryError"),
    "list": Nasty("[0] * 10 ** 9", "MemoryError"),
    "text": Nasty("'a' * 10 ** 10", "OverflowError"),
    "shift": Nasty("1 << 10 ** 11", "OverflowError"),
    "digits": Nasty("str(10 ** 5000)", "ValueError"),
    "format": Nasty("f'{1:>{10 ** 10}}'", "ValueError"),
    "a huge file": Nasty(
        "with open('full', 'wb') as file:\n    file.seek(10 ** 11)\n    file.write(b'x')",
        "OverflowError",
    ),
    "fills the disk": Nasty(
        "print('begun')\nwith open('full', 'wb') as file:\n"
        "    while True: file.write(bytes(10 ** 5))",
        "Stopped.",
        "begun",
    ),
    "many files": Nasty(
        "for i in range(3000): open(f'/tmp/{i}', 'w').close()\nprint('written')", "written"
    ),
}
