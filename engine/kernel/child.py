"""The learner's realm as a process of its own: one JSON line in for each program, one out.

Run as a file by `engine.grading.realm`, isolated (`python -I`). The lines go over copies of
standard input and output; a program that prints, even past Python, finds the originals closed off.
"""

import json
import os
import sys
from io import BufferedReader, BufferedWriter
from pathlib import Path

ENGINE = Path(__file__).resolve().parent.parent


def channel() -> tuple[BufferedReader, BufferedWriter]:
    """Return copies of standard input and output, and close off the originals."""
    reader = os.fdopen(os.dup(0), "rb")
    writer = os.fdopen(os.dup(1), "wb")
    nowhere = os.open(os.devnull, os.O_RDWR)
    for number in (0, 1, 2):
        os.dup2(nowhere, number)
    os.close(nowhere)
    return reader, writer


def limit_memory(size: int) -> None:
    """Keep a program that asks for ever more memory from taking the whole machine's."""
    try:
        import resource
    except ImportError:
        return
    resource.setrlimit(resource.RLIMIT_AS, (size, size))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def folders() -> list[str]:
    """Return where the libraries are that a program may import."""
    found = [folder for folder in sys.path if folder]
    found += [sys.prefix, sys.base_prefix, os.path.dirname(os.__file__), os.getcwd()]
    return [*found, "/dev/null", "/dev/urandom"]


def serve() -> None:
    """Observe programs until there are no more."""
    reader, writer = channel()
    first = json.loads(reader.readline())
    libraries = folders()
    sys.path.insert(0, str(ENGINE.parent))
    from engine.kernel.baseline import Baseline
    from engine.kernel.guard import guard
    from engine.kernel.observe import Observer

    sys.path.pop(0)
    limit_memory(first["memory"])
    observer = Observer(Baseline())
    hidden = [path for name in ("engine.grading", *first["hidden"]) for path in places(name)]
    guard([*libraries, str(ENGINE)], hidden)
    # From now on the time counts that a program may take.
    writer.write(b"{}\n")
    writer.flush()
    for line in reader:
        request = json.loads(line)
        answer = observer.observe(request["code"], request["setup"], request["plan"])
        writer.write(json.dumps(answer).encode() + b"\n")
        writer.flush()
    os._exit(0)


def places(module: str) -> tuple[str, str]:
    """Return where a module's source and its compiled form are, without their endings."""
    source = ENGINE.parent.joinpath(*module.split("."))
    return str(source), str(source.parent / "__pycache__" / source.name)


if __name__ == "__main__":
    serve()
