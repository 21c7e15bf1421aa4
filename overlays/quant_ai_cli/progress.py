"""Progress on stderr: of a job that is waited for, and of uploads. A pipe gets a line for each change of state."""

from __future__ import annotations

import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from . import terminal


class JobProgress:
    """Shows the state of a job. Call it with every state that is read.

    Args:
        state: The field of the job with its state, as in the JSON.
    """

    def __init__(self, state: str) -> None:
        self._field = state
        self._last = ""
        self._started = time.monotonic()
        self._live = terminal.is_terminal(sys.stderr) and not terminal.is_dumb()

    def __call__(self, job: Any) -> None:
        state = terminal.safe(" ".join(str(self._state_of(job)).split())) or "waiting"
        if self._live:
            seconds = int(time.monotonic() - self._started)
            line = terminal.cut(f"{state} ({seconds} s)", terminal.columns() - 1)
            terminal.write_error(f"\r\x1b[K{line}")
        elif state != self._last:
            terminal.write_error(f"{state}\n")
        self._last = state

    def end(self) -> None:
        """Remove the line."""
        if self._live and self._last:
            terminal.write_error("\r\x1b[K")

    def _state_of(self, job: Any) -> Any:
        try:
            return job[self._field] or ""
        except (KeyError, TypeError):
            return ""


@contextmanager
def job_progress(state: str) -> Iterator[JobProgress]:
    """Progress of a job while the block runs."""
    progress = JobProgress(state)
    try:
        yield progress
    finally:
        progress.end()


class UploadProgress:
    """Shows how much is uploaded. Call it with the number of those that are done."""

    def __init__(self, total: int, what: str) -> None:
        self._total, self._what, self._done = total, what, 0

    def __call__(self, done: int, failed: int = 0) -> None:
        self._done = done + failed

    def end(self) -> None:
        """Remove what is shown."""


class _RichUpload(UploadProgress):
    """A bar by rich, where that is installed."""

    def __init__(self, total: int, what: str) -> None:
        super().__init__(total, what)
        from rich.console import Console
        from rich.progress import Progress

        self._bar = Progress(console=Console(stderr=True), transient=True)
        self._task = self._bar.add_task(what, total=total)
        self._bar.start()

    def __call__(self, done: int, failed: int = 0) -> None:
        self._bar.update(self._task, completed=done + failed)

    def end(self) -> None:
        self._bar.stop()


class _PlainUpload(UploadProgress):
    """A line with a count."""

    def __call__(self, done: int, failed: int = 0) -> None:
        line = terminal.cut(f"{self._what} {done + failed}/{self._total}", terminal.columns() - 1)
        terminal.write_error(f"\r\x1b[K{line}")

    def end(self) -> None:
        terminal.write_error("\r\x1b[K")


@contextmanager
def upload_progress(total: int, what: str) -> Iterator[UploadProgress]:
    """Progress of uploads while the block runs; only on a terminal."""
    progress = UploadProgress(total, what)
    if terminal.is_terminal(sys.stderr) and not terminal.is_dumb():
        try:
            progress = _RichUpload(total, what)
        except ModuleNotFoundError:
            progress = _PlainUpload(total, what)
    try:
        yield progress
    finally:
        progress.end()
