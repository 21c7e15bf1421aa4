"""Make one call with a new client, and scripts for servers that fail in various ways."""

from __future__ import annotations

from typing import Any

from quant_ai import QuantAIError
from quant_ai_client.operation import Operation, Request

from .clients import any_client
from .raw_server import Connection, answering, reply


class Outcome:
    """The result of a call, or its error."""

    def __init__(self, value: Any = None, error: QuantAIError | None = None) -> None:
        self.value, self.error = value, error


async def call(kind: str, url: str, operation: Operation[Any], request: Request, **options: Any) -> Outcome:
    """Make a call with a new client."""
    try:
        async with any_client(kind, url, **options) as client:
            return Outcome(await client._caller.call(operation, request))
    except QuantAIError as error:
        return Outcome(error=error)


OK = answering(reply(b'{"ok":true}'))


def hanging_up(connection: Connection) -> None:
    connection.read()


def resetting(connection: Connection) -> None:
    connection.read()
    connection.reset()


def silent(connection: Connection) -> None:
    connection.read()
    connection.until_closed()


def cutting_the_body(connection: Connection) -> None:
    connection.read()
    connection.send(b"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 100\r\n\r\n{")
