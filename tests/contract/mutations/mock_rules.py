"""Rules that make mutations of the mock server from the spec."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import partial
from typing import Any

from quant_ai_contract import Contract, ContractOperation
from quant_ai_contract.contract_operations import EVENT_STREAM, JSON
from quant_ai_contract.references import ResolvedNode

from .mock_changes import (
    GOOD_TOKEN,
    canned_reply,
    earlier_reply,
    removed,
    replaced_by,
    reply_of_another_organisation,
    with_property,
    with_reply_header,
    with_request_header,
    with_status,
    with_valid_json,
    without_field,
    without_query,
)
from .mutation import HttpMessage, Mutation
from .places import bounds, loosened, shown_properties

NOWHERE = "00000000-0000-4000-8000-000000000000"


def mutations(contract: Contract) -> Iterator[Mutation]:
    """Every mutation of the mock server."""
    for operation in contract.operations.values():
        yield from _values(operation)
        yield from _heads(operation)
        yield from _requests(operation)
        yield from _state(contract, operation)
        yield from _streams(operation)
    yield from _routes(contract)
    for place, what in bounds(contract):
        yield Mutation(
            "mock", "ignores-a-bound", f"{place}", f"does not enforce {what}", change_spec=partial(loosened, place)
        )


def _mutation(rule: str, operation: ContractOperation, site: str, what: str, **how: Any) -> Mutation:
    name = f"{operation.id}{'-' if site else ''}{site}"
    return Mutation("mock", rule, name, f"{operation.id} {what}", operation=operation.id, **how)


def _values(operation: ContractOperation) -> Iterator[Mutation]:
    """Change the body of a successful reply."""
    for status in operation.successes:
        media = operation.replies[status].media.get(JSON)
        if media is None or media.schema is None:
            continue
        for path, node, required in shown_properties(media):
            site = f"{status}-{'.'.join(path)}"
            change = partial(with_property, int(status), path)
            if required:
                yield _mutation(
                    "drops-a-required-field", operation, site, f"leaves out {path}", change_reply=change(removed)
                )
            wrong = _misfit(node)
            if wrong is not None:
                yield _mutation(
                    "changes-a-type",
                    operation,
                    site,
                    f"sends {wrong!r} as {path}",
                    change_reply=change(replaced_by(wrong)),
                )
            if not node.fits(None):
                yield _mutation(
                    "sends-null", operation, site, f"sends null as {path}", change_reply=change(replaced_by(None))
                )
            if _is_enum(node):
                yield _mutation(
                    "adds-an-enum-value",
                    operation,
                    site,
                    f"invents {path}",
                    change_reply=change(replaced_by("invented")),
                )


def _heads(operation: ContractOperation) -> Iterator[Mutation]:
    """Change the status, content type or headers of a reply."""
    siblings = {"200": 201, "201": 200, "202": 200, "204": 200, "400": 422, "401": 403, "403": 401, "404": 400}
    siblings |= {"409": 400, "413": 422, "422": 400}
    for status in operation.replies:
        if status in siblings:
            other = siblings[status]
            yield _mutation(
                "sends-another-status", operation, f"{status}-{other}", f"replies {other} instead of {status}",
                change_reply=partial(with_status, int(status), other),
            )  # fmt: skip
        if operation.replies[status].media and status not in ("429", "500"):
            yield _mutation(
                "sends-another-content-type", operation, status, f"sends its {status} as text/html",
                change_reply=partial(with_reply_header, int(status), "content-type", "text/html"),
            )  # fmt: skip
    if "401" in operation.replies:
        yield _mutation(
            "forgets-a-header", operation, "401-www-authenticate", "sends no WWW-Authenticate",
            change_reply=partial(with_reply_header, 401, "www-authenticate", None),
        )  # fmt: skip
    yield _mutation(
        "forgets-a-header", operation, "x-request-id", "sends no X-Request-Id",
        change_reply=partial(with_reply_header, 0, "x-request-id", None),
    )  # fmt: skip


def _requests(operation: ContractOperation) -> Iterator[Mutation]:
    """Ignore a part of the request."""
    said = operation.extensions.get("x-pagination", {})
    kinds = {said.get("limit", "limit"): "a-limit", said.get("offset", said.get("cursor")): "an-offset"}
    for name in operation.query:
        rule = f"ignores-{kinds.get(name, 'a-filter')}"
        yield _mutation(rule, operation, name, f"ignores {name}", change_request=partial(without_query, name))
    token = partial(with_request_header, "authorization", GOOD_TOKEN)
    yield _mutation("accepts-a-bad-token", operation, "", "accepts any token", change_request=token)
    yield _mutation(
        "accepts-a-missing-token", operation, "", "needs no token",
        change_request=lambda message: message if message.header("authorization") else token(message),
    )  # fmt: skip
    yield _mutation(
        "accepts-a-foreign-token", operation, "", "accepts a token for every organisation",
        change_request=lambda message: token(message) if "stranger" in message.header("authorization") else message,
    )  # fmt: skip
    if operation.body is not None:
        kind = partial(with_request_header, "content-type", JSON)
        yield _mutation("ignores-the-content-type", operation, "", "reads any body as JSON", change_request=kind)
        sample = next(iter(operation.body.examples.values()))
        yield _mutation(
            "accepts-broken-json",
            operation,
            "",
            "accepts broken JSON",
            change_request=partial(with_valid_json, sample),
        )
    if operation.method in ("PUT", "POST") and operation.body is not None and operation.body.schema is not None:
        required = operation.body.schema.plain("required", [])
        shown = {key for example in operation.body.examples.values() for key in example}
        read = {key for key in shown if key not in required and _is_read(operation, key)}
        for name in sorted(read):
            yield _mutation(
                "ignores-a-field", operation, name, f"ignores {name}", change_request=partial(without_field, name)
            )


def _state(contract: Contract, operation: ContractOperation) -> Iterator[Mutation]:
    """Change what a request leaves behind."""
    status = operation.successes[0]
    media = operation.replies[status].media.get(JSON)
    if operation.method == "DELETE":
        example = next(iter(media.examples.values())) if media is not None else None
        deleted = HttpMessage("DELETE", "", [("content-type", JSON)], json.dumps(example).encode(), int(status))
        if media is None:
            deleted = replace(deleted, headers=[], body=b"")
        if any(other.method == "GET" for path in contract.paths for other in contract.paths[path].values()
               if path == operation.target or path == operation.target.rsplit("/", 1)[0]):  # fmt: skip
            yield _mutation(
                "forgets-to-delete", operation, "", "deletes nothing", intercept=partial(canned_reply, deleted)
            )
    if status == "201" and media is not None:
        for link in operation.replies[status].links:
            for expression in link.parameters.values():
                if expression.startswith("$response.body#/"):
                    steps = tuple(expression.removeprefix("$response.body#/").split("/"))
                    yield _mutation(
                        "gives-a-wrong-id", operation, link.name, "replies with an id that does not exist",
                        change_reply=with_property(201, steps, replaced_by(NOWHERE)),
                    )  # fmt: skip
                    break
    # all organisations have the same models
    if (operation.path_parameters or operation.method == "GET") and operation.tag != "models":
        yield _mutation(
            "leaks-across-organisations",
            operation,
            "",
            "shows others' resources",
            intercept=partial(reply_of_another_organisation, operation),
        )
    used_once = any(
        link.operation == operation.id and isinstance(link.body, dict) and any(
            isinstance(value, str) and value.startswith("$response") for value in link.body.values()
        )
        for other in contract.operations.values() for reply in other.replies.values() for link in reply.links
    )  # fmt: skip
    if used_once and not operation.path_parameters and operation.extensions.get("x-idempotent"):
        yield _mutation(
            "reuses-a-callback-id", operation, "", "accepts the same results twice", intercept=earlier_reply
        )


def _streams(operation: ContractOperation) -> Iterator[Mutation]:
    if not any(EVENT_STREAM in reply.media for reply in operation.replies.values()):
        return
    ways: dict[str, tuple[str, Callable[[list[bytes]], list[bytes]]]] = {
        "ends-early": ("leaves out its last event", lambda chunks: chunks[:-1]),
        "ends-in-an-event": ("stops inside its last event", lambda chunks: [*chunks[:-1], chunks[-1][:20]]),
        "forgets-the-last-empty-line": ("leaves out its last line end", lambda chunks: [*chunks[:-1], chunks[-1][:-1]]),
        "swaps-the-first-events": ("swaps its first events", lambda chunks: [*chunks[1:2], *chunks[:1], *chunks[2:]]),
        "swaps-the-last-events": ("swaps its last two events", lambda chunks: [*chunks[:-2], *chunks[:-3:-1]]),
        "repeats-an-event": ("sends its second event twice", lambda chunks: [*chunks[:2], *chunks[1:]]),
        "reverses-its-events": ("sends its events backwards", lambda chunks: chunks[::-1]),
        "loses-its-text": ("leaves out all but its first and last event", lambda chunks: [chunks[0], chunks[-1]]),
        "sends-in-one-piece": ("sends all its events at the end", lambda chunks: [b"".join(chunks)]),
        "breaks-the-json-of-an-event": ("cuts the last brace of each event", _in_each(b"}\n\n", b"\n\n")),
        "renames-its-last-event": ("renames done to finished", _in_each(b"done", b"finished")),
        "changes-a-type-in-an-event": ("sends complete as text", _in_each(b'"complete":true', b'"complete":"yes"')),
    }  # fmt: skip
    for rule, (what, change) in ways.items():
        yield _mutation(f"stream-{rule}", operation, "", f"{what}", change_stream=change)


def _in_each(old: bytes, new: bytes) -> Callable[[list[bytes]], list[bytes]]:
    return lambda chunks: [chunk.replace(old, new) for chunk in chunks]


def _routes(contract: Contract) -> Iterator[Mutation]:
    for path, operations in contract.paths.items():
        site = path.strip("/").replace("/", ".")
        allowed = sorted(operations)

        def hidden(request: HttpMessage, reply: HttpMessage) -> HttpMessage:
            return replace(reply, headers=reply.with_header("allow", None)) if reply.status == 405 else reply

        def wrong(request: HttpMessage, reply: HttpMessage, allowed: list[str] = allowed) -> HttpMessage:
            changed = ", ".join(allowed[1:]) or "PATCH"
            return replace(reply, headers=reply.with_header("allow", changed)) if reply.status == 405 else reply

        def unknown(request: HttpMessage, reply: HttpMessage) -> HttpMessage:
            return replace(reply, status=404) if reply.status == 405 else reply

        yield Mutation("mock", "forgets-allow", site, f"sends no Allow at {path}", operation=path, change_reply=hidden)
        yield Mutation(
            "mock", "tells-a-wrong-allow", site, f"sends a wrong Allow at {path}", operation=path, change_reply=wrong
        )
        yield Mutation(
            "mock", "hides-a-method", site, f"replies 404 for 405 at {path}", operation=path, change_reply=unknown
        )

        def spelling(request: HttpMessage, reply: HttpMessage) -> HttpMessage:
            return replace(reply, status=404, body=b"{}") if "/organizations/" in request.target else reply

        yield Mutation(
            "mock",
            "knows-one-spelling",
            site,
            f"serves one spelling of {path}",
            operation=path,
            change_reply=spelling,
        )


def _misfit(node: ResolvedNode) -> Any:
    """A value of another type than the schema says."""
    values: list[Any] = [12345, "text", True, {}, []]
    return next((value for value in values if not node.fits(value)), None)


def _is_enum(node: ResolvedNode) -> bool:
    return "enum" in node and "string" in str(node.plain("type"))


def _is_read(operation: ContractOperation, key: str) -> bool:
    """Whether the reply to the operation contains a property of its request."""
    media = operation.replies[operation.successes[0]].media.get(JSON)
    if media is None:
        return False
    return any(path[-1] == key for path, _, _ in shown_properties(media))
