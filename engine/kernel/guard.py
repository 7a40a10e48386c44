"""What a checked program may do on a real machine: compute, and read the libraries it uses.

In the page the browser's sandbox sees to that. In a child process on somebody's machine this does:
a hook that Python asks before it opens a file, starts a process or a connection, and that cannot be
taken out again. It keeps honest code from accidents, and answers in files from being read.
"""

import os
import sys
from collections.abc import Callable, Sequence

REFUSED = (
    "os.fork",
    "os.forkpty",
    "os.exec",
    "os.posix_spawn",
    "os.spawn",
    "os.system",
    "os.kill",
    "os.killpg",
    "os.remove",
    "os.rename",
    "os.rmdir",
    "os.link",
    "os.symlink",
    "os.chmod",
    "os.chown",
    "os.truncate",
    "pty.spawn",
    "signal.pthread_kill",
    "subprocess.Popen",
    "socket.",
    "ctypes.dlsym",
    "ctypes.call_function",
    "ctypes.string_at",
    "ctypes.cdata/buffer",
    "gc.get_objects",
    "gc.get_referrers",
    "gc.get_referents",
    "sys.addaudithook",
    "sys.remote_exec",
)
UNSAFE_MODULES = ("_posixsubprocess", "_testcapi", "_testinternalcapi")
WORDS = "this is not allowed while your code is checked"


def guard(readable: Sequence[str], hidden: Sequence[str]) -> None:
    """Refuse, from now on and for good, what checked code may not do.

    Args:
        readable: Folders whose files may be read.
        hidden: Folders in them, and modules without their endings, that may not.
    """
    open_roots = tuple(os.path.realpath(folder) for folder in readable)
    closed_roots = tuple(os.path.realpath(folder) for folder in hidden)
    sys.addaudithook(make_hook(open_roots, closed_roots, os.path.realpath, os.fsdecode, os.sep))


def make_hook(
    readable: tuple[str, ...],
    hidden: tuple[str, ...],
    realpath: Callable[[str], str],
    decode: Callable[[str | bytes], str],
    separator: str,
) -> Callable[[str, tuple[object, ...]], None]:
    """Return the hook, with everything it uses bound here, out of the program's way."""

    def inside(path: str, roots: tuple[str, ...]) -> bool:
        below = tuple(root + end for root in roots for end in (separator, "."))
        return path in roots or path.startswith(below)

    def may_open(path: object, flags: object) -> bool:
        if isinstance(path, int):
            return True
        if type(path) not in (str, bytes) or not isinstance(path, str | bytes):
            return False
        if isinstance(flags, int) and flags & 0o3:
            return False
        target = realpath(decode(path))
        return inside(target, readable) and not inside(target, hidden)

    def hook(event: str, arguments: tuple[object, ...]) -> None:
        if event == "open" and not may_open(arguments[0], arguments[2]):
            raise PermissionError(WORDS)
        if event == "import" and arguments[0] in UNSAFE_MODULES:
            raise ImportError(WORDS)
        if event.startswith(REFUSED):
            raise PermissionError(WORDS)
        if event == "object.__setattr__" and arguments[0] in (hook, may_open, inside):
            raise PermissionError(WORDS)

    return hook
