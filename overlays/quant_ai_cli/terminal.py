"""What the terminal can show: its width, colours, and text that cannot take it over."""

from __future__ import annotations

import contextlib
import os
import shutil
import sys
import unicodedata
from typing import Final, TextIO

from quant_ai.errors import printable

BOLD: Final = "1"
DIM: Final = "2"
RED: Final = "31"


def is_terminal(stream: TextIO | None) -> bool:
    """Whether a stream is a terminal."""
    try:
        return stream is not None and stream.isatty()
    except ValueError:  # it is closed
        return False


def is_dumb() -> bool:
    """Whether the terminal cannot move its cursor."""
    return os.environ.get("TERM") == "dumb"


def columns() -> int:
    """How many columns the terminal has."""
    return max(shutil.get_terminal_size().columns, 10)


def uses_color(choice: str | None, stream: TextIO | None) -> bool:
    """Whether to use colours: as `--color` says, or else the usual variables, or else on a terminal."""
    if choice in ("always", "never"):
        return choice == "always"
    environment = os.environ
    if environment.get("NO_COLOR"):
        return False
    if any(environment.get(name, "0") not in ("", "0") for name in ("FORCE_COLOR", "CLICOLOR_FORCE")):
        return True
    return environment.get("CLICOLOR") != "0" and not is_dumb() and is_terminal(stream)


def painted(text: str, code: str, *, color: bool) -> str:
    """The text in a colour."""
    return f"\x1b[{code}m{text}\x1b[0m" if color and text else text


def safe(text: str) -> str:
    """The text without what could move the cursor, change colours, or turn the direction of text; lines stay."""
    return printable(text.replace("\r\n", "\n"))


def width_of(text: str) -> int:
    """How many columns a text takes."""
    return len(text) if text.isascii() else sum(map(_width, text))


def cut(text: str, width: int) -> str:
    """The text in at most so many columns."""
    if width_of(text) <= width:
        return text
    kept, used = "", 1
    for letter in text:
        used += _width(letter)
        if used > width:
            break
        kept += letter
    return f"{kept}…"


def _width(letter: str) -> int:
    if unicodedata.combining(letter) or unicodedata.category(letter) in ("Mn", "Me", "Cf"):
        return 0
    return 2 if unicodedata.east_asian_width(letter) in "WF" else 1


def write(text: str) -> None:
    """Write to stdout at once; nowhere if it is closed."""
    _write(text, sys.stdout)


def write_error(text: str) -> None:
    """Write to stderr at once; nowhere if it is closed, or if nobody reads it."""
    with contextlib.suppress(OSError):
        _write(text, sys.stderr)


def note(text: str) -> None:
    """A line on stderr for people."""
    write_error(f"{safe(text)}\n")


def _write(text: str, stream: TextIO | None) -> None:
    if stream is not None:
        stream.write(text)
        stream.flush()


def prepare_streams() -> None:
    """Let no character end the command with an error: pipes are UTF-8, and a terminal shows ? for what it lacks."""
    for stream in (sys.stdout, sys.stderr):
        with contextlib.suppress(AttributeError, ValueError):
            if is_terminal(stream) or "PYTHONIOENCODING" in os.environ:
                stream.reconfigure(errors="replace")  # type: ignore[union-attr]
            else:
                stream.reconfigure(encoding="utf-8", errors="replace")  # type: ignore[union-attr]
