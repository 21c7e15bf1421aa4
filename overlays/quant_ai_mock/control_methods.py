"""The control plane of a mock server as Python methods."""

from __future__ import annotations

import json
from collections.abc import Iterable
from datetime import datetime, timedelta
from os import PathLike
from pathlib import Path
from typing import Any
from urllib.parse import quote, urlencode

from .control_connection import ControlConnection, MockError
from .har_file import har_entries
from .python_names import to_python, to_wire

TOKEN = "test-token"
_BATCH = 8 * 1024 * 1024  # characters of a recording in one request


class Control:
    """The operations on a server, or on one of its organisations."""

    def __init__(self, url: str, connection: ControlConnection, organisation: str | None) -> None:
        self.url = url
        self.token = TOKEN
        self._connection = connection
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
        """Script a reply in advance.

        Args:
            reply: The text of the model.
            tool_calls: The tools that it calls, each `{"name": ..., "input": {...}, "tool_use_id": ...}`.
            events: The events of a stream, as they are sent; they need not fit the spec.
            error: `{"status": 503, "body": {...}}` instead of a reply, or the text of a stream's error event.
            failure: `{"error_type": ..., "error_message": ...}` of an execution.
            finish_reason: Why the model stopped, such as "length"; by default, it follows from the reply.
            usage: `{"input_tokens": ...}` and the like, in place of what is counted.
            text: Only for a turn whose last user text contains this.
            model: Only for this model.
            turn: Only for the turn with this number, 1 for the first.
            operation: Only for this operationId, such as "chat_send".
            has_tool_result: Only for a turn with a tool's result, or only for one without.
            times: For how many turns; None for all of them.

        Returns:
            The number of the script.

        Raises:
            MockError: An argument is invalid; the message says which.
        """
        fields = {
            "reply": reply,
            "toolCalls": tool_calls and [to_wire(call) if isinstance(call, dict) else call for call in tool_calls],
            "events": events,
            "error": error,
            "failure": _failure(failure),
            "finishReason": finish_reason,
            "usage": to_wire(usage) if isinstance(usage, dict) else usage,
            "text": text,
            "model": model,
            "turn": turn,
            "operation": operation,
            "hasToolResult": has_tool_result,
            "times": times,
        }
        number: int = self._send("POST", "scripts", self._scoped(fields))["number"]
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
        """Inject a fault.

        Args:
            status: Reply with this status.
            kind: drop, reset, truncate, stall, malformed or content-type.
            operation: Only for this operationId.
            times: For how many requests; None for all of them.
            skip: How many requests to leave alone before.
            probability: The share of requests, chosen by the server's seed.
            retry_after: The header of that name, in seconds or as a date.
            body: The body of the reply, as JSON; an error with a message by default.
            latency: Seconds to wait before the reply.
            jitter: Up to this many random seconds are added to `latency`.
            at: Bytes of a body, or events of a stream, that are sent before the fault.
            stall: Seconds for which a stalled reply stops.

        Returns:
            The number of the fault.

        Raises:
            MockError: An argument is invalid; the message says which.
        """
        fields = {
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
        number: int = self._send("POST", "faults", self._scoped(fields))["number"]
        return number

    def replay(
        self,
        file: str | PathLike[str],
        *,
        only: bool = False,
        repeat: bool = False,
        ignore: Iterable[str] = (),
        paced: bool = False,
    ) -> int:
        """Replay a HAR file: answer the requests in it as they were answered when it was recorded.

        Args:
            file: The HAR file, of `quant-ai-contract record` or any other tool.
            only: Refuse with 409 what was not recorded; by default the emulator answers it.
            repeat: Answer the last fitting recording again, once all of them were used.
            ignore: Names of members and parameters that may differ, or JSON pointers such as "/messages/*/content".
            paced: Send chunks at the pace at which they were recorded, by the mock's clock.

        Returns:
            How many exchanges there are to replay.
        """
        options = {"only": only, "repeat": repeat, "ignore": list(ignore), "paced": paced}
        found, batch, size = 0, list[Any](), 0
        for entry in har_entries(Path(file)):
            batch.append(entry)
            size += len(json.dumps(entry))
            if size > _BATCH:
                found = self._replay(batch, more=found > 0, **options)
                batch, size = [], 0
        return self._replay(batch, more=found > 0, **options) if batch or not found else found

    def _replay(self, entries: list[Any], **options: Any) -> int:
        count: int = self._send("POST", "replay", self._scoped({"entries": entries, **options}))["recordings"]
        return count

    def recordings(self) -> list[dict[str, Any]]:
        """The recordings that are replayed, each with `used`: how often it was."""
        found: list[dict[str, Any]] = self._send("GET", f"replay?{urlencode(self._scoped({}))}")["recordings"]
        return found

    def requests(self, operation: str | None = None, *, status: int | None = None, limit: int = 1000) -> list[Any]:
        """The requests that were received, oldest first: each a dict with operation, status, headers, body and more.

        Args:
            operation: Only those of this operationId, such as "chat_send".
            status: Only those that were answered with this status.
            limit: Only the last ones, up to this many.

        Raises:
            MockError: The operation does not exist.
        """
        query = self._scoped({"operation": operation, "status": status, "limit": limit})
        return [to_python(entry) for entry in self._send("GET", f"requests?{urlencode(query)}")["requests"]]

    def scripts(self) -> list[dict[str, Any]]:
        """The scripts that are registered, each with `used`: for how many turns."""
        return [to_python(one) for one in self._send("GET", f"scripts?{urlencode(self._scoped({}))}")["scripts"]]

    def faults(self) -> list[dict[str, Any]]:
        """The faults that are registered, each with `met`: by how many requests, those to skip included."""
        return [to_python(one) for one in self._send("GET", f"faults?{urlencode(self._scoped({}))}")["faults"]]

    def unused(self) -> list[str]:
        """Scripts, faults and recordings that never took effect, in words."""
        scripts = [_described("script", script) for script in self.scripts() if not script["used"]]
        scripts += [
            f"recording {one['number']} ({one['method']} {one['path']})" for one in self.recordings() if not one["used"]
        ]
        return scripts + [_described("fault", one) for one in self.faults() if one["met"] <= one["skip"]]

    def freeze(self, at: datetime | float | None = None) -> None:
        """Freeze the clock.

        Args:
            at: Seconds since 1970, or a datetime with a time zone; the present time by default.

        Raises:
            ValueError: The datetime has no time zone.
        """
        if isinstance(at, datetime) and at.tzinfo is None:
            raise ValueError(f"at={at!r} has no time zone: add tzinfo=UTC")
        seconds = at.timestamp() if isinstance(at, datetime) else at
        self._send("PUT", "clock", self._scoped({"action": "freeze", "at": seconds}))

    def advance(self, seconds: float | timedelta) -> None:
        """Advance the clock. Nothing waits: what is due by the new time happens at once.

        Args:
            seconds: By how many seconds, or by which timedelta.
        """
        if isinstance(seconds, timedelta):
            seconds = seconds.total_seconds()
        self._send("PUT", "clock", self._scoped({"action": "advance", "seconds": seconds}))

    def release(self) -> None:
        """Let a frozen clock run on."""
        self._send("PUT", "clock", self._scoped({"action": "release"}))

    def now(self) -> float:
        """The present time of the clock, in seconds."""
        now: float = self._send("GET", f"clock?{urlencode(self._scoped({}))}")["now"]
        return now

    def transitions(self, **kinds: str | dict[str, Any]) -> None:
        """Set how jobs progress: `transitions(execution="immediate", tool_execution={"progression": "polls"})`.

        Args:
            kinds: For each kind of job, "immediate", "time" or "polls", or a dict with `progression` and its options.
        """
        self.settings(transitions=kinds)

    def settings(self, **changes: Any) -> dict[str, Any]:
        """Change settings, and return all of them.

        Args:
            changes: Settings by name, such as `tokens_per_second=20`.
        """
        return to_python(self._send("PUT", f"settings?{urlencode(self._scoped({}))}", to_wire(changes)))

    def seed(self, records: dict[str, Any]) -> dict[str, Any]:
        """Create records, and return them.

        Args:
            records: Lists by resource, `{"sessions": [{...}], "agents": [{...}]}`; each item is the body of a create
                request.
        """
        if self._organisation is None:
            raise MockError("seed data belong to an organisation: use .organisation(...)")
        found: dict[str, Any] = self._send("POST", "seed", {"organisation": self._organisation, "data": records})
        return found

    def snapshot(self, name: str = "default") -> None:
        """Save the state.

        Args:
            name: What to call it in `restore()`.
        """
        self._send("POST", "snapshots", self._scoped({"name": name}))

    def restore(self, name: str = "default") -> None:
        """Restore a saved state.

        Args:
            name: The name that `snapshot()` was given.
        """
        self._send("POST", f"snapshots/{quote(name, safe='')}/restore", self._scoped({}))

    def reset(self) -> None:
        """Reset state, requests, faults, scripts, settings and clock."""
        self._send("POST", "reset", self._scoped({}))

    def _scoped(self, fields: dict[str, Any]) -> dict[str, Any]:
        found = {key: value for key, value in fields.items() if value is not None}
        return found if self._organisation is None else {**found, "organisation": self._organisation}

    def _send(self, method: str, path: str, body: Any = None) -> Any:
        content = None if body is None else json.dumps(body).encode()
        status, text = self._connection.request(method, f"/_mock/{path}", content)
        try:
            value = json.loads(text) if text else None
        except ValueError:
            raise MockError(f"/_mock/{path} answered {status}, and not with JSON: {text[:80]!r}") from None
        if status >= 400:
            raise MockError(value.get("message") if isinstance(value, dict) else f"/_mock/{path}: {status}")
        return value


def _failure(failure: dict[str, Any] | None) -> dict[str, Any] | None:
    """A failure by its names on the wire, which are in capitals."""
    names = {"error_type": "ErrorType", "error_message": "ErrorMessage"}
    if not isinstance(failure, dict):
        return failure
    return {names.get(name, name): value for name, value in failure.items()}


def _described(kind: str, one: dict[str, Any]) -> str:
    hidden = ("number", "used", "met", "organisation", "times", "probability")
    shown = {name: value for name, value in one.items() if name not in hidden and value}
    text = ", ".join(f"{name}={value!r}" for name, value in shown.items())
    return f"{kind} {one['number']} ({text})"
