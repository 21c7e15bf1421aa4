"""Rules about event streams: what x-event-stream names is in the stream's events and in the reply."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from openapi import Pointer, Spec, SpecMedia
from speclint.extension_rules import validator
from speclint.registry import Problem, rule


@rule("x-event-stream")
def x_event_stream(spec: Spec) -> Iterator[Problem]:
    """Events, fields and values that x-event-stream names are in the stream's union and in the reply's schema."""
    for media in spec.media:
        value = media.value.get("x-event-stream")
        if value is None or not validator("mediaType").is_valid({"x-event-stream": value}):
            continue  # the rule "extension" says what is wrong with its shape
        pointer = (*media.pointer, "x-event-stream")
        schemas = spec.components("schemas")
        if "reply" in value and value["reply"] not in schemas:
            yield Problem((*pointer, "reply"), f"no schema {value['reply']}", "name a component schema")
        events = dict(_events(spec, media))
        if "terminal" not in value and not _has_mark(spec, media):
            fix = "name the last event under terminal, or describe a mark such as [DONE] as a frame"
            yield Problem(pointer, "nothing ends the stream", fix)
        for index, name in enumerate(value.get("terminal") or []):
            if name not in events:
                yield Problem(
                    (*pointer, "terminal", index), f"the stream has no event {name}", "name one of its events"
                )
        for index, name in enumerate(value.get("text") or []):
            if not any(_fields(spec, schema, name) for schema in events.values()):
                yield Problem((*pointer, "text", index), f"no event has a field {name}", "name a field of an event")
        reply = schemas.get(value.get("reply", ""))
        if reply is None:
            continue
        for keyword in ("fill", "collect"):
            for path, entry in (value.get(keyword) or {}).items():
                at = (*pointer, keyword, path)
                targets = _fields(spec, reply, path)
                if not targets:
                    yield Problem(at, f"{value['reply']} has no field {path}", "name a field of the reply")
                if entry["event"] not in events:
                    what = f"the stream has no event {entry['event']}"
                    yield Problem((*at, "event"), what, "name one of its events")
                    continue
                event = events[entry["event"]]
                yield from _source(spec, (*at, "from"), entry, event, entry["from"])
                if targets and "values" in entry:
                    yield from _values(spec, (*at, "values"), entry, event, targets)
                if targets and keyword == "collect":
                    yield from _item(spec, (*at, "item"), entry, event, targets)


def _source(spec: Spec, pointer: Pointer, entry: Any, event: Any, name: str) -> Iterator[Problem]:
    if not _fields(spec, event, name):
        yield Problem(pointer, f"the event {entry['event']} has no field {name}", "name a field of the event")


def _values(spec: Spec, pointer: Pointer, entry: Any, event: Any, targets: list[Any]) -> Iterator[Problem]:
    """The reply's words are documented; so are the event's, if its schema lists them."""
    known = _enum(spec, targets)
    given = _enum(spec, _fields(spec, event, entry["from"]))
    for word, target in entry["values"].items():
        if target not in known:
            yield Problem(
                (*pointer, word), f"{target} is not a documented value of {pointer[-2]}", "name one of its values"
            )
        if given and word not in given:
            yield Problem(
                (*pointer, word), f"{word} is not a documented value of {entry['from']}", "name one of its values"
            )


def _item(spec: Spec, pointer: Pointer, entry: Any, event: Any, targets: list[Any]) -> Iterator[Problem]:
    """The fields of an item are in the schema of the collected items, and each comes from fields of the event."""
    arrays = [member for target in targets for member in _members(spec, target) if "items" in member]
    items = [member for array in arrays for member in _members(spec, array["items"]) if "properties" in member]
    if not items:
        yield Problem(pointer[:-1], f"{pointer[-2]} is not an array of objects", "name a field that collects objects")
        return
    given = entry.get("item") or {}
    for name, sources in given.items():
        if not any(name in item["properties"] for item in items):
            yield Problem((*pointer, name), f"an item of {pointer[-2]} has no field {name}", "name a field of an item")
        for index, source in enumerate(sources):
            yield from _source(spec, (*pointer, name, index), entry, event, source)
    for name in items[0].get("required") or []:
        if given and name not in given:
            yield Problem(pointer, f"an item without its required {name}", f"say which field of the event holds {name}")


def _events(spec: Spec, media: SpecMedia) -> Iterator[tuple[str, Any]]:
    """The events of a stream, and the schemas of their data."""
    for properties in _frames(spec, media):
        event = spec.resolve(properties.get("event")) or {}
        for name in [event.get("const"), *(event.get("enum") or [])]:
            if isinstance(name, str):
                yield name, (properties.get("data") or {}).get("contentSchema")


def _has_mark(spec: Spec, media: SpecMedia) -> bool:
    """Whether a stream has a mark after its last event."""
    return any("const" in (properties.get("data") or {}) for properties in _frames(spec, media))


def _frames(spec: Spec, media: SpecMedia) -> list[dict[str, Any]]:
    """The properties of each frame of a stream: of the members of a union, or of the one schema."""
    union = spec.resolve(media.value.get("schema")) or {}
    members = union.get("anyOf") or union.get("oneOf") or [union]
    return [(spec.resolve(member) or {}).get("properties") or {} for member in members]


def _fields(spec: Spec, schema: Any, path: str) -> list[Any]:
    """The schemas of the field at the end of a path with dots, in any member of a union; none without such a field."""
    found = [schema]
    for name in path.split("."):
        found = [
            member["properties"][name]
            for schema in found
            for member in _members(spec, schema)
            if name in (member.get("properties") or {})
        ]
    return [resolved for schema in found if isinstance(resolved := spec.resolve(schema), dict)]


def _enum(spec: Spec, schemas: list[Any]) -> list[str]:
    members = [member for schema in schemas for member in _members(spec, schema)]
    return [value for member in members for value in member.get("enum") or []]


def _members(spec: Spec, schema: Any, depth: int = 0) -> Iterator[dict[str, Any]]:
    """A schema and the members of its unions, at every depth."""
    schema = spec.resolve(schema)
    if not isinstance(schema, dict) or depth > 40:
        return
    yield schema
    for keyword in ("anyOf", "oneOf", "allOf"):
        for member in schema.get(keyword) or []:
            yield from _members(spec, member, depth + 1)
