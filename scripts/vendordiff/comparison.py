"""Compare the facts of two documents: what the second one has more, less or otherwise than the first."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from openapi import Pointer
from vendordiff.facts import OperationFacts, PartFacts
from vendordiff.values import BOUNDS, FieldFacts

_MEANINGS = {
    ("operation", "new"): "users cannot call it",
    ("operation", "gone"): "calls of it may fail",
    ("operation", "changed"): "users are to leave it",
    ("security", "changed"): "calls may fail, or send a token that nobody reads",
    ("server", "changed"): "calls go to another host",
    ("header", "new"): "users do not know that they can read it",
    ("header", "gone"): "users may look for it in vain",
    ("style", "changed"): "several values may be read as one",
    ("access", "changed"): "users may send what is ignored, or not be able to send it",
    ("closed", "changed"): "another field may be refused, or never come",
    ("union", "changed"): "values may be read as another member of the union",
    ("status", "new"): "the reply is not documented for users",
    ("status", "gone"): "users may wait for a reply that does not come",
    ("media", "new"): "users cannot send or read this form",
    ("media", "gone"): "this form may be refused, or never come",
    ("parameter", "new"): "users cannot pass it",
    ("parameter", "changed"): "users are to leave it",
    ("field", "changed"): "users are to leave it",
    ("parameter", "gone"): "it may be ignored or refused",
    ("field", "new", "request"): "users cannot pass it as an argument",
    ("field", "new", "reply"): "users can read it only under additional_properties",
    ("field", "gone", "request"): "it may be ignored or refused",
    ("field", "gone", "reply"): "users may wait for it in vain",
    ("detail", "new"): "users get it untyped",
    ("detail", "gone"): "only one document says what is in this object",
    ("value", "new"): "type checkers and the mock server do not know it",
    ("value", "gone"): "it may be refused, or never come",
    ("value", "changed"): "one document lists the values, and the other takes any",
    ("type", "changed", "request"): "the service may refuse what users may pass, or the other way about",
    ("type", "changed", "reply"): "the value may have another type than documented",
    ("bound", "changed"): "the mock server refuses more or less than the service",
    ("format", "changed"): "the value may have another form than documented",
    (
        "required",
        "changed",
        "request",
    ): "the service may refuse a request that type checkers allow, or the other way about",
    ("required", "changed", "reply"): "it may be missing where users count on it, or the other way about",
    ("default", "changed"): "leaving it out may mean something else",
    ("example", "changed"): "the documentation shows something else",
}


class Disagreement(NamedTuple):
    """One thing that two documents say differently."""

    kind: str
    """operation, security, server, status, media, header, parameter, style, field, value, type, bound, format,
    required, default, access, closed, union or example; detail for a field of an object of which the other document
    says nothing."""
    change: str
    """new, gone or changed, from the first document to the second."""
    direction: str
    """`request`, `reply`, or empty for an operation."""
    where: str
    """`POST /ai/chat body application/json messages[].role`."""
    what: str
    first: Pointer
    second: Pointer

    @property
    def meaning(self) -> str:
        """What it means to users."""
        key = (self.kind, self.change, self.direction)
        return _MEANINGS.get(key) or _MEANINGS.get(key[:2]) or ""


def compare(
    first: Mapping[str, OperationFacts], second: Mapping[str, OperationFacts], *, versions: bool = False
) -> list[Disagreement]:
    """What the second document says differently.

    Args:
        versions: Whether both are versions of one document; examples and hosts are compared only then.
    """
    found: list[Disagreement] = []
    for key in sorted(first.keys() | second.keys()):
        one, other = first.get(key), second.get(key)
        if one is None or other is None:
            change = "new" if one is None else "gone"
            pointers = (one.pointer if one else (), other.pointer if other else ())
            found.append(Disagreement("operation", change, "", key, f"is {change}", *pointers))
        else:
            found += _Comparison(one, other, versions).all()
    return found


class _Comparison:
    def __init__(self, first: OperationFacts, second: OperationFacts, versions: bool) -> None:
        self.first, self.second, self.versions = first, second, versions

    def all(self) -> Iterator[Disagreement]:
        first, second = self.first, self.second
        if first.deprecated != second.deprecated:
            what = "is deprecated" if second.deprecated else "is no longer deprecated"
            yield Disagreement("operation", "changed", "", first.key, what, first.pointer, second.pointer)
        if first.needs_token != second.needs_token:
            what = "needs a token" if second.needs_token else "needs no token"
            yield Disagreement("security", "changed", "", first.key, what, first.pointer, second.pointer)
        if self.versions and first.server != second.server:
            what = f"was at {first.server or 'the server of all'}, is at {second.server or 'the server of all'}"
            yield Disagreement("server", "changed", "", first.key, what, first.pointer, second.pointer)
        for status in sorted(first.statuses.keys() ^ second.statuses.keys()):
            change = "new" if status in second.statuses else "gone"
            pointers = (first.statuses.get(status, first.pointer), second.statuses.get(status, second.pointer))
            yield Disagreement("status", change, "reply", f"{first.key} {status}", f"is {change}", *pointers)
        for name in sorted(first.parts.keys() | second.parts.keys()):
            yield from self._part(name, first.parts.get(name), second.parts.get(name))

    def _part(self, name: str, one: PartFacts | None, other: PartFacts | None) -> Iterator[Disagreement]:
        where = f"{self.first.key} {name}"
        if one is None or other is None:
            part = one or other
            status = name.partition(" ")[0]
            if status.isdigit() and (status not in self.first.statuses or status not in self.second.statuses):
                return  # the status is reported already
            kind = "parameter" if status in ("query", "header", "cookie", "path") else "media"
            kind = "header" if " header " in name else kind
            change = "new" if one is None else "gone"
            pointers = (one.pointer if one else self.first.pointer, other.pointer if other else self.second.pointer)
            assert part
            what = f"is {change}{' and required' if part.required and change == 'new' else ''}"
            yield Disagreement(kind, change, part.direction, where, what, *pointers)
            return
        if one.required != other.required:
            what = "is required" if other.required else "is not required"
            yield Disagreement("required", "changed", one.direction, where, what, one.pointer, other.pointer)
        if one.deprecated != other.deprecated:
            what = "is deprecated" if other.deprecated else "is no longer deprecated"
            yield Disagreement("parameter", "changed", one.direction, where, what, one.pointer, other.pointer)
        if one.style != other.style and one.style and other.style:
            what = f"was {one.style}, is {other.style}"
            yield Disagreement("style", "changed", one.direction, where, what, one.pointer, other.pointer)
        if self.versions and one.examples != other.examples:
            yield Disagreement("example", "changed", one.direction, where, "has another", one.pointer, other.pointer)
        for path in sorted(one.fields.keys() | other.fields.keys()):
            yield from self._field(where, path, one, other)

    def _field(self, where: str, path: str, one: PartFacts, other: PartFacts) -> Iterator[Disagreement]:
        before, after = one.fields.get(path), other.fields.get(path)
        place = f"{where} {path}".rstrip()
        if before is None or after is None:
            around = path.rpartition(".")[0] if not path.endswith(("[]", ".*")) else path[:-2]
            if around and (around in one.fields) != (around in other.fields):
                return  # what it is in is reported already
            change = "new" if before is None else "gone"
            pointers = (before.pointer if before else one.pointer, after.pointer if after else other.pointer)
            what = f"is {change}{' and required' if after and after.required else ''}"
            less = other if before else one
            kind = "field" if any(_is_in(name, around) for name in less.fields) else "detail"
            yield Disagreement(kind, change, one.direction, place, what, *pointers)
            return
        for kind, change, what in _changes(before, after):
            yield Disagreement(kind, change, one.direction, place, what, before.pointer, after.pointer)
        if before.required != after.required and path:
            what = "is required" if after.required else "is not required"
            yield Disagreement("required", "changed", one.direction, place, what, before.pointer, after.pointer)


def _is_in(path: str, around: str) -> bool:
    """Whether a field is part of another one, at any depth."""
    return bool(path) and path != around and path.startswith(around)


def _changes(before: FieldFacts, after: FieldFacts) -> Iterator[tuple[str, str, str]]:
    if before.types != after.types and before.types and after.types:
        yield "type", "changed", f"was {_listed(before.types)}, is {_listed(after.types)}"
    if before.values is not None and after.values is not None:
        for value in sorted(before.values ^ after.values):
            change = "new" if value in after.values else "gone"
            yield "value", change, f"the value {value} is {change}"
    elif before.values != after.values:
        what = (
            f"takes only {_listed(after.values)}" if after.values else f"was one of {_listed(before.values or set())}"
        )
        yield "value", "changed", what
    if before.format != after.format:
        yield "format", "changed", f"was {before.format or 'none'}, is {after.format or 'none'}"
    for word in BOUNDS:
        if before.bounds.get(word) != after.bounds.get(word):
            yield "bound", "changed", f"{word} was {before.bounds.get(word)}, is {after.bounds.get(word)}"
    if before.default != after.default:
        yield "default", "changed", f"was {before.default or 'none'}, is {after.default or 'none'}"
    if before.deprecated != after.deprecated:
        yield "field", "changed", "is deprecated" if after.deprecated else "is no longer deprecated"
    for mark in sorted(before.marks ^ after.marks):
        yield "closed" if mark == "closed" else "access", "changed", f"is {'' if mark in after.marks else 'not '}{mark}"
    if before.told_apart != after.told_apart:
        yield (
            "union",
            "changed",
            f"was told apart by {before.told_apart or 'nothing'}, is by {after.told_apart or 'nothing'}",
        )


def _listed(values: set[str]) -> str:
    return ", ".join(sorted(values)) or "anything"
