"""Write a HAR file entry by entry. The file is a whole HAR file at every moment.

Each entry is written together with the end of the file, over the end that was there. So a process that is killed leaves
all entries that it wrote, and a full disk leaves those before the one that did not fit.
"""

from __future__ import annotations

from pathlib import Path
from types import TracebackType
from typing import Final

import orjson

from quant_ai_common.recording_files import RecordingError

_END: Final = b"\n]}}\n"


class HarWriter:
    """A HAR file that grows."""

    def __init__(self, path: Path, creator: str, version: str, comment: str = "") -> None:
        """Begin a file, in place of one that is there.

        Raises:
            RecordingError: It cannot be written.
        """
        self.path = path
        self.entries = 0
        self.lost = 0
        """Entries that could not be written."""
        self.error = ""
        """Why the last of them could not."""
        log = {"version": "1.2", "creator": {"name": creator, "version": version}}
        head = orjson.dumps(log | ({"comment": comment} if comment else {}))
        try:
            self._file = path.open("wb", buffering=0)
            if not self._file.seekable():
                raise RecordingError(f"{path}: a recording needs a file in which it can go back")
            self._end = 0
            self._write(b'{"log":' + head[:-1] + b',"entries":[')
        except OSError as error:
            raise RecordingError(f"{path}: {error.strerror or error}") from None

    def __enter__(self) -> HarWriter:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def add(self, entry: bytes) -> bool:
        """Write an entry; returns whether it fitted. `error` says why it did not."""
        try:
            self._write((b",\n" if self.entries else b"\n") + entry)
        except OSError as error:
            self.lost += 1
            self.error = error.strerror or str(error)
            return False
        self.entries += 1
        return True

    def close(self) -> None:
        self._file.close()

    def _write(self, data: bytes) -> None:
        """Write data over the end of the file, with the end after it.

        Raises:
            OSError: There is no space for it; the file is as it was.
        """
        try:
            self._all(self._end, data + _END)
        except OSError:
            if self._end:
                self._all(self._end, _END)  # there was space for it before
                self._file.truncate(self._end + len(_END))
            raise
        self._end += len(data)

    def _all(self, at: int, data: bytes) -> None:
        self._file.seek(at)
        left = memoryview(data)
        while left:
            left = left[self._file.write(left) or 0 :]
