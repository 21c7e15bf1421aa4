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


def close_if_surplus(response: Any) -> None:
    """Let the closing of a response close its connection too, if there are bytes beyond the reply.

    For clients of users, whose responses have been read to their end.
    """
    found = response.stream
    for name in ("_stream", "_httpcore_stream", "_stream", "_connection"):
        found = getattr(found, name, None)
    state = getattr(found, "_h11_state", None)
    if state is not None and state.trailing_data[0]:
        state.send_failed()


def _surplus_of(connection: Any) -> bool:
    while hasattr(connection, "_connection"):  # through a proxy, and of the kind that HTTP it speaks
        connection = connection._connection
    data, _ = connection._h11_state.trailing_data
    return bool(data)
