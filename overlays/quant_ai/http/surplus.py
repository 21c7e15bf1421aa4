"""Find bytes that a server sent beyond its reply.

httpcore (1.0.9, and httpcore2) keeps them, and takes them for the reply to the next request on the connection, which
may be another organisation's. It offers no way to ask for them, so this needs private names; a test fails if they
change.
"""

from __future__ import annotations

from typing import Any


def has_surplus(transport: Any) -> bool:
    """Whether the connection of a transport must not be used again. A transport of httpx with one connection."""
    try:
        return any(_surplus_of(connection) for connection in transport._pool.connections)
    except AttributeError:  # another version: no connection is used twice then
        return True


def _surplus_of(connection: Any) -> bool:
    while hasattr(connection, "_connection"):  # through a proxy, and of the kind that HTTP it speaks
        connection = connection._connection
    if connection is None:  # never connected
        return False
    data, _ = connection._h11_state.trailing_data
    return bool(data)
