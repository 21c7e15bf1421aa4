"""How mutations of the mock server change requests and replies."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import replace
from typing import Any

from quant_ai_contract import ContractOperation
from quant_ai_contract.contract_operations import EVENT_STREAM, JSON

from .mutation import HttpMessage

GOOD_TOKEN = "Bearer test-token"

ChangeReply = Callable[[HttpMessage, HttpMessage], HttpMessage]


def removed(holder: Any, key: str) -> Any:
    """Remove a property."""
    return {}


def replaced_by(value: Any) -> Callable[[Any, str], Any]:
    """Give a property another value."""
    return lambda holder, key: {key: value}


def with_property(status: int, path: tuple[str, ...], change: Callable[[Any, str], Any]) -> ChangeReply:
    """Change one property wherever it occurs in replies with this status."""

    def reply(request: HttpMessage, reply: HttpMessage) -> HttpMessage:
        if reply.status != status or not reply.header("content-type").startswith(JSON):
            return reply
        value = json.loads(reply.body)
        return replace(reply, body=json.dumps(value).encode()) if _edit(value, path, change) else reply

    return reply


def _edit(value: Any, path: tuple[str, ...], change: Callable[[Any, str], Any]) -> bool:
    if isinstance(value, list):
        inside = path[1:] if path[0].isdigit() or path[0] == "*" else path
        return sum(_edit(inner, inside, change) for inner in value) > 0
    if not isinstance(value, dict) or not path:
        return False
    if len(path) > 1:
        return path[0] in value and _edit(value[path[0]], path[1:], change)
    if path[0] not in value:
        return False
    changed = change(value, path[0])
    del value[path[0]]
    value.update(changed)
    return True


def with_status(status: int, other: int, request: HttpMessage, reply: HttpMessage) -> HttpMessage:
    """Change the status of a reply."""
    if reply.status != status or reply.header("content-type").startswith(EVENT_STREAM):
        return reply
    if status == 204:
        return replace(reply, status=other, headers=[*reply.headers, ("content-type", JSON)], body=b"{}")
    return replace(reply, status=other)


def with_reply_header(
    status: int, name: str, value: str | None, request: HttpMessage, reply: HttpMessage
) -> HttpMessage:
    """Change or remove a header of a reply; with status 0, of all replies."""
    if status and reply.status != status:
        return reply
    return replace(reply, headers=reply.with_header(name, value))


def with_request_header(name: str, value: str, message: HttpMessage) -> HttpMessage:
    """Change a header of a request."""
    return replace(message, headers=message.with_header(name, value))


def without_query(name: str, message: HttpMessage) -> HttpMessage:
    """Remove a query parameter."""
    path, _, query = message.target.partition("?")
    kept = "&".join(pair for pair in query.split("&") if pair and pair.partition("=")[0] != name)
    return replace(message, target=f"{path}?{kept}" if kept else path)


def without_field(name: str, message: HttpMessage) -> HttpMessage:
    """Remove a property of a request body."""
    try:
        value = json.loads(message.body)
    except ValueError:
        return message
    if not isinstance(value, dict) or name not in value:
        return message
    return replace(message, body=json.dumps({key: inner for key, inner in value.items() if key != name}).encode())


def with_valid_json(sample: Any, message: HttpMessage) -> HttpMessage:
    """Replace a body that is not JSON with a valid one."""
    try:
        json.loads(message.body)
    except ValueError:
        return replace(message, body=json.dumps(sample).encode())
    return message


def canned_reply(canned: HttpMessage, request: HttpMessage, memory: dict[Any, Any]) -> HttpMessage | None:
    """Reply without asking the server, if the token is good."""
    return canned if request.header("authorization") == GOOD_TOKEN else None


def _split_target(target: str) -> tuple[str, str]:
    parts = target.split("/", 5)
    return parts[4], parts[5]


def reply_of_another_organisation(
    operation: ContractOperation, request: HttpMessage, memory: dict[Any, Any]
) -> HttpMessage | None:
    """The reply to the same request of another organisation, unless it is an empty list."""
    least = 0 if operation.path_parameters else 60
    organisation, tail = _split_target(request.target)
    for (method, target), reply in memory.items():
        other, same = _split_target(target)
        if (
            method == request.method
            and same == tail
            and other != organisation
            and reply.status < 300
            and len(reply.body) > least
        ):
            return reply  # type: ignore[no-any-return]
    return None


def earlier_reply(request: HttpMessage, memory: dict[Any, Any]) -> HttpMessage | None:
    """Repeat the reply to a request with the same body, if there was one."""
    key = ("body", request.target, request.body)
    if key not in memory:
        memory[key] = True
        return None
    found = memory.get((request.method, request.target))
    return found if found is not None and found.status < 300 else None
