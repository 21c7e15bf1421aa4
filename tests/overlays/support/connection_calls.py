"""Calls of clients of every kind, and servers that watch their connections."""

from __future__ import annotations

from typing import Any

import anyio
import pytest

from .http_kinds import client_of_kind, loop_of
from .operations import GET, TO_GET
from .raw_server import Connection, reply

left_open = pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning", "ignore::ResourceWarning")


def run(kind: str, use: Any, url: str, **options: Any) -> Any:
    """Use a client of a kind in its event loop."""

    async def main() -> Any:
        async with client_of_kind(kind, url, **options) as client:
            return await use(client)

    return anyio.run(main, backend=loop_of(kind))


async def get(client: Any) -> Any:
    """Make one call."""
    return await client._caller.call(GET, TO_GET)


def silent_after_one(connection: Connection) -> None:
    """Answer one request, and keep the connection open until the client closes it."""
    connection.read()
    connection.send(reply(b'{"ok":true}'))
    connection.until_closed()
