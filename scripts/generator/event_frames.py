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
    events = {name: _events(spec, name, components) for name in _unions(spec)}
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
                fix = "move it to components/schemas, as a union of frames with event and data"
                raise SpecFault((*part.pointer, "content", STREAM), f"the schema of {STREAM} has no name; {fix}")
            found[name] = None
    return found


def _events(spec: Spec, name: str, components: dict[str, dict[str, Any]]) -> StreamEvents:
    frames = {frame: components[frame] for frame in _refs(components[name])} or {name: components[name]}
    found: list[StreamEvent] = []
    done_mark: str | None = None
    for frame, schema in frames.items():
        properties = schema.get("properties", {})
        data = properties.get("data")
        if data is None:
            what = f"{frame} describes an event of a stream, and has no property data"
            raise SpecFault(("components", "schemas", frame), f"{what}; add data, with its contentSchema")
        if "const" in data:
            done_mark = data["const"]
        elif "contentSchema" in data:
            place = ("components", "schemas", frame, "properties", "data", "contentSchema")
            schema_name = ref_name(data["contentSchema"])
            if schema_name not in components:
                raise SpecFault(place, f"the data of {frame} has no name; move its schema to components")
            if _is_scalar(components[schema_name]):
                raise SpecFault(place, f"the data of {frame} is {schema_name}; make it an object")
            for event in _names(spec, properties) or ["message"]:
                if any(other.name == event for other in found):
                    fix = "make their data one union"
                    raise SpecFault(("components", "schemas", frame), f"two frames have the event {event}; {fix}")
                found.append(StreamEvent(event, schema_name, schema.get("x-event-keys", [])))
        elif names := _names(spec, properties):
            fix = "describe JSON with contentSchema, or leave the frame out: other events are kept"
            raise SpecFault(("components", "schemas", frame), f"the event {names[0]} is plain text; {fix}")
    return StreamEvents(f"{name.removesuffix('Frame').removesuffix('Event')}Event", found, done_mark)


def _names(spec: Spec, properties: dict[str, Any]) -> list[str]:
    """The names of the event of a frame: one, or those of an enum."""
    schema = spec.resolve(properties.get("event", {})) or {}
    return [str(schema["const"])] if "const" in schema else [str(name) for name in schema.get("enum", [])]


def _is_scalar(schema: dict[str, Any]) -> bool:
    return schema.get("type") in ("string", "integer", "number", "boolean")


def _refs(schema: dict[str, Any]) -> list[str]:
    members = schema.get("anyOf") or schema.get("oneOf") or []
    return [ref_name(member) for member in members if "$ref" in member]
