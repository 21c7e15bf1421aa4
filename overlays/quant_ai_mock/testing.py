"""Drive a running mock server from a test: its control plane as Python methods.

It talks HTTP like any other client, so it works with a server in this process, in another one, or elsewhere.
"""

from __future__ import annotations

import contextlib
import http.client
import itertools
import json
import threading
import uuid
from collections.abc import Iterator
from datetime import datetime
from typing import Any
from urllib.parse import quote, urlencode, urlsplit

TOKEN = "test-token"


@contextlib.contextmanager
def running_mock(
    *,
    host: str = "127.0.0.1",
    port: int = 0,
    strict: bool = True,
    control_token: str | None = None,
    **options: Any,
) -> Iterator[Mock]:
    """Run the mock server in a thread as long as the block lasts.

    Args:
        port: 0 takes a free one.
        strict: As for make_app(), of which every other argument is taken too.
        control_token: As for make_app(); made up where other machines reach the host.

    Yields:
        The running server: its address, and everything that its control plane can do.
    """
    from .server import control_token_for, make_app, serving  # needs what a server in another process does not

    control_token = control_token or control_token_for(host)
    app = make_app(strict=strict, control_token=control_token, **options)
    with contextlib.closing(app.state.store), serving(app, host, port) as url:
        mock = Mock(url, control_token)
        try:
            yield mock
        finally:
            mock.close()


class MockError(Exception):
    """The control plane refused; the message says why."""


class _Line:
    """The one connection to a server's control plane, which its organisations share."""

    def __init__(self, url: str, control_token: str | None) -> None:
        parts = urlsplit(url)
        self._connection = http.client.HTTPConnection(parts.hostname or "127.0.0.1", parts.port, timeout=10)
        self._headers = {"Content-Type": "application/json"}
        if control_token is not None:
            self._headers["Authorization"] = f"Bearer {control_token}"
        self._lock = threading.Lock()

    def ask(self, method: str, path: str, content: bytes | None) -> tuple[int, bytes]:
        """The status and the body of a reply; tried again where the server has closed the idle connection."""
        with self._lock:
            try:
                return self._ask(method, path, content)
            except (http.client.HTTPException, ConnectionError):
                self._connection.close()
                return self._ask(method, path, content)

    def close(self) -> None:
        with self._lock:
            self._connection.close()

    def _ask(self, method: str, path: str, content: bytes | None) -> tuple[int, bytes]:
        self._connection.request(method, path, content, self._headers)
        reply = self._connection.getresponse()
        return reply.status, reply.read()


class _Control:
    """What can be done to a server, or to one organisation of it."""

    def __init__(self, url: str, line: _Line, organisation: str | None) -> None:
        self.url = url
        self.token = TOKEN
        self._line = line
        self._organisation = organisation

    def script(
        self,
        reply: str | None = None,
        *,
        tool_calls: list[dict[str, Any]] | None = None,
        events: list[dict[str, Any]] | None = None,
        error: dict[str, Any] | str | None = None,
        failure: dict[str, Any] | None = None,
        finish_reason: str | None = None,
        usage: dict[str, Any] | None = None,
        text: str | None = None,
        model: str | None = None,
        turn: int | None = None,
        operation: str | None = None,
        has_tool_result: bool | None = None,
        times: int | None = 1,
    ) -> int:
        """Write a reply in advance.

        Args:
            reply: What the model says.
            tool_calls: What it asks for, `{"name": ..., "input": {...}}` each.
            events: The events of a stream, as they go over the wire; they may be wrong.
            error: `{"status": 503, "body": {...}}` instead of a reply, or the text of a stream's error event.
            failure: `{"ErrorType": ..., "ErrorMessage": ...}` of an execution.
            text: Only for a turn whose last user text has this in it.
            turn: Only for the turn with this number, 1 for the first.
            times: For how many turns; None for all that come.

        Returns:
            The number of the script.
        """
        given = {
            "reply": reply,
            "toolCalls": tool_calls,
            "events": events,
            "error": error,
            "failure": failure,
            "finishReason": finish_reason,
            "usage": usage,
            "text": text,
            "model": model,
            "turn": turn,
            "operation": operation,
            "hasToolResult": has_tool_result,
            "times": times,
        }
        number: int = self._send("POST", "scripts", self._own(given))["number"]
        return number

    def fault(
        self,
        status: int | None = None,
        *,
        kind: str | None = None,
        operation: str | None = None,
        times: int | None = 1,
        skip: int = 0,
        probability: float = 1.0,
        retry_after: int | str | None = None,
        body: Any = None,
        latency: float = 0.0,
        jitter: float = 0.0,
        at: int | None = None,
        stall: float = 0.0,
    ) -> int:
        """Let something go wrong.

        Args:
            status: Answer with this status.
            kind: drop, reset, truncate, stall, malformed or content-type.
            operation: Only for this operationId.
            times: For how many requests; None for all that come.
            skip: How many requests pass before.
            probability: For which share of them, by the server's seed.
            retry_after: The header of that name.
            latency: Seconds to wait before answering; `jitter` adds up to so many more.
            at: Bytes of a body, or events of a stream, that still come.
            stall: Seconds for which a stall stands still.

        Returns:
            The number of the fault.
        """
        given = {
            "status": status,
            "kind": kind,
            "operation": operation,
            "times": times,
            "skip": skip,
            "probability": probability,
            "retryAfter": retry_after,
            "body": body,
            "latency": latency,
            "jitter": jitter,
            "at": at,
            "stall": stall,
        }
        number: int = self._send("POST", "faults", self._own(given))["number"]
        return number

    def requests(self, operation: str | None = None, *, status: int | None = None, limit: int = 1000) -> list[Any]:
        """The requests that came, oldest first, each a dict with operation, status, headers, body and more."""
        query = self._own({"operation": operation, "status": status, "limit": limit})
        found: list[Any] = self._send("GET", f"requests?{urlencode(query)}")["requests"]
        return found

    def freeze(self, at: datetime | float | None = None) -> None:
        """Stop the clock, at a time or at the present one."""
        seconds = at.timestamp() if isinstance(at, datetime) else at
        self._send("PUT", "clock", self._own({"action": "freeze", "at": seconds}))

    def advance(self, seconds: float) -> None:
        """Move the clock on. Nothing waits: what is due is due at once."""
        self._send("PUT", "clock", self._own({"action": "advance", "seconds": seconds}))

    def release(self) -> None:
        """Let a frozen clock run on."""
        self._send("PUT", "clock", self._own({"action": "release"}))

    def now(self) -> float:
        """The present time of the clock, in seconds."""
        now: float = self._send("GET", f"clock?{urlencode(self._own({}))}")["now"]
        return now

    def transitions(self, **kinds: str | dict[str, Any]) -> None:
        """How jobs move on: `transitions(execution="immediate", tool_execution={"progression": "polls"})`."""
        self.settings(transitions=kinds)

    def settings(self, **changes: Any) -> dict[str, Any]:
        """Change settings, by their names in JSON; returns all of them."""
        found: dict[str, Any] = self._send("PUT", f"settings?{urlencode(self._own({}))}", changes)
        return found

    def seed(self, things: dict[str, Any]) -> dict[str, Any]:
        """Put things there: `{"sessions": [{...}], "agents": [{...}]}`, each the body of a create request."""
        if self._organisation is None:
            raise MockError("seed data belong to an organisation: use .organisation(...)")
        found: dict[str, Any] = self._send("POST", "seed", {"organisation": self._organisation, "data": things})
        return found

    def snapshot(self, name: str = "default") -> None:
        """Keep the state under a name."""
        self._send("POST", "snapshots", self._own({"name": name}))

    def restore(self, name: str = "default") -> None:
        """Go back to a state that was kept."""
        self._send("POST", f"snapshots/{quote(name, safe='')}/restore", self._own({}))

    def reset(self) -> None:
        """Forget state, requests, faults, scripts, settings and clock."""
        self._send("POST", "reset", self._own({}))

    def _own(self, given: dict[str, Any]) -> dict[str, Any]:
        found = {key: value for key, value in given.items() if value is not None}
        return found if self._organisation is None else {**found, "organisation": self._organisation}

    def _send(self, method: str, path: str, body: Any = None) -> Any:
        content = None if body is None else json.dumps(body).encode()
        status, text = self._line.ask(method, f"/_mock/{path}", content)
        value = json.loads(text) if text else None
        if status >= 400:
            raise MockError(value.get("message") if isinstance(value, dict) else f"/_mock/{path}: {status}")
        return value


class Mock(_Control):
    """A running mock server."""

    _numbers = itertools.count(1)

    def __init__(self, url: str, control_token: str | None = None) -> None:
        super().__init__(url, _Line(url, control_token), None)

    def close(self) -> None:
        """Close the connection to the control plane, that of the organisations too."""
        self._line.close()

    def organisation(self, name: str | None = None) -> Organisation:
        """One organisation of the server; a fresh one where no name is given."""
        name = name or f"test-{next(self._numbers)}-{uuid.uuid4().hex[:8]}"
        return Organisation(self.url, self._line, name)


class Organisation(_Control):
    """One organisation of a running mock server. What is done here is not felt by any other."""

    def __init__(self, url: str, line: _Line, name: str) -> None:
        super().__init__(url, line, name)
        self.name = name

    @property
    def api_url(self) -> str:
        """The address below which the paths of the API lie."""
        return f"{self.url}/api/v3/organisations/{quote(self.name, safe='')}/ai"
