"""Open a file that can be a named pipe, such as `<(zcat recording.har.gz)`, without waiting for ever.

Opening a pipe waits for a program that writes to it, and reading waits for what it writes. Both are bounded here.
"""

from __future__ import annotations

import io
import os
import select
import stat
from io import BufferedReader
from pathlib import Path
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from _typeshed import WriteableBuffer

LONGEST_SILENCE: Final = 60.0  # seconds


def opened_file(path: Path) -> BufferedReader:
    """A file, open for reading.

    Raises:
        OSError: It cannot be opened. Also raised while it is read, if it is a pipe to which nothing is written.
    """
    if not stat.S_ISFIFO(path.stat().st_mode):
        return path.open("rb")
    descriptor = os.open(path, os.O_RDONLY | os.O_NONBLOCK)
    os.set_blocking(descriptor, True)
    return BufferedReader(_Pipe(descriptor))


class _Pipe(io.RawIOBase):
    """The end of a pipe from which is read."""

    def __init__(self, descriptor: int) -> None:
        self._descriptor = descriptor

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: WriteableBuffer) -> int:
        view = memoryview(buffer).cast("B")
        if not select.select([self._descriptor], [], [], LONGEST_SILENCE)[0]:
            raise OSError(f"nothing was written to this pipe for {LONGEST_SILENCE:.0f} s")
        found = os.read(self._descriptor, len(view))
        view[: len(found)] = found
        return len(found)

    def close(self) -> None:
        if not self.closed:
            os.close(self._descriptor)
        super().close()
