"""Log each request as a line: what was sent, what was replied, and why.

A thread of its own writes the lines. If nobody reads them, as with a pipe that a test never empties, the server goes on
and lines are lost.
"""

from __future__ import annotations

import contextlib
import queue
import threading
from typing import Final, TextIO

from .state.clock import iso
from .state.journal import Entry

_MOST_WAITING: Final = 1000
_CONTROL: Final = dict.fromkeys((*range(0x20), *range(0x7F, 0xA0)), "�")


class RequestLog:
    """Writes a line for each request."""

    def __init__(self, stream: TextIO) -> None:
        self._stream = stream
        self._waiting: queue.Queue[Entry | None] = queue.Queue(_MOST_WAITING)
        self._thread = threading.Thread(target=self._write, name="quant-ai-mock log", daemon=True)
        self._thread.start()

    def add(self, entry: Entry) -> None:
        """Log a request that has been replied to."""
        with contextlib.suppress(queue.Full):
            self._waiting.put_nowait(entry)

    def close(self) -> None:
        """Write what is waiting, unless nobody reads it."""
        with contextlib.suppress(queue.Full):
            self._waiting.put_nowait(None)
        self._thread.join(1)

    def _write(self) -> None:
        with contextlib.suppress(OSError, ValueError):  # closed
            while (entry := self._waiting.get()) is not None:
                self._stream.write(f"{line(entry)}\n")
                if self._waiting.empty():
                    self._stream.flush()


def line(entry: Entry) -> str:
    """A request as one line of text."""
    parts = [iso(entry.time)[11:19], str(entry.status or "---"), entry.method, entry.path]
    if entry.operation:
        parts.append(f"({entry.operation})")
    if entry.duration is not None:
        parts.append(f"{entry.duration * 1000:.1f} ms")
    notes = [
        f"{entry.events} events" if entry.events is not None else "",
        f"fault: {entry.fault}" if entry.fault else "",
        "the client disconnected" if entry.disconnected else "",
        f"warning: {entry.warning}" if entry.warning else "",
        entry.reason or entry.error or "",
    ]
    return " ".join([*parts, *(f"- {note}" for note in notes if note)]).translate(_CONTROL)
