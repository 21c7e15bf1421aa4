"""Rules that make mutations of the client from the spec."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import partial
from typing import Any
from urllib.parse import unquote

from quant_ai_contract import Contract, ContractOperation
from quant_ai_contract.contract_operations import EVENT_STREAM, JSON

from .mutation import HttpMessage, Mutation
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
        change_request=lambda sent: replace(sent, target=_once(sent.target, f"/{literal}", f"/{literal}s")),
    )  # fmt: skip
    yield _mutation("extra-slash", operation, "", "ends its path with a slash", change_request=_slash)
    yield _mutation(
        "wrong-organisation", operation, "", "goes to another organisation",
        change_request=lambda sent: replace(sent, target=re.sub(r"(?<=/organisations/)[^/]+", "acme", sent.target)),
    )  # fmt: skip
    if operation.path_parameters:
        yield _mutation(
            "unencoded-path", operation, "", "does not encode its ids",
            change_request=lambda sent: replace(sent, target=_decoded(sent.target)),
        )  # fmt: skip
        yield _mutation(
            "doubly-encoded-path", operation, "", "encodes its ids twice",
            change_request=lambda sent: replace(sent, target=sent.target.replace("%", "%25")),
        )  # fmt: skip
    for name, parameter in operation.query.items():
        yield _mutation(
            "drops-a-parameter", operation, name, f"drops {name}", change_request=partial(_query, name, None)
        )
        yield _mutation(
            "renames-a-parameter",
            operation,
            name,
            f"misspells {name}",
            change_request=partial(_query, name, f"{name}_"),
        )
        kind = parameter.schema.plain("type")
        if kind == "integer":
            yield _mutation(
                "misspells-a-number",
                operation,
                name,
                f"sends {name} as 20.0",
                change_request=partial(_value, name, ".0"),
            )
        if kind == "boolean":
            yield _mutation(
                "misspells-a-boolean", operation, name, f"sends {name} as True", change_request=partial(_boolean, name)
            )
        if "default" in parameter.schema:
            default = parameter.schema.value["default"]
            yield _mutation(
                "sends-a-default",
                operation,
                name,
                f"sends {name}={default} when it was not given",
                change_request=partial(_added, name, default),
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
            change_request=_body(partial(_renamed, key, wrong)),
        )
        yield _mutation("drops-a-field", operation, key, f"drops {key}", change_request=_body(partial(_dropped, key)))
        yield _mutation(
            "wrong-type", operation, key, f"sends {key} as text", change_request=_body(partial(_as_text, key))
        )
    for key, node in schema["properties"].items():
        if key not in schema.plain("required", []):
            yield _mutation(
                "null-for-absent", operation, key, f"sends {key}: null", change_request=_body(partial(_set, key, None))
            )
            if "default" in node:
                value = node.value["default"]
                yield _mutation(
                    "sends-a-default-field",
                    operation,
                    key,
                    f"sends the default of {key} when it was not given",
                    change_request=_body(partial(_set, key, value)),
                )
    yield _mutation(
        "wraps-its-body", operation, "", "wraps its body", change_request=_body(lambda value: {"data": value})
    )
    yield _mutation(
        "adds-a-field", operation, "", "adds a field", change_request=_body(partial(_set, "client", "quant-ai"))
    )
    yield _mutation("wrong-encoding", operation, "", "sends Latin-1", change_request=_latin)


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
                change_reply=partial(_lost, int(status), path),
            )  # fmt: skip
    if any(EVENT_STREAM in reply.media for reply in operation.replies.values()):
        yield _mutation(
            "loses-the-last-event",
            operation,
            "",
            "does not read the last event",
            change_reply=partial(_events, slice(None, -1)),
        )
        yield _mutation(
            "loses-an-event", operation, "", "does not read the second event", change_reply=partial(_without, 1)
        )
        yield _mutation(
            "reads-an-event-twice", operation, "", "reads the second event twice", change_reply=partial(_twice, 1)
        )


def _once(text: str, old: str, new: str) -> str:
    head, found, tail = text.rpartition(old)
    return f"{head}{new}{tail}" if found else text


def _slash(sent: HttpMessage) -> HttpMessage:
    path, mark, query = sent.target.partition("?")
    return replace(sent, target=f"{path}/{mark}{query}")


def _decoded(target: str) -> str:
    path, mark, query = target.partition("?")
    plain = unquote(path)
    return f"{plain}{mark}{query}" if plain.isascii() and plain.isprintable() and " " not in plain else target


def _pairs(target: str) -> tuple[str, list[str]]:
    path, _, query = target.partition("?")
    return path, [pair for pair in query.split("&") if pair]


def _joined(path: str, pairs: list[str]) -> str:
    return f"{path}?{'&'.join(pairs)}" if pairs else path


def _query(name: str, other: str | None, sent: HttpMessage) -> HttpMessage:
    path, pairs = _pairs(sent.target)
    found = []
    for pair in pairs:
        key, mark, value = pair.partition("=")
        if key != name:
            found.append(pair)
        elif other is not None:
            found.append(f"{other}{mark}{value}")
    return replace(sent, target=_joined(path, found))


def _value(name: str, suffix: str, sent: HttpMessage) -> HttpMessage:
    path, pairs = _pairs(sent.target)
    return replace(sent, target=_joined(path, [p + suffix if p.startswith(f"{name}=") else p for p in pairs]))


def _boolean(name: str, sent: HttpMessage) -> HttpMessage:
    path, pairs = _pairs(sent.target)
    found = [p.replace("=true", "=True").replace("=false", "=False") if p.startswith(f"{name}=") else p for p in pairs]
    return replace(sent, target=_joined(path, found))


def _added(name: str, value: Any, sent: HttpMessage) -> HttpMessage:
    path, pairs = _pairs(sent.target)
    text = json.dumps(value) if isinstance(value, bool) else str(value)
    known = any(pair.startswith(f"{name}=") for pair in pairs)
    return sent if known else replace(sent, target=_joined(path, [*pairs, f"{name}={text}"]))


def _body(change: Callable[[Any], Any]) -> Callable[[HttpMessage], HttpMessage]:
    def request(sent: HttpMessage) -> HttpMessage:
        value = json.loads(sent.body) if sent.body else {}
        return replace(sent, body=json.dumps(change(value)).encode())

    return request


def _renamed(key: str, other: str, value: Any) -> Any:
    return {other if name == key else name: inner for name, inner in value.items()}


def _dropped(key: str, value: Any) -> Any:
    return {name: inner for name, inner in value.items() if name != key}


def _as_text(key: str, value: Any) -> Any:
    changed = {**value}
    if key in changed:
        changed[key] = changed[key] + " " if isinstance(changed[key], str) else json.dumps(changed[key])
    return changed


def _set(key: str, given: Any, value: Any) -> Any:
    return value if key in value else {**value, key: given}


def _latin(sent: HttpMessage) -> HttpMessage:
    text = json.dumps(json.loads(sent.body), ensure_ascii=False) if sent.body else ""
    return replace(sent, body=text.encode("latin-1", "replace"))


def _lost(status: int, path: tuple[str, ...], sent: HttpMessage, got: HttpMessage) -> HttpMessage:
    if got.status != status or not got.header("content-type").startswith(JSON):
        return got
    value = json.loads(got.body)
    return replace(got, body=json.dumps(value).encode()) if _remove(value, path) else got


def _remove(value: Any, path: tuple[str, ...]) -> bool:
    if isinstance(value, list):
        return sum(_remove(inner, path[1:] if path[0] == "*" else path) for inner in value) > 0
    if not isinstance(value, dict) or path[0] not in value:
        return False
    if len(path) > 1:
        return _remove(value[path[0]], path[1:])
    del value[path[0]]
    return True


def _split(got: HttpMessage) -> list[bytes] | None:
    if not got.header("content-type").startswith(EVENT_STREAM):
        return None
    return [part + b"\n\n" for part in got.body.split(b"\n\n") if part]


def _events(kept: slice, sent: HttpMessage, got: HttpMessage) -> HttpMessage:
    parts = _split(got)
    return got if parts is None else replace(got, body=b"".join(parts[kept]))


def _without(index: int, sent: HttpMessage, got: HttpMessage) -> HttpMessage:
    parts = _split(got)
    return got if parts is None else replace(got, body=b"".join(parts[:index] + parts[index + 1 :]))


def _twice(index: int, sent: HttpMessage, got: HttpMessage) -> HttpMessage:
    parts = _split(got)
    return got if parts is None else replace(got, body=b"".join(parts[: index + 1] + parts[index:]))
