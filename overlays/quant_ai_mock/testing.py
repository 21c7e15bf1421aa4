"""Run a mock server in a test, and drive it: its control plane as Python methods.

The methods send HTTP requests, so they work with a server in this process, in another one, or on another machine.
"""

from __future__ import annotations

import contextlib
import itertools
import uuid
from collections.abc import Iterator
from typing import Any
from urllib.parse import quote

from .control_connection import ControlConnection, MockError
from .control_methods import TOKEN, Control
from .missing_extra import with_advice
from .proxies import direct_connections

__all__ = ["TOKEN", "Mock", "MockError", "Organisation", "running_mock"]


@contextlib.contextmanager
def running_mock(
    *,
    host: str = "127.0.0.1",
    port: int = 0,
    strict: bool = True,
    control_token: str | None = None,
    **options: Any,
) -> Iterator[Mock]:
    """Run the mock server in a thread for the duration of the block.

    Requests of this process to this machine go past any proxy meanwhile, by the variable NO_PROXY.

    Args:
        host: The address to listen on; by default, only this machine can reach the server.
        port: 0 picks a free one.
        strict: Return 500 if a reply of the mock violates the spec.
        control_token: The token of the control plane; a new one is made if other machines can reach the host.
        options: Other arguments of `make_app()`, such as `seed=7`.

    Yields:
        The running server: its URL, and methods to control it.
    """
    try:
        from .server import control_token_for, make_app, serving  # not needed for a server in another process
    except ModuleNotFoundError as error:
        raise with_advice(error) from None

    control_token = control_token or control_token_for(host)
    app = make_app(strict=strict, control_token=control_token, **options)
    with contextlib.closing(app.state.store), direct_connections(), serving(app, host, port) as url:
        mock = Mock(url, control_token)
        mock._alone = True
        try:
            yield mock
        finally:
            mock.close()


class Mock(Control):
    """A running mock server."""

    def __init__(self, url: str, control_token: str | None = None) -> None:
        url = url.rstrip("/")
        super().__init__(url, ControlConnection(url, control_token), None)
        self._numbers = itertools.count(1)
        self._alone = False  # whether nobody else uses the server

    def close(self) -> None:
        """Close the connection to the control plane, which the organisations share."""
        self._connection.close()

    def organisation(self, name: str | None = None) -> Organisation:
        """An organisation of the server.

        Ids follow from the name. A server of `running_mock` counts its new organisations, so that they have the same
        ids in every run. On a server that others may use as well, a new name is random.

        Args:
            name: Its name; by default, a new organisation.
        """
        if name is None:
            name = f"test-{next(self._numbers)}"
            if not self._alone:
                name += f"-{uuid.uuid4().hex[:8]}"
        return Organisation(self.url, self._connection, name)


class Organisation(Control):
    """One organisation of a running mock server. Nothing that is done here affects another one."""

    def __init__(self, url: str, connection: ControlConnection, name: str) -> None:
        super().__init__(url, connection, name)
        self.name = name

    @property
    def api_url(self) -> str:
        """The URL that the paths of the API are relative to."""
        return f"{self.url}/api/v3/organisations/{quote(self.name, safe='')}/ai"
