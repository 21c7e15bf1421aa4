"""Connect to a host within a given time, or until the call is interrupted.

Neither a look-up nor a connect can be ended from outside. So both happen in a thread, which is left behind if they take
too long; a connection that comes too late is closed there.
"""

from __future__ import annotations

import socket
import threading
from collections.abc import Callable
from functools import partial
from ipaddress import ip_address
from queue import Empty, SimpleQueue
from time import monotonic
from typing import Any, Final, TypeAlias

from .interrupts import step_ends_by

_STEP: Final = 0.25
"""The shortest time in seconds that one of several addresses is given."""

Connector: TypeAlias = Callable[[str, float | None], Any]
"""Connects to an address within so many seconds."""


class Connect(threading.Thread):
    """Connects to the first address of a host that answers.

    Args:
        connector: Connects to an address.
        core: httpcore or httpcore2, whose errors are raised.
        host: A name or an address.
        port: The port.
        seconds: How long everything together may take; None for no limit.
    """

    def __init__(self, connector: Connector, core: Any, host: str, port: int, seconds: float | None) -> None:
        super().__init__(daemon=True, name="quant-ai-connect")
        self._connector, self._core, self._host, self._port = connector, core, host, port
        self._seconds = seconds
        self._end = None if seconds is None else monotonic() + seconds
        self._ended: SimpleQueue[tuple[Any, Exception | None] | None] = SimpleQueue()  # None if it was interrupted
        self._looked_up = self._left_behind = False

    def result(self) -> Any:
        """The connection.

        Raises:
            httpcore.ConnectError: There is none.
            httpcore.ConnectTimeout: There was none in time.
        """
        ended = None
        step_ends_by(partial(self._ended.put, None))
        try:
            try:
                self.start()
            except RuntimeError:  # there can be no more threads, such as when the program ends
                self.run()
            ended = self._ended.get(timeout=self._seconds)
        except Empty:
            what = (
                f"no address of {self._host} answers"
                if self._looked_up
                else f"no answer to the look-up of {self._host}"
            )
            raise self._core.ConnectTimeout(what) from None
        finally:
            step_ends_by(None)
            if ended is None:
                self._left_behind = True
                self._close_late()
        if ended is None:
            raise self._core.ConnectError("the call was ended")
        connection, error = ended
        if error is not None:
            raise error
        return connection

    def run(self) -> None:
        """Connect, in the thread."""
        try:
            self._ended.put((self._connected(), None))
        except Exception as error:
            self._ended.put((None, error))
        if self._left_behind:
            self._close_late()

    def _connected(self) -> Any:
        addresses = self._addresses()
        self._looked_up = True
        failure: Exception = self._core.ConnectError(f"{self._host} has no address")
        for place, address in enumerate(addresses):
            seconds = None
            if self._end is not None:  # a dead address must leave time for the others
                left = self._end - monotonic()
                seconds = max(min(left, _STEP), left / (len(addresses) - place))
            if self._left_behind or (seconds is not None and seconds <= 0):
                raise self._core.ConnectTimeout(f"no address of {self._host} answers")
            try:
                return self._connector(address, seconds)
            except (self._core.ConnectError, self._core.ConnectTimeout) as error:
                failure = error
        raise failure

    def _addresses(self) -> list[str]:
        try:
            return [str(ip_address(self._host))]
        except ValueError:
            pass
        try:
            infos = socket.getaddrinfo(self._host, self._port, type=socket.SOCK_STREAM)
        except (OSError, ValueError) as error:  # ValueError: a label is too long, or is no domain name
            raise self._core.ConnectError(error) from error
        return list(dict.fromkeys(str(info[4][0]) for info in infos))

    def _close_late(self) -> None:
        """Close the connection that nobody waits for any more. Whoever finds it first closes it."""
        while True:
            try:
                ended = self._ended.get_nowait()
            except Empty:
                return
            if ended is not None and ended[0] is not None:
                ended[0].close()
