"""The ASGI application: one request from its first byte to the last byte of its reply.

The order of the checks is that of the service: the token, the organisation, the path, the method, then the request
itself. Faults come after the token, so that a broken reply needs a good one.
"""

from __future__ import annotations

import asyncio
import logging
import time
from collections.abc import Callable

from starlette.types import ASGIApp, Receive, Scope, Send

from . import intake, replies, storage, wire
from .contract import Operation
from .examples import preferred
from .faults import Fault, FaultError, from_headers, preferences
from .journal import Entry
from .refusal import (
    Refusal,
    forbidden,
    method_not_allowed,
    no_route,
    server_error,
    too_large,
    unauthenticated,
)
from .routing import Router, split
from .services import Handler, handlers
from .world import Call, EventStream, Reply, World

log = logging.getLogger("quant_ai_mock")
SPELLINGS = {"organisations": "organizations", "organizations": "organisations"}


class MockApp:
    """The mock server as an ASGI application."""

    def __init__(self, world: World, control: Callable[[World], ASGIApp] | None = None) -> None:
        self.world = world
        self._router = Router(world.contract.operations.values())
        self._handlers: dict[str, Handler] = handlers(world.contract)
        self._prefixes = _prefixes(world.contract.prefix)
        self._control_factory = control
        self._control: ASGIApp | None = None

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] == "lifespan":
            await _lifespan(receive, send)
            return
        raw_path: bytes = scope.get("raw_path") or scope["path"].encode()
        if raw_path.startswith(b"/_mock") and self._control_factory is not None:
            self._control = self._control or self._control_factory(self.world)
            await self._control(scope, receive, send)
            return
        await self._answer(scope, receive, send, raw_path)

    async def _answer(self, scope: Scope, receive: Receive, send: Send, raw_path: bytes) -> None:
        started = time.perf_counter()
        world = self.world
        headers: dict[bytes, bytes] = dict(scope["headers"])
        entry = world.journal.open(self._entry(scope, raw_path, headers))
        out: wire.Headers = [(b"x-request-id", entry.request_id.encode("latin-1"))]
        fault: Fault | None = None
        try:
            call, fault = await self._check(scope, receive, raw_path, headers, entry, out)
            if isinstance(call, Reply):
                reply: Reply | EventStream = call
            else:
                reply = self._handle(call)
        except Refusal as refusal:
            reply = self._refuse(refusal, entry)
        except _DroppedError:
            entry.duration = time.perf_counter() - started
            return
        except Exception as error:
            log.exception("%s %s failed", entry.method, entry.path)
            entry.error = f"{type(error).__name__}: {error}"
            reply = Reply(500, server_error(f"The mock server failed: {entry.error}").body)
        if isinstance(reply, EventStream):
            entry.status, entry.content_type = 200, "text/event-stream"
            out += [(name.lower().encode(), value.encode("latin-1")) for name, value in reply.headers.items()]
            settings = world.settings.of(entry.organisation)
            await wire.send_events(scope, receive, send, out, reply.frames, settings, fault, entry)
        else:
            status = entry.status = reply.status or 200
            out += [(name.lower().encode(), value.encode("latin-1")) for name, value in reply.headers.items()]
            body = (
                reply.content if reply.content is not None else b"" if reply.body is None else wire.encode(reply.body)
            )
            if status != 204:
                entry.content_type = reply.content_type
                out.append((b"content-type", reply.content_type.encode()))
            await wire.send_body(scope, receive, send, status, out, body, fault)
        entry.duration = time.perf_counter() - started

    def _entry(self, scope: Scope, raw_path: bytes, headers: dict[bytes, bytes]) -> Entry:
        world = self.world
        request_id = headers.get(b"x-request-id")
        test_id = headers.get(b"x-test-id")
        return Entry(
            number=world.journal.total + 1,
            time=world.clock.now(),
            request_id=request_id.decode("latin-1") if request_id else f"req-{world.journal.total + 1:08x}",
            method=scope["method"],
            path=raw_path.decode("latin-1"),
            query=scope["query_string"],
            headers=scope["headers"],
            test_id=test_id.decode("latin-1") if test_id else None,
        )

    async def _check(
        self,
        scope: Scope,
        receive: Receive,
        raw_path: bytes,
        headers: dict[bytes, bytes],
        entry: Entry,
        out: wire.Headers,
    ) -> tuple[Call | Reply, Fault | None]:
        """Everything before the handler: the call, or the reply that a fault or a preference puts in its place."""
        segments = split(raw_path)
        if segments is None:
            raise no_route()
        if segments[0] == storage.PREFIX:
            content = await _read(receive, headers)
            with self.world.store.transaction():
                return storage.serve(self.world, entry.method, segments[1:], entry.query, content), None
        found = self._organisation(segments)
        if found is None:
            raise no_route()
        organisation, rest = found
        entry.organisation = organisation
        entry.token = self._authorise(headers.get(b"authorization", b""), organisation)
        node = self._router.find(rest)
        if node is None:
            raise no_route()
        operation = node[0].methods.get(entry.method)
        if operation is None:
            raise method_not_allowed(node[0].allowed)
        entry.operation = operation.id
        fault = await self._fault(scope, receive, operation, headers, entry)
        if fault is not None and fault.status is not None:
            extra = {} if fault.retry_after is None else {"Retry-After": str(fault.retry_after)}
            return Reply(fault.status, fault.error_body(), extra), fault
        wanted = preferences(headers[b"prefer"]) if b"prefer" in headers else None
        if wanted is not None:
            out.append((b"preference-applied", wanted.applied.encode("latin-1", "replace")))
            return preferred(self.world, operation, wanted), fault
        path = intake.check_path(operation, node[1])
        intake.check_accept(operation, headers.get(b"accept", b""))
        raw_body = await _read(receive, headers)
        if raw_body:
            self.world.journal.keep_body(entry, raw_body)
        body = intake.read_body(operation, headers.get(b"content-type", b""), raw_body)
        query, raw_query = intake.read_query(operation, entry.query)
        host = headers.get(b"host", b"localhost").decode("latin-1")
        base_url = f"{scope.get('scheme', 'http')}://{host}"
        call = Call(
            self.world, operation, organisation, entry.token, path, query, raw_query, body, headers, base_url, entry
        )
        return call, fault

    def _handle(self, call: Call) -> Reply | EventStream:
        """Run the handler in one transaction, and hold its reply against the document where that is wanted."""
        operation = call.operation
        with self.world.store.transaction():
            result = self._handlers[operation.id](call)
            if isinstance(result, EventStream):
                return self._checked_stream(operation, result) if self.world.strict else result
            if not isinstance(result, Reply):
                result = Reply(body=result)
            result.status = result.status or operation.success
            if self.world.strict:
                wrong = replies.mismatch(operation, result.status, result.body)
                if wrong is not None:
                    raise _misfit(wrong)
        return result

    def _refuse(self, refusal: Refusal, entry: Entry) -> Reply:
        if self.world.strict and entry.operation is not None and not refusal.asked:
            operation = self.world.contract.operations[entry.operation]
            wrong = replies.mismatch(operation, refusal.status, refusal.body)
            if wrong is not None:
                refusal = _misfit(wrong)
        return Reply(refusal.status, refusal.body, refusal.headers)

    def _checked_stream(self, operation: Operation, stream: EventStream) -> EventStream:
        frames = list(stream.frames)
        for frame in frames if stream.checked else ():
            wrong = replies.frame_mismatch(operation, 200, frame)
            if wrong is not None:
                raise _misfit(wrong)
        return EventStream(frames, stream.headers)

    def _organisation(self, segments: list[str]) -> tuple[str, list[str]] | None:
        for prefix, place in self._prefixes:
            length = len(prefix)
            if len(segments) > length and all(
                part == segment for part, segment in zip(prefix, segments, strict=False) if part is not None
            ):
                organisation = segments[place] if place >= 0 else "default"
                return (organisation, segments[length:]) if organisation else None
        return None

    def _authorise(self, authorization: bytes, organisation: str) -> str:
        scheme, _, token = authorization.decode("latin-1").partition(" ")
        token = token.strip()
        if scheme.lower() != "bearer" or token not in self.world.tokens:
            raise unauthenticated()
        organisations = self.world.tokens[token]
        if organisations is not None and organisation not in organisations:
            raise forbidden("You do not have access to this organisation.")
        return token

    async def _fault(
        self, scope: Scope, receive: Receive, operation: Operation, headers: dict[bytes, bytes], entry: Entry
    ) -> Fault | None:
        try:
            fault = from_headers(headers)
        except FaultError as error:
            raise Refusal(400, {"message": str(error), "error": True}, asked=True) from None
        if fault is None and self.world.faults:
            fault = self.world.faults.meet(operation.id, entry.organisation or "", entry.test_id)
        if fault is None:
            return None
        entry.fault = str(fault)
        delay = self.world.faults.delay(fault)
        if delay:
            await asyncio.sleep(delay)
        if fault.kind == "drop":
            await wire.abort(scope, receive)
            raise _DroppedError
        return fault


class _DroppedError(Exception):
    """The connection is gone; there is nothing to answer any more."""


def _misfit(wrong: str) -> Refusal:
    log.error("the mock server's own reply does not fit the document: %s", wrong)
    return server_error(f"The mock server's own reply does not fit the document: {wrong}")


def _prefixes(prefix: tuple[str, ...]) -> list[tuple[list[str | None], int]]:
    """The segments before every path, None for the organisation, in both spellings; and the organisation's place."""
    place = next((index for index, part in enumerate(prefix) if part.startswith("{")), -1)
    first: list[str | None] = [None if part.startswith("{") else part for part in prefix]
    second = [SPELLINGS.get(part, part) if part is not None else None for part in first]
    return [(first, place)] if first == second else [(first, place), (second, place)]


async def _read(receive: Receive, headers: dict[bytes, bytes]) -> bytes:
    length = headers.get(b"content-length")
    if length is None and b"transfer-encoding" not in headers:
        return b""
    if length is not None and length.isdigit() and int(length) > intake.LARGEST:
        raise too_large()
    chunks: list[bytes] = []
    size = 0
    while True:
        message = await receive()
        chunk: bytes = message.get("body", b"")
        size += len(chunk)
        if size > intake.LARGEST:
            raise too_large()
        chunks.append(chunk)
        if not message.get("more_body"):
            return chunks[0] if len(chunks) == 1 else b"".join(chunks)


async def _lifespan(receive: Receive, send: Send) -> None:
    while True:
        message = await receive()
        await send({"type": f"{message['type']}.complete"})
        if message["type"] == "lifespan.shutdown":
            return
