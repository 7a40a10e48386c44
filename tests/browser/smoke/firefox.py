"""Firefox without a window, driven over Marionette: the wire that Firefox itself listens on.

Its usual driver, geckodriver, is in none of Debian's packages; it too speaks Marionette.
"""

import json
import socket
from contextlib import ExitStack
from itertools import count
from pathlib import Path
from typing import Any

from builder.other_browsers import firefox_path
from tests.browser.smoke.process import Process
from tests.browser.smoke.webdriver import WebDriverError

PREFERENCES = {
    # Any free port, which is then told in the log.
    "marionette.port": 0,
    "remote.log.level": "Info",
    # Errors of scripts are printed.
    "browser.dom.window.dump.enabled": True,
    "devtools.console.stdout.content": True,
}
LISTENING = r"Listening on port (\d+)"
SCRIPT_ERROR = r"^JavaScript error: http|^console\.error: \""
# Where the wire's own names differ.
NAMES = {"FindElementsWithin": "FindElements"}
ANSWER_SECONDS = 120.0


class Firefox:
    """Firefox with a profile of its own."""

    def __init__(self, folder: Path) -> None:
        """Start Firefox and a session in it."""
        profile = folder / "profile"
        profile.mkdir()
        lines = (f"user_pref({json.dumps(k)}, {json.dumps(v)});" for k, v in PREFERENCES.items())
        (profile / "user.js").write_text("\n".join(lines), encoding="utf-8")
        command = [str(firefox_path()), "--headless", "--marionette", "--profile", str(profile)]
        with ExitStack() as stack:
            self.process = Process(command, folder / "firefox.log")
            stack.callback(self.process.end)
            self.open_wire(int(self.process.wait_for_line(LISTENING)))
            stack.pop_all()

    def open_wire(self, port: int) -> None:
        """Connect to Firefox, which says hello, and start a session."""
        self.socket = socket.create_connection(("127.0.0.1", port), timeout=ANSWER_SECONDS)
        self.stream = self.socket.makefile("rb")
        self.numbers = count(1)
        self.receive()
        self.send("NewSession")

    def send(self, command: str, **parameters: object) -> Any:
        """Send a command and return its result."""
        if command == "TakeScreenshot":
            parameters["full"] = False
        if command == "FindElementsWithin":
            parameters["element"] = parameters.pop("id")
        name = f"WebDriver:{NAMES.get(command, command)}"
        packet = json.dumps([0, next(self.numbers), name, parameters]).encode()
        self.socket.sendall(b"%d:%b" % (len(packet), packet))
        _, _, error, result = self.receive()
        if error:
            raise WebDriverError(f"{error['error']}: {error['message']}")
        is_plain = isinstance(result, dict) and set(result) == {"value"}
        return result["value"] if is_plain else result

    def receive(self) -> Any:
        """Return the next message: its length, a colon, and JSON."""
        length = b""
        while (digit := self.stream.read(1)) != b":":
            length += digit
        return json.loads(self.stream.read(int(length)))

    def errors(self) -> list[str]:
        """Return the errors of scripts that Firefox has printed since it was last asked."""
        return self.process.new_lines(SCRIPT_ERROR)

    def close(self) -> None:
        """End Firefox."""
        self.stream.close()
        self.socket.close()
        self.process.end()
