"""The gateway: from a request to its reply.

The order of the checks is that of the service: the token, the organisation, the path, the method, then the request.
Faults come after the token, so that a faulty reply needs a valid one. A body is read only once all of this is known.
"""

from __future__ import annotations

import logging
import time
from collections.abc import Callable
from functools import partial

from starlette.types import Receive, Scope, Send

from ..document.media_types import fitting_error
from ..document.operations import ApiOperation, is_json
from ..document.refusal import (
    Refusal,
    forbidden,
    method_not_allowed,
    no_route,
    server_error,
    too_large,
    unauthenticated,
)
from ..services.handlers import failure, handlers, without_handler
from ..state import signed_storage
from ..state.faults import FaultError
from ..state.journal import Entry, joined
from ..state.replay import Miss, Replay
from ..state.request_context import Handler, Reply, RequestContext, StreamReply
from ..state.server_state import ServerState
from . import cross_origin, reply_validation, request_validation, sending
from .addresses import base_url
from .connection import ClientConnection
from .documented_headers import add_documented
from .faulty_replies import fault_from_headers
from .pending_reply import PendingReply
from .prefer import preferred_reply, read_prefer
from .replaying import send_recorded
from .request import MAX_BODY_BYTES, MAX_FILE_BYTES, ReceivedRequest, read_body, read_head
from .routing import ApiRouter, split
from .tokens import sent_tokens

log = logging.getLogger("quant_ai_mock")
STORAGE = f"/{signed_storage.PREFIX}/".encode()


class Gateway:
    """The API as an ASGI application."""

    def __init__(self, state: ServerState) -> None:
        self.state = state
        self.handlers: dict[str, Handler] = handlers(state.api)
        self._generic = without_handler(self.handlers)
        self._router = ApiRouter(state.api.operations.values())

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        pending = self._begin(read_head(scope))
        request = pending.request
        replay = self.state.replays.of(pending.entry.organisation) if self.state.replays else None
        if replay is not None and not cross_origin.is_preflight(request.method, request.fields):
            if await read_body(request, receive, MAX_FILE_BYTES if pending.transfer else MAX_BODY_BYTES):
                await self._replay(pending, replay, ClientConnection(scope, receive, send))
            return
        if pending.reply is not None:
            request.unread = True
        elif not await read_body(request, receive, MAX_FILE_BYTES if pending.transfer else MAX_BODY_BYTES):
            return  # the client went before the end of its request
        self._record(pending)
        if pending.reply is None:
            self._attempt(pending, self._choose_fault)
        await self._emulate(pending, ClientConnection(scope, receive, send))

    async def _emulate(self, pending: PendingReply, client: ClientConnection) -> None:
        """Answer as the service would."""
        if pending.reply is None and pending.fault is None:
            self._attempt(pending, self._answer)
        await self._send(pending, client)

    async def _replay(self, pending: PendingReply, replay: Replay, client: ClientConnection) -> None:
        """Answer with what was recorded, whoever asks. Faults come first, and the emulator answers what was not."""
        entry, request = pending.entry, pending.request
        self._record(pending)
        if pending.reply is None:
            self._attempt(pending, self._choose_fault)
        if pending.fault is not None:
            await self._emulate(pending, client)
            return
        found = replay.answer(entry.method, entry.path, request.query.decode("latin-1"), request.body)
        if isinstance(found, Miss):
            if replay.only:
                entry.reason, pending.reply = str(found), Reply(409, found.as_json())
            else:
                entry.warning = str(found)
            await self._emulate(pending, client)
            return
        now = partial(self.state.clock.now, entry.organisation) if replay.paced else None
        origin = base_url(request.fields, request.scheme, request.mount)
        try:
            await send_recorded(client, found, origin, now, entry)
        finally:
            entry.duration = time.perf_counter() - pending.started
            self.state.journal.replied(entry)

    def _begin(self, request: ReceivedRequest) -> PendingReply:
        """Find out from the head alone what a request is for, and whether its sender may ask for it."""
        entry = Entry(
            method=request.method,
            path=request.path.decode("latin-1"),
            query=request.query,
            headers=joined(request.headers),
        )
        pending = PendingReply(request, entry, cross_origin.headers_for(request.fields), time.perf_counter())
        self._attempt(pending, self._find_operation)
        return pending

    def _record(self, pending: PendingReply) -> None:
        """Record a request that came whole, or was refused for its head."""
        entry, request = pending.entry, pending.request
        test_id = request.fields.get(b"x-test-id")
        entry.test_id = test_id.decode("latin-1") if test_id else None
        entry.time = self.state.clock.now()
        entry.set_body(request.body)
        request_id = request.fields.get(b"x-request-id") or b"req-%08x" % (self.state.journal.total + 1)
        entry.request_id = request_id.decode("latin-1")
        self.state.journal.add(entry)
        pending.headers.append((b"x-request-id", request_id))

    async def _send(self, pending: PendingReply, client: ClientConnection) -> None:
        """Send a reply, with the delay and the damage that its fault asks for."""
        entry, fault = pending.entry, pending.fault
        try:
            if pending.reply is None and fault is not None:
                delay = self.state.faults.delay(fault)
                if delay:
                    await client.pause(delay)
                if fault.kind == "drop":
                    await client.reset()
                    return
                self._attempt(pending, self._answer)
            if isinstance(pending.reply, StreamReply):
                entry.status, entry.content_type = 200, pending.reply.content_type
                pending.headers += sending.encode_headers(pending.reply.headers)
                settings = self.state.settings.of(entry.organisation)
                await sending.send_stream(client, pending.headers, pending.reply, settings, fault, entry)
            else:
                status, body = pending.complete()
                entry.set_reply(body)
                await sending.send_body(client, status, pending.headers, body, fault)
        finally:
            entry.duration = time.perf_counter() - pending.started
            self.state.journal.replied(entry)

    def _attempt(self, pending: PendingReply, step: Callable[[PendingReply], Reply | StreamReply | None]) -> None:
        """Take a step towards the reply. An error in it becomes an error reply."""
        entry = pending.entry
        try:
            pending.reply = step(pending)
        except Refusal as refusal:
            pending.reply = self._error_reply(refusal, pending)
        except Exception as error:
            entry.error = failure(entry.operation or "", error)
            log.error(
                "%s %s failed: %s", entry.method, entry.path, entry.error, exc_info=not isinstance(error, KeyError)
            )
            pending.reply = Reply(500, server_error(f"The mock server failed: {entry.error}").body)

    def _error_reply(self, refusal: Refusal, pending: PendingReply) -> Reply:
        operation, entry = pending.operation, pending.entry
        if operation is not None and operation.id in self._generic:
            entry.reason = refusal.reason
            body, kind = fitting_error(operation, refusal.status, refusal.body)
            return Reply(refusal.status, body, refusal.headers, content_type=kind)
        if self.state.strict and operation is not None and refusal.checked:
            try:
                reply_validation.check_reply(operation, refusal.status, refusal.body)
            except Refusal as mismatch:
                refusal = mismatch
        entry.reason = refusal.reason
        return Reply(refusal.status, refusal.body, refusal.headers)

    def _find_operation(self, pending: PendingReply) -> Reply | None:
        """Find the operation of a request, or the file of a signed URL. A preflight request is answered right here."""
        request, entry = pending.request, pending.entry
        if cross_origin.is_preflight(request.method, request.fields):
            entry.organisation = self._router.find(request.path)[0]
            return Reply(204, headers=cross_origin.preflight_headers(request.fields))
        if request.path.startswith(STORAGE):
            segments = (split(request.path) or [])[1:]
            entry.organisation = segments[0] if segments else None
            entry.operation = signed_storage.OPERATIONS.get("GET" if entry.method == "HEAD" else entry.method)
            pending.transfer = signed_storage.authorise(self.state, entry.method, segments, entry.query)
            return None
        organisation, node = self._router.find(request.path)
        if organisation is None:
            raise no_route()
        entry.organisation = organisation
        if request.method == "OPTIONS" and node is not None and "OPTIONS" not in node[0].methods:
            return Reply(204, headers={"Allow": node[0].allowed})
        methods = node[0].methods if node is not None else {}
        operation = methods.get(entry.method) or (methods.get("GET") if entry.method == "HEAD" else None)
        entry.token = self._authorise(request, organisation, operation)
        if node is None:
            raise no_route()
        if operation is None:
            raise method_not_allowed(node[0].allowed)
        entry.operation = operation.id
        pending.operation, pending.path_values = operation, node[1]
        return None

    def _choose_fault(self, pending: PendingReply) -> None:
        """Choose the fault that applies to a request: that of its own headers, or one that is registered.

        Raises:
            Refusal: 400; a header asks for a fault that is not possible.
        """
        entry = pending.entry
        try:
            fault = fault_from_headers(pending.request.fields)
        except FaultError as error:
            raise Refusal(400, {"message": str(error), "error": True}, checked=False) from None
        if fault is None and self.state.faults:
            fault = self.state.faults.match(entry.operation or "", entry.organisation or "", entry.test_id)
        if fault is not None:
            entry.fault, pending.fault = str(fault), fault

    def _authorise(self, request: ReceivedRequest, organisation: str, operation: ApiOperation | None) -> str:
        """The token of a request; an empty one if its operation needs none.

        Raises:
            Refusal: 401, or 403 for a token of another organisation.
        """
        places = self.state.api.credentials if operation is None else operation.credentials
        if places is None:
            return ""
        token = next((token for token in sent_tokens(request, places) if token in self.state.tokens), None)
        if token is None:
            raise unauthenticated()
        organisations = self.state.tokens[token]
        if organisations is not None and organisation not in organisations:
            raise forbidden("You do not have access to this organisation.")
        return token

    def _answer(self, pending: PendingReply) -> Reply | StreamReply:
        """The reply to a request whose operation is known: that of a fault, an example, or the handler's."""
        request, fault, operation = pending.request, pending.fault, pending.operation
        if fault is not None and fault.status is not None:
            headers = {} if fault.retry_after is None else {"Retry-After": str(fault.retry_after)}
            return Reply(fault.status, fault.error_body(), headers)
        if pending.transfer is not None:
            if request.too_large:
                raise too_large()
            with self.state.store.transaction():
                return signed_storage.serve(self.state, pending.transfer, request.body)
        assert operation is not None
        header = request.fields.get(b"prefer")
        preferences = read_prefer(header) if header is not None else None
        if preferences is not None:
            reply = preferred_reply(self.state, operation, preferences)
            pending.headers += sending.encode_headers({"preference-applied": preferences.applied})
            return reply
        return self._handle(self._context(pending, operation))

    def _context(self, pending: PendingReply, operation: ApiOperation) -> RequestContext:
        """Validate the request.

        Raises:
            Refusal: It does not fit the spec.
        """
        request, entry = pending.request, pending.entry
        path = request_validation.check_path(operation, pending.path_values)
        request_validation.check_accept(operation, request.fields.get(b"accept", b""))
        if request.too_large:
            raise too_large()
        forgiving = self.state.forgiving
        body = request_validation.read_body(operation, request.fields, request.body, forgiving=forgiving)
        query, raw_query = request_validation.read_query(operation, entry.query)
        if operation.header_parameters or operation.cookie_parameters:
            request_validation.check_headers(operation, request.fields)
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
            base_url(request.fields, request.scheme, request.mount),
            entry,
        )

    def _handle(self, context: RequestContext) -> Reply | StreamReply:
        """Run the handler in one transaction. In strict mode its reply is checked before the transaction ends."""
        operation = context.operation
        with self.state.store.transaction():
            result = self.handlers[operation.id](context)
            if isinstance(result, StreamReply):
                add_documented(operation, operation.success_status, result.headers)
                return reply_validation.check_stream(operation, result) if self.state.strict else result
            if not isinstance(result, Reply):
                result = Reply(body=result)
            result.status = result.status or operation.success_status
            if operation.id in self._generic:
                add_documented(operation, result.status, result.headers)
            if self.state.strict and is_json(result.content_type):
                reply_validation.check_reply(operation, result.status, result.body)
        return result
