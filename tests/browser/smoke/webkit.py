"""WebKitGTK's small browser on a screen of its own, driven by WebKit's driver."""

import json
import os
import socket
from contextlib import ExitStack
from http.client import HTTPConnection
from pathlib import Path
from typing import Any

from builder.other_browsers import webkit_programs
from tests.browser.smoke.process import Process
from tests.browser.smoke.webdriver import WebDriverError

COMMANDS = {
    "NewSession": ("POST", "/session"),
    "Navigate": ("POST", "/session/{session}/url"),
    "Refresh": ("POST", "/session/{session}/refresh"),
    "ExecuteScript": ("POST", "/session/{session}/execute/sync"),
    "ExecuteAsyncScript": ("POST", "/session/{session}/execute/async"),
    "FindElements": ("POST", "/session/{session}/elements"),
    "FindElementsWithin": ("POST", "/session/{session}/element/{id}/elements"),
    "GetComputedLabel": ("GET", "/session/{session}/element/{id}/computedlabel"),
    "ElementClick": ("POST", "/session/{session}/element/{id}/click"),
    "ElementSendKeys": ("POST", "/session/{session}/element/{id}/value"),
    "SetWindowRect": ("POST", "/session/{session}/window/rect"),
    "TakeScreenshot": ("GET", "/session/{session}/screenshot"),
}
SCREEN = ["-displayfd", "2", "-screen", "0", "1400x1000x24", "-nolisten", "tcp"]
ARGUMENTS = ["--automation", "--enable-write-console-messages-to-stdout=true"]
SCRIPT_ERROR = r"CONSOLE \w+ ERROR"
ANSWER_SECONDS = 120.0


class WebKit:
    """WebKitGTK's MiniBrowser."""

    def __init__(self, folder: Path) -> None:
        """Start a screen, the driver and the browser."""
        with ExitStack() as self.stack:
            port = free_port()
            self.start_programs(folder, port)
            self.connection = HTTPConnection("127.0.0.1", port, timeout=ANSWER_SECONDS)
            self.driver.wait_for(self.connect)
            options = {"binary": str(webkit_programs().browser), "args": ARGUMENTS}
            wanted = {"alwaysMatch": {"webkitgtk:browserOptions": options}}
            self.session = self.send("NewSession", capabilities=wanted)["sessionId"]
            self.stack = self.stack.pop_all()

    def start_programs(self, folder: Path, port: int) -> None:
        """Start a screen, and the driver there."""
        programs = webkit_programs()
        xvfb = self.start([str(programs.screen), *SCREEN], folder / "screen.log")
        display = xvfb.wait_for_line(r"^(\d+)\n")
        command = [str(programs.driver), "--host=127.0.0.1", f"--port={port}"]
        environment = {**os.environ, "DISPLAY": f":{display}", "GDK_BACKEND": "x11"}
        self.driver = self.start(command, folder / "webkit.log", environment)

    def start(self, *arguments: Any) -> Process:
        """Start a program that ends with this one."""
        process = Process(*arguments)
        self.stack.callback(process.end)
        return process

    def connect(self) -> bool:
        """Tell whether the driver answers."""
        try:
            self.connection.connect()
        except OSError:
            return False
        return True

    def send(self, command: str, **parameters: object) -> Any:
        """Send a command and return its result."""
        method, path = COMMANDS[command]
        names = {"session": getattr(self, "session", ""), "id": parameters.pop("id", "")}
        body = json.dumps(parameters) if method == "POST" else None
        self.connection.request(method, path.format(**names), body)
        response = self.connection.getresponse()
        value = json.load(response)["value"]
        if response.status != 200:
            raise WebDriverError(f"{value['error']}: {value['message']}")
        return value

    def errors(self) -> list[str]:
        """Return the errors of scripts that WebKit has printed since it was last asked."""
        return self.driver.new_lines(SCRIPT_ERROR)

    def close(self) -> None:
        """End the browser, the driver and the screen."""
        self.connection.close()
        self.stack.close()


def free_port() -> int:
    """Return a port that nobody listens on."""
    with socket.create_server(("127.0.0.1", 0)) as taken:
        return int(taken.getsockname()[1])
