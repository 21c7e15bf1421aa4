"""How mutations of the client change requests and replies."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import replace
from typing import Any
from urllib.parse import unquote

from quant_ai_contract.contract_operations import EVENT_STREAM, JSON

from .mutation import HttpMessage


def replaced_once(text: str, old: str, new: str) -> str:
    """Replace the last occurrence."""
    head, found, tail = text.rpartition(old)
    return f"{head}{new}{tail}" if found else text


def with_slash(sent: HttpMessage) -> HttpMessage:
    """Add a slash to the path."""
    path, mark, query = sent.target.partition("?")
    return replace(sent, target=f"{path}/{mark}{query}")


def percent_decoded(target: str) -> str:
    """Decode the path, if that leaves a target that can be sent."""
    path, mark, query = target.partition("?")
    plain = unquote(path)
    return f"{plain}{mark}{query}" if plain.isascii() and plain.isprintable() and " " not in plain else target


def _pairs(target: str) -> tuple[str, list[str]]:
    path, _, query = target.partition("?")
    return path, [pair for pair in query.split("&") if pair]


def _joined(path: str, pairs: list[str]) -> str:
    return f"{path}?{'&'.join(pairs)}" if pairs else path


def with_query_name(name: str, other: str | None, sent: HttpMessage) -> HttpMessage:
    """Rename a query parameter, or remove it if the other name is None."""
    path, pairs = _pairs(sent.target)
    found = []
    for pair in pairs:
        key, mark, value = pair.partition("=")
        if key != name:
            found.append(pair)
        elif other is not None:
            found.append(f"{other}{mark}{value}")
    return replace(sent, target=_joined(path, found))


def with_suffix(name: str, suffix: str, sent: HttpMessage) -> HttpMessage:
    """Add text to the value of a query parameter."""
    path, pairs = _pairs(sent.target)
    return replace(sent, target=_joined(path, [p + suffix if p.startswith(f"{name}=") else p for p in pairs]))


def with_python_boolean(name: str, sent: HttpMessage) -> HttpMessage:
    """Spell a boolean query parameter as Python does."""
    path, pairs = _pairs(sent.target)
    found = [p.replace("=true", "=True").replace("=false", "=False") if p.startswith(f"{name}=") else p for p in pairs]
    return replace(sent, target=_joined(path, found))


def with_query(name: str, value: Any, sent: HttpMessage) -> HttpMessage:
    """Add a query parameter that is not there."""
    path, pairs = _pairs(sent.target)
    text = json.dumps(value) if isinstance(value, bool) else str(value)
    known = any(pair.startswith(f"{name}=") for pair in pairs)
    return sent if known else replace(sent, target=_joined(path, [*pairs, f"{name}={text}"]))


def with_body(change: Callable[[Any], Any]) -> Callable[[HttpMessage], HttpMessage]:
    """Change the JSON body of a request."""

    def request(sent: HttpMessage) -> HttpMessage:
        value = json.loads(sent.body) if sent.body else {}
        return replace(sent, body=json.dumps(change(value)).encode())

    return request


def renamed(key: str, other: str, value: Any) -> Any:
    """Rename a property."""
    return {other if name == key else name: inner for name, inner in value.items()}


def dropped(key: str, value: Any) -> Any:
    """Remove a property."""
    return {name: inner for name, inner in value.items() if name != key}


def as_text(key: str, value: Any) -> Any:
    """Turn the value of a property into text, or into other text."""
    changed = {**value}
    if key in changed:
        changed[key] = changed[key] + " " if isinstance(changed[key], str) else json.dumps(changed[key])
    return changed


def with_value(key: str, given: Any, value: Any) -> Any:
    """Add a property that is not there."""
    return value if key in value else {**value, key: given}


def in_latin_1(sent: HttpMessage) -> HttpMessage:
    """Encode the body in Latin-1."""
    text = json.dumps(json.loads(sent.body), ensure_ascii=False) if sent.body else ""
    return replace(sent, body=text.encode("latin-1", "replace"))


def without_property(status: int, path: tuple[str, ...], sent: HttpMessage, got: HttpMessage) -> HttpMessage:
    """Remove a property wherever it occurs in replies with this status."""
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


def with_events(kept: slice, sent: HttpMessage, got: HttpMessage) -> HttpMessage:
    """Keep some events of a stream."""
    parts = _split(got)
    return got if parts is None else replace(got, body=b"".join(parts[kept]))


def without_event(index: int, sent: HttpMessage, got: HttpMessage) -> HttpMessage:
    """Remove an event of a stream."""
    parts = _split(got)
    return got if parts is None else replace(got, body=b"".join(parts[:index] + parts[index + 1 :]))


def with_repeated_event(index: int, sent: HttpMessage, got: HttpMessage) -> HttpMessage:
    """Repeat an event of a stream."""
    parts = _split(got)
    return got if parts is None else replace(got, body=b"".join(parts[: index + 1] + parts[index:]))
