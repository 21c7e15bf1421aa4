"""Read the schemas of event streams: which frames a stream has, and the schema of the data of each."""

from __future__ import annotations

from typing import Any, NamedTuple

from openapi import Spec, SpecFault, ref_name
from openapi.spec_operation import STREAM


class StreamEvent(NamedTuple):
    """One frame of an event stream: `event: content`, with the schema of its data."""

    name: str
    schema: str
    keys: list[str]


class StreamEvents(NamedTuple):
    """A union of frames."""

    union: str
    events: list[StreamEvent]
    done_mark: str | None


def stream_events(spec: Spec) -> tuple[dict[str, StreamEvents], set[str]]:
    """The events of each stream by the name of the union of its frames, and the names of all frames and unions."""
    components = spec.components("schemas")
    events = {name: _events(name, components) for name in _unions(spec)}
    return events, set(events) | {frame for name in events for frame in _refs(components[name])}


def _unions(spec: Spec) -> dict[str, None]:
    """Names of the schemas of event streams, each once."""
    found: dict[str, None] = {}
    for operation in spec.operations:
        for part in operation.responses.values():
            if STREAM not in part.content:
                continue
            name = ref_name(part.content[STREAM].get("schema"))
            if not name:
                raise SpecFault(part.place, f"the schema of {STREAM} is a reference to a union of frames")
            found[name] = None
    return found


def _events(name: str, components: dict[str, dict[str, Any]]) -> StreamEvents:
    frames = {frame: components[frame] for frame in _refs(components[name])} or {name: components[name]}
    found: list[StreamEvent] = []
    done_mark: str | None = None
    for frame, schema in frames.items():
        properties = schema.get("properties", {})
        data = properties.get("data")
        if data is None:
            raise SpecFault(("components", "schemas", frame), "a frame of an event stream has the property data")
        if "const" in data:
            done_mark = data["const"]
        elif "contentSchema" in data:
            event = properties.get("event", {}).get("const", "message")
            schema_name = ref_name(data["contentSchema"])
            if schema_name not in components:
                raise SpecFault(("components", "schemas", frame), "contentSchema is a reference to a component")
            found.append(StreamEvent(event, schema_name, schema.get("x-event-keys", [])))
    return StreamEvents(f"{name.removesuffix('Frame').removesuffix('Event')}Event", found, done_mark)


def _refs(schema: dict[str, Any]) -> list[str]:
    members = schema.get("anyOf") or schema.get("oneOf") or []
    return [ref_name(member) for member in members if "$ref" in member]
