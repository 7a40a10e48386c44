"""On what was measured: the processor, the browser and this Python."""

import os
import platform
from pathlib import Path

from playwright.sync_api import Playwright

from builder.browser import LAUNCH_ARGUMENTS, chromium_path

CPUINFO = Path("/proc/cpuinfo")


def machine(playwright: Playwright, rounds: int) -> dict[str, object]:
    """Return what a figure depends on."""
    return {
        "cpu": cpu(),
        "cores": os.cpu_count(),
        "system": f"{platform.system()} {platform.machine()}",
        "browser": browser_version(playwright),
        "python": platform.python_version(),
        "rounds": rounds,
    }


def cpu() -> str:
    """Return the name of the processor."""
    lines = CPUINFO.read_text(encoding="utf-8").splitlines() if CPUINFO.exists() else []
    names = (line.partition(":")[2].strip() for line in lines if line.startswith("model name"))
    return next(names, platform.processor() or platform.machine())


def browser_version(playwright: Playwright) -> str:
    """Return the name and version of the browser that is measured with."""
    browser = playwright.chromium.launch(
        executable_path=chromium_path(), args=list(LAUNCH_ARGUMENTS)
    )
    try:
        return f"Chromium {browser.version}"
    finally:
        browser.close()
