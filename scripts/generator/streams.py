"""`x-event-stream` in the names of the generated models: what an event of one name gives to a field of another."""

from __future__ import annotations

from typing import Any, NamedTuple

from openapi_python_client.parser.properties.protocol import PropertyProtocol as Property

from openapi import Pointer, SpecFault

from .event_frames import StreamEvents
from .parser_properties import name_of
from .python_types import Types


class Filled(NamedTuple):
    """A field of the reply that takes its value from a field of an event; names are those of Python."""

    path: tuple[str, ...]
    event: str
    source: str
    words: tuple[tuple[str, str], ...]
    """The event's words, and the reply's words for them."""


class Collected(NamedTuple):
    """A field of the reply that collects items from every event of a kind; names are those of Python."""

    path: tuple[str, ...]
    event: str
    source: str
    item: str
    """The model of an item."""
    fields: tuple[tuple[str, tuple[str, ...]], ...]
    """Fields of an item, as on the wire, with the event's fields that may hold them."""
    required: tuple[str, ...]
    empty: tuple[str, ...]
    """Required fields that are objects, and so can be empty."""
    single: bool
    """Whether one item stands alone, not in a list."""


class StreamFields:
    """The fields of one stream's events and of its reply."""

    def __init__(self, types: Types, events: StreamEvents, extension: dict[str, Any], pointer: Pointer) -> None:
        self._types, self._extension, self._pointer = types, extension, pointer
        self._events = {event.name: event.schema for event in events.events}

    def filled(self) -> list[Filled]:
        """The fields under `fill`."""
        return [
            Filled(
                self._target(("fill", path), path)[0],
                entry["event"],
                self._sources(("fill", path, "from"), entry["event"], [entry["from"]])[0],
                tuple(entry.get("values", {}).items()),
            )
            for path, entry in self._extension.get("fill", {}).items()
        ]

    def collected(self) -> list[Collected]:
        """The fields under `collect`."""
        return [self._collected(path, entry) for path, entry in self._extension.get("collect", {}).items()]

    def _collected(self, path: str, entry: dict[str, Any]) -> Collected:
        place = ("collect", path)
        attributes, prop = self._target(place, path)
        items = next(filter(None, map(self._types.items, self._types.members(prop))), None)
        model = next(iter(self._types.object_members(items)), None) if items else None
        if model is None:
            raise self._error(place, f"{path} is not an array of objects")
        fields = {
            name: self._sources((*place, "item", name), entry["event"], sources)
            for name, sources in entry.get("item", {}).items()
        }
        known = {field.name.get_untrusted_value(): field for field in self._types.fields(model)}
        if unknown := fields.keys() - known.keys():
            raise self._error((*place, "item"), f"{name_of(model)} has no property {min(unknown)}")
        required = [name for name in fields if known[name].required]
        empty = [name for name in required if self._is_object(known[name])]
        return Collected(
            attributes,
            entry["event"],
            self._sources((*place, "from"), entry["event"], [entry["from"]])[0],
            name_of(model),
            tuple(fields.items()),
            tuple(name for name in required if name not in empty),
            tuple(empty),
            single=any(map(self._types.is_model, self._types.members(prop))),
        )

    def _is_object(self, prop: Property) -> bool:
        return all(map(self._types.is_map, self._types.members(prop)))

    def _target(self, place: Pointer, path: str) -> tuple[tuple[str, ...], Property]:
        """The attributes that lead to a field of the reply, and the field."""
        found = self._types.at(self._types.named.get(self._extension.get("reply", "")), path)
        if found is None:
            raise self._error(place, f"the reply has no {path}")
        return found

    def _sources(self, place: Pointer, event: str, names: list[str]) -> tuple[str, ...]:
        """The attributes of an event's fields."""
        if event not in self._events:
            raise self._error(place[:2], f"the stream has no event {event}")
        fields = self._types.attributes(self._types.named[self._events[event]])
        if missing := [name for name in names if name not in fields]:
            raise self._error(place, f"the event {event} has no property {missing[0]}")
        return tuple(fields[name] for name in names)

    def _error(self, place: Pointer, message: str) -> SpecFault:
        return SpecFault((*self._pointer, *place), message)
