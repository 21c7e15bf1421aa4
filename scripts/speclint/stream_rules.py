"""Rules about event streams: what x-event-stream names is in the stream's events and in the reply."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from speclint.document import Document, Media, Place
from speclint.extension_rules import validator
from speclint.registry import Problem, rule


@rule("x-event-stream")
def x_event_stream(document: Document) -> Iterator[Problem]:
    """Events, fields and values that x-event-stream names are in the stream's union and in the reply's schema."""
    for media in document.media():
        value = media.value.get("x-event-stream")
        if value is None or not validator("mediaType").is_valid({"x-event-stream": value}):
            continue  # the rule "extension" says what is wrong with its shape
        place = (*media.place, "x-event-stream")
        schemas = document.components("schemas")
        if "reply" in value and value["reply"] not in schemas:
            yield Problem((*place, "reply"), f"no schema {value['reply']}", "name a component schema")
        events = dict(_events(document, media))
        for index, name in enumerate(value.get("terminal") or []):
            if name not in events:
                yield Problem((*place, "terminal", index), f"the stream has no event {name}", "name one of its events")
        for index, name in enumerate(value.get("text") or []):
            if not any(_fields(document, schema, name) for schema in events.values()):
                yield Problem((*place, "text", index), f"no event has a field {name}", "name a field of an event")
        reply = schemas.get(value.get("reply", ""))
        for word in ("fill", "collect"):
            for path, entry in (value.get(word) or {}).items():
                at = (*place, word, path)
                targets = _fields(document, reply, path)
                if not targets:
                    yield Problem(at, f"{value['reply']} has no field {path}", "name a field of the reply")
                if entry["event"] not in events:
                    what = f"the stream has no event {entry['event']}"
                    yield Problem((*at, "event"), what, "name one of its events")
                    continue
                event = events[entry["event"]]
                yield from _source(document, (*at, "from"), entry, event, entry["from"])
                if targets and "values" in entry:
                    yield from _values(document, (*at, "values"), entry, event, targets)
                if targets and word == "collect":
                    yield from _item(document, (*at, "item"), entry, event, targets)


def _source(document: Document, place: Place, entry: Any, event: Any, name: str) -> Iterator[Problem]:
    if not _fields(document, event, name):
        yield Problem(place, f"the event {entry['event']} has no field {name}", "name a field of the event")


def _values(document: Document, place: Place, entry: Any, event: Any, targets: list[Any]) -> Iterator[Problem]:
    """The reply's words are documented; so are the event's, if its schema lists them."""
    known = _enum(document, targets)
    given = _enum(document, _fields(document, event, entry["from"]))
    for word, target in entry["values"].items():
        if target not in known:
            yield Problem((*place, word), f"{target} is no documented value of {place[-2]}", "name one of its values")
        if given and word not in given:
            yield Problem((*place, word), f"{word} is no documented value of {entry['from']}", "name one of its values")


def _item(document: Document, place: Place, entry: Any, event: Any, targets: list[Any]) -> Iterator[Problem]:
    """The fields of an item are in the schema of the collected items, and each comes from fields of the event."""
    arrays = [member for target in targets for member in _members(document, target) if "items" in member]
    items = [member for array in arrays for member in _members(document, array["items"]) if "properties" in member]
    if not items:
        yield Problem(place[:-1], f"{place[-2]} is no array of objects", "name a field that collects objects")
        return
    given = entry.get("item") or {}
    for name, sources in given.items():
        if not any(name in item["properties"] for item in items):
            yield Problem((*place, name), f"an item of {place[-2]} has no field {name}", "name a field of an item")
        for index, source in enumerate(sources):
            yield from _source(document, (*place, name, index), entry, event, source)
    for name in items[0].get("required") or []:
        if given and name not in given:
            yield Problem(place, f"an item without its required {name}", f"say which field of the event holds {name}")


def _events(document: Document, media: Media) -> Iterator[tuple[str, Any]]:
    """The events of a stream, and the schemas of their data."""
    union = document.resolve(media.value.get("schema")) or {}
    for member in union.get("anyOf") or []:
        properties = (document.resolve(member) or {}).get("properties") or {}
        name = (properties.get("event") or {}).get("const")
        if isinstance(name, str):
            yield name, (properties.get("data") or {}).get("contentSchema")


def _fields(document: Document, schema: Any, path: str) -> list[Any]:
    """The schemas of the field at the end of a path with dots, in any member of a union; none if there is no such."""
    found = [schema]
    for name in path.split("."):
        found = [
            member["properties"][name]
            for schema in found
            for member in _members(document, schema)
            if name in (member.get("properties") or {})
        ]
    return [resolved for schema in found if isinstance(resolved := document.resolve(schema), dict)]


def _enum(document: Document, schemas: list[Any]) -> list[str]:
    members = [member for schema in schemas for member in _members(document, schema)]
    return [value for member in members for value in member.get("enum") or []]


def _members(document: Document, schema: Any, depth: int = 0) -> Iterator[dict[str, Any]]:
    """A schema and the members of its unions, at every depth."""
    schema = document.resolve(schema)
    if not isinstance(schema, dict) or depth > 40:
        return
    yield schema
    for word in ("anyOf", "oneOf", "allOf"):
        for member in schema.get(word) or []:
            yield from _members(document, member, depth + 1)
