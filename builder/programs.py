"""Read the Python files that a command is given."""

from pathlib import Path

from builder.cli import WrongUse


def read_program(name: str) -> str:
    """Return the program in a file.

    Raises:
        WrongUse: The file cannot be read as text.
    """
    try:
        data = Path(name).read_bytes()
        text = data.decode("utf-8-sig")
    except (OSError, ValueError) as error:
        raise WrongUse(f"'{name}' {why_unreadable(error)}") from error
    if "\0" in text:
        raise WrongUse(f"'{name}' is not text: name a Python file")
    return text


def why_unreadable(error: OSError | ValueError) -> str:
    """Return what is wrong with a file, and what to do."""
    if isinstance(error, FileNotFoundError):
        return "does not exist: check the name"
    if isinstance(error, IsADirectoryError):
        return "is a folder: name a Python file"
    if isinstance(error, UnicodeDecodeError):
        return "is not text in UTF-8: name a Python file"
    reason = error.strerror if isinstance(error, OSError) else str(error)
    return f"cannot be read ({reason}): check the name"
