"""What makes a drafted operation a job or a stream: how it is polled, and which field of a request asks for it."""

from __future__ import annotations

from typing import Any

from openapi.spec_operation import STREAM

_JSON = "application/json"
_SUCCEEDED = {"complete", "completed", "done", "finished", "ready", "success", "succeeded", "successful"}
_FAILED = {"aborted", "canceled", "cancelled", "error", "errored", "expired", "failed", "failure"}
_WAITING = {"blocked", "paused", "suspended"}
_STATES = ("status", "state")
_INTERVALS = {"firstInterval": 2, "maxInterval": 30, "deadline": 900}


def polling(properties: dict[str, Any], states: dict[str, list[Any]]) -> dict[str, Any] | None:
    """The `x-polling` of an operation that reads one thing; None if the thing has no states that end.

    Args:
        properties: The fields of the reply.
        states: The documented values of those of them that are enums.
    """
    state = next((name for name in _STATES if name in states), "")
    values = [str(value) for value in states.get(state, [])]
    succeeded = [value for value in values if value.lower() in _SUCCEEDED]
    failed = [value for value in values if value.lower() in _FAILED]
    waiting = [value for value in values if value.lower() in _WAITING or value.lower().startswith("waiting")]
    if not succeeded or not failed or len(values) <= len(succeeded + failed + waiting):
        return None
    found = {"state": state, "succeeded": succeeded, "failed": failed, **({"waiting": waiting} if waiting else {})}
    return {**found, **{name: name for name in ("result", "error") if name in properties}, **_INTERVALS}


def modes(body: dict[str, Any], responses: dict[str, Any]) -> list[dict[str, Any]]:
    """The `x-modes` of an operation that answers with events to `stream: true`, or later to `async: true`."""
    found: list[dict[str, Any]] = []
    for status, reply in responses.items():
        if is_switch(body.get("stream")) and {STREAM, _JSON} <= (reply.get("content") or {}).keys():
            found.append(stream_mode(status))
    both = {"200", "202"} <= responses.keys() or {"201", "202"} <= responses.keys()
    if both and is_switch(body.get("async")):
        found.append({"method": "start", "property": "async", "value": True, "status": "202"})
    return found


def stream_mode(status: str) -> dict[str, Any]:
    """The mode that `stream: true` selects."""
    return {"method": "stream", "property": "stream", "value": True, "status": status, "contentType": STREAM}


def is_switch(schema: Any) -> bool:
    """Whether a field can select a mode: it is true or false."""
    return isinstance(schema, dict) and schema.get("type") == "boolean"
