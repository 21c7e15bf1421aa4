"""Run the mock server behind a tap that writes down every byte which comes and goes.

The tap sits between the network and the mock server, so what it shows was neither written down by the client nor by
the server. Lies of the mock server are told here too, between the tap and the server.
"""

from __future__ import annotations

import contextlib
import threading
import time
from collections import Counter, deque
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import unquote

from starlette.types import ASGIApp, Message, Receive, Scope, Send

from quant_ai_contract import Contract, Exchange, Headers
from quant_ai_mock.server import make_app, serving
from quant_ai_mock.state.server_state import ServerState
from quant_ai_mock.testing import Mock

from ..mutations.active import active_mutation
from ..mutations.middleware import MutatingMiddleware
from .spec import mock_spec_file

STRANGER = "stranger-token"
KEPT = 4000


@dataclass
class RecordedExchange:
    """One exchange, as it went past the tap."""

    exchange: Exchange
    operation: str | None
    organisation: str
    chunks: list[tuple[float, bytes]] = field(default_factory=list)


class Recorder:
    """An ASGI application that writes down what another one is asked and answers."""

    def __init__(self, app: ASGIApp, contract: Contract, world: ServerState) -> None:
        self.app = app
        self.world = world
        self.contract = contract
        self.seen: deque[RecordedExchange] = deque(maxlen=KEPT)
        self.pairs: Counter[tuple[str, int]] = Counter()
        self.count = 0
        self._open: Counter[str] = Counter()
        self._ended = threading.Condition()

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http" or scope["path"].startswith("/_mock"):
            await self.app(scope, receive, send)
            return
        path = (scope.get("raw_path") or scope["path"].encode()).decode("latin-1")
        relative = self.contract.relative(path)
        organisation = unquote(relative[0]) if relative is not None else ""
        went: list[tuple[float, bytes]] = []
        head: dict[str, Any] = {"status": 0, "headers": []}
        came, rest = await _body(receive)
        with self._ended:
            self.count += 1
            self._open[organisation] += 1

        async def tapped_receive() -> Message:
            return rest.pop(0) if rest else await receive()

        async def tapped_send(message: Message) -> None:
            if message["type"] == "http.response.start":
                head.update(message)
            elif message.get("body"):
                went.append((time.monotonic(), message["body"]))
            await send(message)

        try:
            await self.app(scope, tapped_receive, tapped_send)
        finally:
            with self._ended:
                self._keep(scope, path, organisation, came, head, went)
                self._open[organisation] -= 1
                self._ended.notify_all()

    def last(self, organisation: str) -> RecordedExchange:
        """The latest exchange of an organisation. A client has its reply before its end is written down here."""
        with self._ended:
            assert self._ended.wait_for(lambda: not self._open[organisation], timeout=60), "a request has no end"
            return next(seen for seen in reversed(self.seen) if seen.organisation == organisation)

    def of(self, organisation: str) -> list[RecordedExchange]:
        """The exchanges of an organisation, oldest first."""
        return [seen for seen in self.seen if seen.organisation == organisation]

    def _keep(
        self,
        scope: Scope,
        path: str,
        organisation: str,
        came: bytes,
        head: dict[str, Any],
        went: list[tuple[float, bytes]],
    ) -> None:
        query = scope["query_string"].decode("latin-1")
        exchange = Exchange(
            method=scope["method"],
            url=f"{path}?{query}" if query else path,
            status=head["status"],
            request_headers=_headers(scope["headers"]),
            request_body=came,
            reply_headers=_headers(head["headers"]),
            reply_body=b"".join(chunk for _, chunk in went),
        )
        relative = self.contract.relative(path)
        match = self.contract.matches(relative[1]).get(exchange.method) if relative is not None else None
        operation = match.operation.id if match is not None else None
        if operation is not None and not ("prefer" in exchange.request_headers and exchange.status < 400):
            # A success that was asked for by name proves nothing; an overload can come in no other way.
            self.pairs[operation, exchange.status] += 1
        self.seen.append(RecordedExchange(exchange, operation, organisation, went))


@dataclass
class RecordedMockServer:
    """A mock server that runs."""

    url: str
    tap: Recorder
    mock: Mock


def tapped(contract: Contract, **options: Any) -> Recorder:
    """The mock server behind a tap, as one ASGI application."""
    app = make_app(
        spec=mock_spec_file(), tokens={STRANGER: ["elsewhere"]}, strict=active_mutation("mock") is None, **options
    )
    mutation = active_mutation("mock")
    return Recorder(
        MutatingMiddleware(app, mutation, contract) if mutation is not None and mutation.change_spec is None else app,
        contract,
        app.state,
    )


def settle(tap: Recorder) -> None:
    """Jobs end when they are first read; the clock stands, so that orchestrations stay in their state."""
    kinds = ("execution", "tool_execution", "tool_orchestration", "slack_connection", "crawl")
    tap.world.settings.change({"transitions": dict.fromkeys(kinds, "immediate")})
    tap.world.clock.freeze()


@contextlib.contextmanager
def served(contract: Contract, **options: Any) -> Iterator[RecordedMockServer]:
    """Run the mock server on a free port of this machine as long as the block lasts."""
    tap = tapped(contract, **options)
    with serving(tap) as url:
        mock = Mock(url)
        try:
            yield RecordedMockServer(url, tap, mock)
        finally:
            mock.close()
            tap.world.store.close()


async def _body(receive: Receive) -> tuple[bytes, list[Message]]:
    """The whole body of a request, and the messages in which it came."""
    messages = [await receive()]
    while messages[-1].get("more_body"):
        messages.append(await receive())
    return b"".join(message.get("body", b"") for message in messages), messages


def _headers(pairs: Any) -> Headers:
    return Headers((name.decode("latin-1"), value.decode("latin-1")) for name, value in pairs)
