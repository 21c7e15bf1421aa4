"""The application: one request from its operation to its reply.

The order of the checks is that of the service: the token, the organisation, the path, the method, then the request
itself. Faults come after the token, so that a broken reply needs a good one.
"""

from __future__ import annotations

import logging
import time
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from functools import lru_cache

from starlette.types import ASGIApp, Receive, Scope, Send

from ..document.operations import ApiOperation
from ..document.refusal import (
    Refusal,
    forbidden,
    method_not_allowed,
    no_route,
    server_error,
    too_large,
    unauthenticated,
)
from ..services.handlers import Handler, handlers
from ..state import signed_storage
from ..state.faults import Fault, FaultError
from ..state.journal import Entry
from ..state.request_context import EventStream, Reply, RequestContext
from ..state.server_state import ServerState
from . import reply_validation, request_validation, sending
from .connection import Client
from .faulty_replies import fault_from_headers
from .prefer import preferences, preferred
from .request import Request, read
from .routing import Node, Router, split

log = logging.getLogger("quant_ai_mock")
CONTROL = b"/_mock"
STORAGE = f"/{signed_storage.PREFIX}/".encode()
SPELLINGS = {"organisations": "organizations", "organizations": "organisations"}


class MockApp:
    """The mock server as an ASGI application."""

    def __init__(self, state: ServerState, control: Callable[[ServerState], ASGIApp] | None = None) -> None:
        self.state = state
        self._handlers: dict[str, Handler] = handlers(state.api)
        self._servers = _servers(state.api.operations.values())
        self._control_factory = control
        self._control: ASGIApp | None = None
        self._placed = lru_cache(maxsize=1024)(self._place)
        self._token = lru_cache(maxsize=1024)(_token)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] == "lifespan":
            await _lifespan(receive, send)
            return
        raw_path: bytes = scope.get("raw_path") or scope["path"].encode()
        if raw_path.startswith(CONTROL) and self._control_factory is not None:
            self._control = self._control or self._control_factory(self.state)
            await self._control(scope, receive, send)
            return
        request = await read(scope, receive)
        if request is not None:
            await self._begin(request).send(Client(scope, receive, send))

    def _begin(self, request: Request) -> PendingReply:
        state = self.state
        fields = request.fields
        number = state.journal.total + 1
        request_id = fields.get(b"x-request-id") or b"req-%08x" % number
        test_id = fields.get(b"x-test-id")
        entry = Entry(
            number=number,
            time=state.clock.now(),
            request_id=request_id.decode("latin-1"),
            method=request.method,
            path=request.path.decode("latin-1"),
            query=request.query,
            headers=request.headers,
            test_id=test_id.decode("latin-1") if test_id else None,
        )
        state.journal.add(entry)
        pending = PendingReply(self, request, entry, [(b"x-request-id", request_id)], time.perf_counter())
        self.attempt(pending, self._check)
        if pending.reply is None and pending.fault is None:
            self.attempt(pending, self.handle)
        return pending

    def attempt(self, pending: PendingReply, step: Callable[[PendingReply], Reply | EventStream | None]) -> None:
        """Take a step towards the reply, which may turn out to be a refusal, or a failure of this server."""
        try:
            pending.reply = step(pending)
        except Refusal as refusal:
            pending.reply = self._refuse(refusal, pending.entry)
        except Exception as error:
            entry = pending.entry
            log.exception("%s %s failed", entry.method, entry.path)
            entry.error = f"{type(error).__name__}: {error}"
            pending.reply = Reply(500, server_error(f"The mock server failed: {entry.error}").body)

    def _check(self, pending: PendingReply) -> Reply | None:
        """Find the operation, and the fault that the request meets. A file's own address is answered right here."""
        request, entry = pending.request, pending.entry
        if request.path.startswith(STORAGE):
            if request.too_large:
                raise too_large()
            segments = split(request.path) or []
            with self.state.store.transaction():
                return signed_storage.serve(self.state, entry.method, segments[1:], entry.query, request.body)
        organisation, node = self._placed(request.path)
        if organisation is None:
            raise no_route()
        entry.organisation = organisation
        entry.token = self._authorise(request.fields.get(b"authorization", b""), organisation)
        if node is None:
            raise no_route()
        operation = node[0].methods.get(entry.method)
        if operation is None:
            raise method_not_allowed(node[0].allowed)
        entry.operation = operation.id
        pending.operation, pending.values = operation, node[1]
        pending.fault = self._fault(operation, request.fields, entry)
        return None

    def handle(self, pending: PendingReply) -> Reply | EventStream:
        """The reply to a request whose operation is known: a fault's, an example, or the handler's."""
        request, fault, operation = pending.request, pending.fault, pending.operation
        assert operation is not None
        if fault is not None and fault.status is not None:
            extra = {} if fault.retry_after is None else {"Retry-After": str(fault.retry_after)}
            return Reply(fault.status, fault.error_body(), extra)
        prefer = request.fields.get(b"prefer")
        wanted = preferences(prefer) if prefer is not None else None
        if wanted is not None:
            reply = preferred(self.state, operation, wanted)
            pending.headers += sending.encode_headers({"preference-applied": wanted.applied})
            return reply
        return self._handle(self._context(pending, operation))

    def _context(self, pending: PendingReply, operation: ApiOperation) -> RequestContext:
        """The request as a handler sees it; refused where it does not fit the document."""
        request, entry = pending.request, pending.entry
        path = request_validation.check_path(operation, pending.values)
        request_validation.check_accept(operation, request.fields.get(b"accept", b""))
        if request.too_large:
            raise too_large()
        if request.body:
            self.state.journal.record_body(entry, request.body)
        body = request_validation.read_body(operation, request.fields.get(b"content-type", b""), request.body)
        query, raw_query = request_validation.read_query(operation, entry.query)
        host = request.fields.get(b"host", b"localhost").decode("latin-1")
        return RequestContext(
            self.state,
            operation,
            entry.organisation or "",
            entry.token or "",
            path,
            query,
            raw_query,
            body,
            request.fields,
            f"{request.scheme}://{host}",
            entry,
        )

    def _handle(self, context: RequestContext) -> Reply | EventStream:
        """Run the handler in one transaction, and hold its reply against the document where that is wanted."""
        operation = context.operation
        with self.state.store.transaction():
            result = self._handlers[operation.id](context)
            if isinstance(result, EventStream):
                return self._checked_stream(operation, result) if self.state.strict else result
            if not isinstance(result, Reply):
                result = Reply(body=result)
            result.status = result.status or operation.success_status
            if self.state.strict:
                wrong = reply_validation.mismatch(operation, result.status, result.body)
                if wrong is not None:
                    raise _misfit(wrong)
        return result

    def _refuse(self, refusal: Refusal, entry: Entry) -> Reply:
        if self.state.strict and entry.operation is not None and refusal.checked:
            operation = self.state.api.operations[entry.operation]
            wrong = reply_validation.mismatch(operation, refusal.status, refusal.body)
            if wrong is not None:
                refusal = _misfit(wrong)
        return Reply(refusal.status, refusal.body, refusal.headers)

    def _checked_stream(self, operation: ApiOperation, stream: EventStream) -> EventStream:
        frames = list(stream.frames)
        for frame in frames if stream.checked else ():
            wrong = reply_validation.frame_mismatch(operation, 200, frame)
            if wrong is not None:
                raise _misfit(wrong)
        return EventStream(frames, stream.headers)

    def _place(self, raw_path: bytes) -> tuple[str | None, tuple[Node, list[str]] | None]:
        """The organisation of a path and what is there; None for what there is not."""
        segments = split(raw_path) or []
        organisation = None
        for prefix, place, router in self._servers:
            found = _below(segments, prefix)
            if found is None:
                continue
            organisation = segments[place] if place >= 0 else "default"
            node = router.find(found) if organisation else None
            if node is not None:
                return organisation, node
        return organisation or None, None

    def _authorise(self, authorization: bytes, organisation: str) -> str:
        token = self._token(authorization)
        if token is None or token not in self.state.tokens:
            raise unauthenticated()
        organisations = self.state.tokens[token]
        if organisations is not None and organisation not in organisations:
            raise forbidden("You do not have access to this organisation.")
        return token

    def _fault(self, operation: ApiOperation, fields: dict[bytes, bytes], entry: Entry) -> Fault | None:
        try:
            fault = fault_from_headers(fields)
        except FaultError as error:
            raise Refusal(400, {"message": str(error), "error": True}, checked=False) from None
        if fault is None and self.state.faults:
            fault = self.state.faults.match(operation.id, entry.organisation or "", entry.test_id)
        if fault is not None:
            entry.fault = str(fault)
        return fault


@dataclass(slots=True)
class PendingReply:
    """One request on its way to its reply. A fault may hold it up before there is one."""

    app: MockApp
    request: Request
    entry: Entry
    headers: sending.Headers
    started: float
    operation: ApiOperation | None = None
    values: list[str] = field(default_factory=list)
    fault: Fault | None = None
    reply: Reply | EventStream | None = None

    async def send(self, client: Client) -> None:
        """Send the reply, as late and as broken as its fault wants it."""
        try:
            await self._send(client)
        finally:
            self.entry.duration = time.perf_counter() - self.started

    async def _send(self, client: Client) -> None:
        app, entry, fault = self.app, self.entry, self.fault
        if self.reply is None and fault is not None:
            delay = app.state.faults.delay(fault)
            if delay:
                await client.pause(delay)
            if fault.kind == "drop":
                await client.reset()
                return
            app.attempt(self, app.handle)
        if isinstance(self.reply, EventStream):
            entry.status, entry.content_type = 200, "text/event-stream"
            self.headers += sending.encode_headers(self.reply.headers)
            settings = app.state.settings.of(entry.organisation)
            await sending.send_events(client, self.headers, self.reply.frames, settings, fault, entry)
        else:
            status, body = self._finish()
            await sending.send_body(client, status, self.headers, body, fault)

    def _finish(self) -> tuple[int, bytes]:
        """Complete the headers and the journal's entry; returns the status and the body of a reply in one piece."""
        reply, request, entry = self.reply, self.request, self.entry
        assert isinstance(reply, Reply)
        status = entry.status = reply.status or 200
        if reply.headers:
            self.headers += sending.encode_headers(reply.headers)
        body = reply.content
        if body is None:
            body = b"" if reply.body is None else sending.encode(reply.body)
        if status != 204 and reply.content_type:
            entry.content_type = reply.content_type
            self.headers += sending.encode_headers({"content-type": reply.content_type})
        if request.too_large and b"expect" in request.fields:
            self.headers.append((b"connection", b"close"))  # the client may send the body now, or not
        return status, body


def _token(authorization: bytes) -> str | None:
    scheme, _, token = authorization.decode("latin-1").partition(" ")
    return token.strip() if scheme.lower() == "bearer" else None


def _misfit(wrong: str) -> Refusal:
    log.error("the mock server's own reply does not fit the document: %s", wrong)
    return server_error(f"The mock server's own reply does not fit the document: {wrong}")


def _servers(operations: Iterable[ApiOperation]) -> list[tuple[list[str | None], int, Router]]:
    """For each server the segments before its paths, the organisation's place among them, and where to go from there.

    None stands for the organisation. What it is called in the path may be spelled in two ways.
    """
    below: dict[tuple[str, ...], list[ApiOperation]] = {}
    for operation in operations:
        below.setdefault(operation.prefix, []).append(operation)
    found = []
    for prefix, own in below.items():
        place = next((index for index, part in enumerate(prefix) if part.startswith("{")), -1)
        first: list[str | None] = [None if part.startswith("{") else part for part in prefix]
        second = [SPELLINGS.get(part, part) if part is not None else None for part in first]
        router = Router(own)
        found += [(spelling, place, router) for spelling in ([first] if first == second else [first, second])]
    return found


def _below(segments: list[str], prefix: list[str | None]) -> list[str] | None:
    """What of a path stands behind a prefix, if anything does."""
    length = len(prefix)
    if len(segments) <= length or any(
        part != segment for part, segment in zip(prefix, segments, strict=False) if part is not None
    ):
        return None
    return segments[length:]


async def _lifespan(receive: Receive, send: Send) -> None:
    while True:
        message = await receive()
        await send({"type": f"{message['type']}.complete"})
        if message["type"] == "lifespan.shutdown":
            return
