"""Run the command in a pseudo-terminal, type into it and read what it shows."""

from __future__ import annotations

import contextlib
import fcntl
import os
import pty
import select
import struct
import subprocess
import sys
import termios
import time
from collections.abc import Iterator
from contextlib import contextmanager

TIMEOUT = 60.0
_START = (
    "import fcntl, os, signal, sys, termios; fcntl.ioctl(0, termios.TIOCSCTTY, 0);"
    # A test run in the background ignores Ctrl-C, and what it starts would do so too.
    " signal.signal(signal.SIGINT, signal.SIG_DFL);"
    " os.execv(sys.executable, [sys.executable, '-m', 'quant_ai_cli', *sys.argv[1:]])"
)


class PseudoTerminal:
    """A command on a terminal of its own."""

    def __init__(self, master: int, process: subprocess.Popen[bytes]) -> None:
        self._master, self._process = master, process
        self.shown = ""

    def wait_for(self, text: str) -> str:
        """Read until a text is shown, and return everything before and with it that was not waited for yet."""
        deadline = time.monotonic() + TIMEOUT
        while text not in self.shown:
            assert time.monotonic() < deadline, f"{text!r} was not shown: {self.shown!r}"
            assert self._read(), f"{text!r} was not shown before the end: {self.shown!r}"
        before, _, self.shown = self.shown.partition(text)
        return before + text

    def type(self, text: str) -> None:
        """Type, with \\x03 for Ctrl-C and \\x04 for Ctrl-D."""
        os.write(self._master, text.encode())

    def interrupt(self, until: str = "") -> int:
        """Press Ctrl-C until a text is shown, or until the command ends; returns its exit code then.

        Once may not be enough: readline misses a signal that comes just before it starts to wait for a key.
        """
        deadline = time.monotonic() + TIMEOUT
        while until not in self.shown or not until:
            assert time.monotonic() < deadline, f"{until or 'the end'!r} did not come: {self.shown!r}"
            self.type("\x03")
            while self._read(within=2.0):
                if until and until in self.shown:
                    break
            if not until:
                with contextlib.suppress(subprocess.TimeoutExpired):
                    return self._process.wait(1.0)
        self.shown = self.shown.partition(until)[2]
        return 0

    def end(self) -> int:
        """Read until the command ends, and return its exit code."""
        while self._read():
            pass
        return self._process.wait(TIMEOUT)

    def _read(self, within: float = TIMEOUT) -> bool:
        ready, _, _ = select.select([self._master], [], [], within)
        data = b""
        if ready:
            with contextlib.suppress(OSError):  # Linux's way to say that the other side is closed
                data = os.read(self._master, 65536)
        self.shown += data.decode(errors="replace")
        return bool(data)


@contextmanager
def on_terminal(*arguments: str, columns: int = 80, **environment: str) -> Iterator[PseudoTerminal]:
    """Run a command on a terminal of this width."""
    master, slave = pty.openpty()
    fcntl.ioctl(slave, termios.TIOCSWINSZ, struct.pack("HHHH", 24, columns, 0, 0))
    process = subprocess.Popen(
        [sys.executable, "-c", _START, *arguments],
        stdin=slave,
        stdout=slave,
        stderr=slave,
        start_new_session=True,
        env={**os.environ, **environment},
    )
    os.close(slave)
    try:
        yield PseudoTerminal(master, process)
    finally:
        process.kill()
        process.wait()
        os.close(master)
