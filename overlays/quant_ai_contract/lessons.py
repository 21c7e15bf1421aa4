"""What traffic teaches about a service: where it does otherwise than the spec says.

Each lesson has a place in the traffic and a place in the spec, with the lines of YAML that would admit it.
"""

from __future__ import annotations

import json
import re
from collections import Counter
from dataclasses import dataclass, field
from typing import Any, Final
from urllib.parse import unquote

from quant_ai_common.json_values import Json

from .contract import Contract
from .contract_operations import EVENT_STREAM, JSON, ContractOperation, DocumentedContent, is_json, is_json_lines
from .event_streams import parse_event_stream
from .exchange import NO_STATUS, Exchange
from .json_text import NOT_JSON, TOO_DEEP, is_too_deep, json_lines, parse_json
from .references import ResolvedNode, escape, unescape
from .shapes import ITEM, OF_TRANSPORT, event_name, matched, order_of, type_of
from .stream_checks import event_kind
from .unknown_properties import unknown_members

_FORMATS: Final = {
    "date-time": re.compile(r"\d{4}-\d\d-\d\d[Tt ]\d\d:\d\d:\d\d(?:\.\d+)?(?:[Zz]|[+-]\d\d:?\d\d)"),
    "date": re.compile(r"\d{4}-\d\d-\d\d"),
    "uuid": re.compile(r"[0-9a-fA-F]{8}(?:-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}"),
    "uri": re.compile(r"https?://\S+"),
    "email": re.compile(r"[^@\s]+@[^@\s]+\.[^@\s]+"),
}
_LEAST_FOR_FORMAT: Final = 2
_LONGEST: Final = 200
_MOST_VALUES: Final = 20
_KINDS: Final = {"required": "missing field", "minimum": "bound", "maximum": "bound", "minLength": "bound",
                 "maxLength": "bound", "minItems": "bound", "maxItems": "bound"}  # fmt: skip
_SAID: Final = frozenset(("format", "enum", "pattern", "const", "contentEncoding"))
"""Keywords that say more of a text than that it is one."""
_WORDS: Final = frozenset(("null", "true", "false", "on", "off", "yes", "no", "y", "n", "~"))


@dataclass
class Lesson:
    """One thing in which the service differs from the spec."""

    kind: str
    operation: str
    at: str
    """Where it was: `200 body/sessions/[]/title`."""
    spec: str
    """A JSON pointer into the spec."""
    detail: str
    yaml: str
    count: int = 0
    first: str = ""
    """Where it was first seen: the file and the number of the entry."""


@dataclass
class Seen:
    """A value that the spec has no schema for, as all its occurrences were."""

    types: Counter[str] = field(default_factory=Counter)
    members: dict[str, Seen] = field(default_factory=dict)
    items: Seen | None = None
    texts: list[str] = field(default_factory=list)

    def add(self, value: Json) -> None:
        """Take one more occurrence into account."""
        self.types[type_of(value)] += 1
        if isinstance(value, dict):
            for name, inner in value.items():
                self.members.setdefault(name, Seen()).add(inner)
        elif isinstance(value, list):
            self.items = self.items or Seen()
            for inner in value:
                self.items.add(inner)
        elif isinstance(value, str) and len(self.texts) < 20:
            self.texts.append(value)

    def schema(self, indent: str = "") -> str:
        """A schema that fits all occurrences, as lines of YAML."""
        types = [_scalar(one) for one in sorted(self.types)]
        lines = [f"{indent}type: {types[0] if len(types) == 1 else '[' + ', '.join(types) + ']'}"]
        found = _format_of(self.texts) if types == ["string"] else ""
        if found:
            lines.append(f"{indent}format: {found}")
        if self.members:
            lines.append(f"{indent}properties:")
            for name, inner in self.members.items():
                lines += [f"{indent}  {_key(name)}:", inner.schema(f"{indent}    ")]
        if self.items is not None and self.items.types:
            lines += [f"{indent}items:", self.items.schema(f"{indent}  ")]
        return "\n".join(lines)


class Learner:
    """Learns from exchanges, one after another."""

    def __init__(self, contract: Contract) -> None:
        self._contract = contract
        self._lessons: dict[tuple[str, str, str, str], Lesson] = {}
        self._broken_words: dict[tuple[str, str, str, str], BrokenKeyword] = {}
        self._values: dict[tuple[str, str, str, str], tuple[Lesson, str, Seen]] = {}
        self._texts: dict[tuple[str, str, str], list[str]] = {}
        self.orders: dict[tuple[str, str], Counter[str]] = {}
        self.headers: dict[str, Counter[str]] = {}
        self.statuses: dict[str, Counter[int]] = {}
        self.checked = 0

    def add(self, exchange: Exchange, path: str, where: str) -> None:
        """Learn from one exchange."""
        match = matched(self._contract, exchange, path)
        if match is None or exchange.status == NO_STATUS:
            return
        self.checked += 1
        operation, status = match.operation, exchange.status
        self.statuses.setdefault(operation.id, Counter())[status] += 1
        here = _Place(operation, where)
        if exchange.request_body_known and exchange.request_body and operation.body is not None and status < 300:
            self._body(here, operation.body.schema, exchange.request_body, "request body")
        reply = operation.reply(status)
        if reply is None:
            value = _json(exchange) if exchange.reply_body_known else NOT_JSON
            spec = f"{operation.node.pointer}/responses"
            self._value(here, "status", f"{status}", spec, f"'{status}'", value, exchange.reply_type)
            return
        known = {name for other in operation.replies.values() for name in other.headers}
        self._headers(here, exchange, known, f"{operation.node.pointer}/responses/{escape(reply.status)}")
        if not exchange.reply_body_known or not exchange.reply_body:
            return
        media = reply.content(exchange.reply_type)
        if media is None:
            spec = f"{operation.node.pointer}/responses/{escape(reply.status)}/content"
            kind = exchange.reply_type
            self._value(here, "content type", f"{status} {kind}", spec, kind, _json(exchange))
        elif media.content_type == EVENT_STREAM:
            self._stream(here, media, exchange)
        elif is_json_lines(exchange.reply_type):
            for line in json_lines(exchange.reply_body):
                self._body(here, media.schema, line, f"{status} line")
        elif is_json(exchange.reply_type):
            self._body(here, media.schema, exchange.reply_body, f"{status} body")

    @property
    def lessons(self) -> list[Lesson]:
        """All lessons, by operation."""
        for lesson, key, seen in self._values.values():
            inner = seen.schema("  ") if seen.types else "  description: no body was seen"
            lesson.yaml = _in_response(key, inner) if lesson.kind in ("status", "content type") else f"{key}:\n{inner}"
            lesson.detail = lesson.detail or " or ".join(sorted(seen.types))
        for broken_key, broken in self._broken_words.items():
            self._lessons[broken_key].detail, self._lessons[broken_key].yaml = broken.detail, broken.yaml
        for (operation, at, spec), texts in self._texts.items():
            found = _format_of(texts)
            if found and len(texts) >= _LEAST_FOR_FORMAT:
                lesson = Lesson("format", operation, at, spec, f"all are {found}", f"format: {found}", len(texts))
                self._lessons.setdefault(("format", operation, at, found), lesson)
        found_all = [*self._lessons.values(), *(lesson for lesson, _, _ in self._values.values())]
        return sorted(found_all, key=lambda one: (one.operation, one.at, one.kind))

    def _body(self, here: _Place, schema: ResolvedNode | None, raw: bytes, at: str) -> None:
        value = parse_json(raw)
        if schema is not None and value is not NOT_JSON and not is_too_deep(value):
            self._check(here, schema, value, at)
        elif value is NOT_JSON:
            self._lesson(here, "not JSON", at, schema.pointer if schema is not None else "", repr(raw[:60]), "")

    def _check(self, here: _Place, schema: ResolvedNode, value: Json, at: str) -> None:
        for error in schema.failures(value):
            place = f"{at}{_general(error.instance_path)}"
            spec = unquote(str(error.absolute_keyword_location or "").partition("#")[2])
            self._broken(here, error, schema.spec.source, spec, place)
        for steps, holder, inner in unknown_members(schema, value):
            spec = f"{holder.pointer}/properties"
            self._value(here, "unknown field", f"{at}{_general(steps)}", spec, _key(str(steps[-1])), inner)
        self._formats(here, schema, value, at)

    def _broken(self, here: _Place, error: Any, source: dict[str, Any], spec: str, at: str) -> None:
        """A keyword of a schema that a value breaks. All values that break it are one lesson."""
        word = str(error.kind.name)
        key = (word, here.operation.id, at, spec)
        if key not in self._lessons:
            self._lessons[key] = Lesson(_KINDS.get(word, word), here.operation.id, at, spec, "", "", first=here.where)
            self._broken_words[key] = BrokenKeyword(word, _at(source, spec))
        self._lessons[key].count += 1
        self._broken_words[key].add(error)

    def _formats(self, here: _Place, schema: ResolvedNode, value: Json, at: str) -> None:
        """Collect texts whose format the spec does not name."""
        if isinstance(value, dict) and "properties" in schema:
            properties = schema["properties"]
            for name, inner in value.items():
                if name in properties:
                    self._formats(here, properties[name], inner, f"{at}/{name}")
        elif isinstance(value, list) and "items" in schema:
            for inner in value[:50]:
                self._formats(here, schema["items"], inner, f"{at}/{ITEM}")
        elif isinstance(value, str) and not _SAID & set(schema.value):
            texts = self._texts.setdefault((here.operation.id, at, schema.pointer), [])
            if len(texts) < 100:
                texts.append(value)

    def _stream(self, here: _Place, media: DocumentedContent, exchange: Exchange) -> None:
        stream = parse_event_stream(exchange.reply_body)
        names = []
        for event in stream.events:
            name = event_name(event)
            names.append(name)
            kind, error = event_kind(media, event)
            at = f"{exchange.status} event {name}"
            spec = f"{media.schema.pointer}/anyOf" if media.schema is not None and "anyOf" in media.schema else ""
            if kind is None:
                self._value(here, "unknown event", at, spec, f"- event {name}", parse_json(event["data"]))
                continue
            inner = _data_schema(media, kind)
            data = parse_json(event["data"])
            if inner is not None and data is not NOT_JSON and not is_too_deep(data):
                self._check(here, inner, data, f"{at} data")
            elif error:
                self._lesson(here, "event", at, spec, error[:_LONGEST], "")
        order = order_of(names)
        if not exchange.reply_body_cut:
            self.orders.setdefault((here.operation.id, str(exchange.status)), Counter())[order] += 1

    def _headers(self, here: _Place, exchange: Exchange, known: set[str], spec: str) -> None:
        for name, value in exchange.reply_headers.items():
            if name in OF_TRANSPORT or name.startswith("access-control-"):
                continue
            self.headers.setdefault(name, Counter())[here.operation.id] += 1
            if name not in known:
                kind = "integer" if value.isdigit() else "string"
                lines = f"{name}:\n  schema:\n    type: {kind}"
                self._lesson(here, "header", f"{exchange.status} {name}", f"{spec}/headers", kind, lines)

    def _lesson(self, here: _Place, kind: str, at: str, spec: str, detail: str, yaml: str) -> None:
        key = (kind, here.operation.id, at, yaml or detail)
        lesson = self._lessons.setdefault(
            key, Lesson(kind, here.operation.id, at, spec, detail, yaml, first=here.where)
        )
        lesson.count += 1

    def _value(self, here: _Place, kind: str, at: str, spec: str, key: str, value: Json, detail: str = "") -> None:
        names = (kind, here.operation.id, at, key)
        if names not in self._values:
            lesson = Lesson(kind, here.operation.id, at, spec, detail, "", first=here.where)
            self._values[names] = (lesson, key, Seen())
        lesson, _, seen = self._values[names]
        lesson.count += 1
        if value is not NOT_JSON and value is not TOO_DEEP:
            seen.add(value)


@dataclass(frozen=True)
class _Place:
    operation: ContractOperation
    where: str


@dataclass
class BrokenKeyword:
    """A keyword of a schema, and the values that break it."""

    word: str
    stated: Any
    values: list[Any] = field(default_factory=list)

    def add(self, error: Any) -> None:
        """Take one more value into account: the one that breaks the keyword, or the name of what is missing."""
        value = error.instance
        if self.word == "required":
            value = error.kind.as_dict().get("property") or error.message.split('"')[1]
        elif self.word in ("type", "anyOf", "oneOf"):
            value = type_of(value)
        elif self.word in ("minLength", "maxLength", "minItems", "maxItems"):
            value = len(value)
        elif self.word not in ("enum", "minimum", "maximum", "const"):
            value = error.message[:_LONGEST]
        if value not in self.values and len(self.values) < _MOST_VALUES:
            self.values.append(value)

    @property
    def detail(self) -> str:
        """What was seen."""
        shown = ", ".join(str(value) for value in self.values)
        return f"{shown} instead of {self.stated}" if self.word in ("type", "minimum", "maximum") else shown

    @property
    def yaml(self) -> str:
        """The keyword with which all values are admitted."""
        word, stated = self.word, self.stated
        if word == "required" and isinstance(stated, list):
            rest = [name for name in stated if name not in self.values]
            return f"required: [{', '.join(map(_scalar, rest))}]" if rest else "# without required"
        if word == "enum" and isinstance(stated, list):
            return f"enum: [{', '.join(map(_scalar, [*stated, *self.values]))}]"
        if word == "type":
            known = [stated] if isinstance(stated, str) else list(stated or [])
            return f"type: [{', '.join(map(_scalar, [*known, *self.values]))}]"
        if word in ("minimum", "minLength", "minItems"):
            return f"{word}: {min(self.values)}"
        if word in ("maximum", "maxLength", "maxItems"):
            return f"{word}: {max(self.values)}"
        if word == "const":
            return f"enum: [{', '.join(map(_scalar, [stated, *self.values]))}]"
        if word in ("anyOf", "oneOf"):
            return "\n".join(f"- type: {_scalar(value)}" for value in self.values)
        return f"# without {word}"


def _at(source: Any, pointer: str) -> Any:
    for step in pointer.split("/")[1:]:
        key = unescape(step)
        try:
            source = source[int(key) if isinstance(source, list) else key]
        except (KeyError, IndexError, ValueError, TypeError):
            return None
    return source


def _data_schema(media: DocumentedContent, kind: str) -> ResolvedNode | None:
    if media.schema is None:
        return None
    for frame in media.schema["anyOf"].elements() if "anyOf" in media.schema else [media.schema]:
        properties = frame["properties"]
        if "event" in properties and properties["event"].plain("const") == kind:
            return properties["data"].get("contentSchema")
    return None


def _general(steps: Any) -> str:
    return "".join(f"/{ITEM if isinstance(step, int) else step}" for step in steps)


def _json(exchange: Exchange) -> Json:
    return parse_json(exchange.reply_body) if exchange.reply_body else NOT_JSON


def _format_of(texts: list[str]) -> str:
    found = (name for name, pattern in _FORMATS.items() if texts and all(map(pattern.fullmatch, texts)))
    return next(found, "")


def _in_response(key: str, schema: str) -> str:
    indented = "\n".join(f"    {line}" for line in schema.split("\n"))
    if key.startswith("'"):
        return f"{key}:\n  description: …\n  content:\n    {JSON}:\n      schema:\n{indented}"
    return f"{key}:\n  schema:\n{schema}"


def _key(name: str) -> str:
    plain = re.fullmatch(r"[A-Za-z_$][A-Za-z0-9_/.-]*", name) and name.lower() not in _WORDS
    return name if plain else json.dumps(name, ensure_ascii=False)


def _scalar(value: Any) -> str:
    return _key(value) if isinstance(value, str) else json.dumps(value)
