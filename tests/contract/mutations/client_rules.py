"""Rules that make mutations of the client from the spec."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import partial
from typing import Any

from quant_ai_contract import Contract, ContractOperation
from quant_ai_contract.contract_operations import EVENT_STREAM, JSON

from .client_changes import (
    as_text,
    dropped,
    in_latin_1,
    percent_decoded,
    renamed,
    replaced_once,
    with_body,
    with_events,
    with_python_boolean,
    with_query,
    with_query_name,
    with_repeated_event,
    with_slash,
    with_suffix,
    with_value,
    without_event,
    without_property,
)
from .mutation import Mutation
from .places import shown_properties

FORM = "application/x-www-form-urlencoded"
OTHER_METHOD = {"GET": "POST", "POST": "PUT", "PUT": "POST", "DELETE": "POST"}


def mutations(contract: Contract) -> Iterator[Mutation]:
    """Every mutation of the client."""
    for operation in contract.operations.values():
        yield from _targets(operation)
        yield from _headers(operation)
        yield from _bodies(operation)
        yield from _replies(operation)


def _mutation(rule: str, operation: ContractOperation, site: str, what: str, **how: Any) -> Mutation:
    name = f"{operation.id}{'-' if site else ''}{site}"
    return Mutation("client", rule, name, f"{operation.id} {what}", operation=operation.id, **how)


def _targets(operation: ContractOperation) -> Iterator[Mutation]:
    other = OTHER_METHOD[operation.method]
    yield _mutation(
        "wrong-method", operation, other, f"is sent as {other}", change_request=lambda sent: replace(sent, method=other)
    )
    literal = next(segment for segment in reversed(operation.path.split("/")) if segment and segment[0] != "{")
    yield _mutation(
        "wrong-path", operation, literal, f"misspells {literal}",
        change_request=lambda sent: replace(sent, target=replaced_once(sent.target, f"/{literal}", f"/{literal}s")),
    )  # fmt: skip
    yield _mutation("extra-slash", operation, "", "ends its path with a slash", change_request=with_slash)
    yield _mutation(
        "wrong-organisation", operation, "", "goes to another organisation",
        change_request=lambda sent: replace(sent, target=re.sub(r"(?<=/organisations/)[^/]+", "acme", sent.target)),
    )  # fmt: skip
    if operation.path_parameters:
        yield _mutation(
            "unencoded-path", operation, "", "does not encode its ids",
            change_request=lambda sent: replace(sent, target=percent_decoded(sent.target)),
        )  # fmt: skip
        yield _mutation(
            "doubly-encoded-path", operation, "", "encodes its ids twice",
            change_request=lambda sent: replace(sent, target=sent.target.replace("%", "%25")),
        )  # fmt: skip
    for name, parameter in operation.query.items():
        yield _mutation(
            "drops-a-parameter", operation, name, f"drops {name}", change_request=partial(with_query_name, name, None)
        )
        yield _mutation(
            "renames-a-parameter",
            operation,
            name,
            f"misspells {name}",
            change_request=partial(with_query_name, name, f"{name}_"),
        )
        kind = parameter.schema.plain("type")
        if kind == "integer":
            yield _mutation(
                "misspells-a-number",
                operation,
                name,
                f"sends {name} as 20.0",
                change_request=partial(with_suffix, name, ".0"),
            )
        if kind == "boolean":
            yield _mutation(
                "misspells-a-boolean",
                operation,
                name,
                f"sends {name} as True",
                change_request=partial(with_python_boolean, name),
            )
        if "default" in parameter.schema:
            default = parameter.schema.value["default"]
            yield _mutation(
                "sends-a-default",
                operation,
                name,
                f"sends {name}={default} when it was not given",
                change_request=partial(with_query, name, default),
            )


def _headers(operation: ContractOperation) -> Iterator[Mutation]:
    yield _mutation(
        "forgets-the-token", operation, "", "sends no token",
        change_request=lambda sent: replace(sent, headers=sent.with_header("authorization", None)),
    )  # fmt: skip
    yield _mutation(
        "wrong-accept", operation, "", "accepts anything",
        change_request=lambda sent: replace(sent, headers=sent.with_header("accept", "*/*")),
    )  # fmt: skip
    if operation.body is not None:
        yield _mutation(
            "wrong-content-type", operation, "", "sends its JSON as a form",
            change_request=lambda sent: replace(sent, headers=sent.with_header("content-type", FORM)),
        )  # fmt: skip


def _bodies(operation: ContractOperation) -> Iterator[Mutation]:
    body = operation.body
    if body is None or body.schema is None:
        if operation.method == "GET":
            yield _mutation(
                "adds-a-body", operation, "", "sends a body", change_request=lambda sent: replace(sent, body=b"{}")
            )
        return
    schema = body.schema
    shown = sorted({key for example in body.examples.values() for key in example})
    for key in shown:
        snake = re.sub(r"(?<!^)([A-Z])", r"_\1", key).lower()
        wrong = snake if snake != key else f"{key}s"
        yield _mutation(
            "renames-a-field",
            operation,
            key,
            f"sends {key} as {wrong}",
            change_request=with_body(partial(renamed, key, wrong)),
        )
        yield _mutation(
            "drops-a-field", operation, key, f"drops {key}", change_request=with_body(partial(dropped, key))
        )
        yield _mutation(
            "wrong-type", operation, key, f"sends {key} as text", change_request=with_body(partial(as_text, key))
        )
    for key, node in schema["properties"].items():
        if key not in schema.plain("required", []):
            yield _mutation(
                "null-for-absent",
                operation,
                key,
                f"sends {key}: null",
                change_request=with_body(partial(with_value, key, None)),
            )
            if "default" in node:
                value = node.value["default"]
                yield _mutation(
                    "sends-a-default-field",
                    operation,
                    key,
                    f"sends the default of {key} when it was not given",
                    change_request=with_body(partial(with_value, key, value)),
                )
    yield _mutation(
        "wraps-its-body", operation, "", "wraps its body", change_request=with_body(lambda value: {"data": value})
    )
    yield _mutation(
        "adds-a-field",
        operation,
        "",
        "adds a field",
        change_request=with_body(partial(with_value, "client", "quant-ai")),
    )
    yield _mutation("wrong-encoding", operation, "", "sends Latin-1", change_request=in_latin_1)


def _replies(operation: ContractOperation) -> Iterator[Mutation]:
    yield _mutation(
        "ignores-an-error", operation, "", "takes an error for a success",
        change_reply=lambda sent, got: replace(got, status=int(operation.successes[0])) if got.status >= 400 else got,
    )  # fmt: skip
    yield _mutation(
        "confuses-errors", operation, "", "takes every error for 500",
        change_reply=lambda sent, got: replace(got, status=500) if got.status >= 400 else got,
    )  # fmt: skip
    yield _mutation(
        "loses-an-error-body", operation, "", "does not read the body of an error",
        change_reply=lambda sent, got: replace(got, body=b"{}") if got.status >= 400 else got,
    )  # fmt: skip
    for status in operation.successes:
        media = operation.replies[status].media.get(JSON)
        for path, _, _ in shown_properties(media) if media is not None else ():
            yield _mutation(
                "loses-a-field", operation, f"{status}-{'.'.join(path)}", f"does not read {path}",
                change_reply=partial(without_property, int(status), path),
            )  # fmt: skip
    if any(EVENT_STREAM in reply.media for reply in operation.replies.values()):
        yield _mutation(
            "loses-the-last-event",
            operation,
            "",
            "does not read the last event",
            change_reply=partial(with_events, slice(None, -1)),
        )
        yield _mutation(
            "loses-an-event", operation, "", "does not read the second event", change_reply=partial(without_event, 1)
        )
        yield _mutation(
            "reads-an-event-twice",
            operation,
            "",
            "reads the second event twice",
            change_reply=partial(with_repeated_event, 1),
        )
