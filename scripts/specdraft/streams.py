"""Draft the reply of an operation that streams events: its frames, their data, and how the stream is read.

Most documents have no schema of the events, but show a stream. Where nothing is said of them, the draft has an event
called `TODO`, which `make lint` reports, so that only names and fields are left to write.
"""

from __future__ import annotations

import json
from typing import Any

from generator.event_frames import StreamEvents, stream_events
from openapi import Spec, SpecFault, SpecPart, ref_name
from openapi.spec_operation import STREAM
from specdraft.naming import camel, pascal, words
from specdraft.samples import fits, sample
from specdraft.schema_draft import TODO, SchemaDraft, ref_to
from specdraft.shown_events import ShownEvent, ShownStream, schema_of, shown_stream

_TEXT = ("delta", "content", "text")
_LAST = {"complete", "completed", "done", "end", "ended", "error", "failed", "finish", "finished", "stop", "stopped"}
_EVENT = {"description": "The event type; it may be in `type` of the data instead.", "type": "string"}
_OTHERS = {
    "id": {"description": "Id of the event.", "type": "string", "examples": ["1"]},
    "retry": {"description": "Milliseconds to wait before reconnecting.", "type": "integer", "examples": [3000]},
}


class StreamDraft:
    """Drafts streams, one after the other; `notes` gets what a person has to look at."""

    def __init__(self, ours: Spec, schemas: SchemaDraft, notes: list[str]) -> None:
        self.ours, self.schemas, self.notes = ours, schemas, notes
        self._made: dict[str, dict[str, Any]] = {}

    def media(self, part: SpecPart, name: str, action: str) -> dict[str, Any]:
        """The media type of a reply that is a stream.

        Args:
            name: The operationId, for notes.
            action: What the operation does, without its tag: `watch`.
        """
        shown = shown_stream(self.schemas, part)
        key = repr(shown)
        if key not in self._made:
            self.notes += [f"{name}: the event {one} is no JSON object and is left out" for one in shown.others]
            self._made[key] = self._known(shown) or self._new(shown, name, self._base(action))
        return self._made[key]

    def _base(self, action: str) -> str:
        """What the names of the schemas begin with: `JobWatch`, or `JobStream` where the action says no more."""
        return pascal(self.schemas.noun, action.removeprefix("stream_").removesuffix("events").strip("_") or "stream")

    def _known(self, shown: ShownStream) -> dict[str, Any] | None:
        """A stream of the spec that has all events which are shown, and can stand for this one."""
        if not shown.frames or any(event.schema for event in shown.events.values()):
            return None
        try:
            unions = stream_events(self.ours)[0]
        except SpecFault:
            return None
        for media in self.ours.media:
            union = ref_name(media.value.get("schema"))
            extension = media.value.get("x-event-stream")
            if media.type == STREAM and isinstance(extension, dict) and self._takes(unions.get(union), shown):
                kept = {word: extension[word] for word in ("text", "terminal") if word in extension}
                frames = {name: event.frame for name, event in shown.events.items()}
                return _media(kept, ref_to(union), frames, shown.mark)
        return None

    def _takes(self, stream: StreamEvents | None, shown: ShownStream) -> bool:
        """Whether every event that is shown is one of a stream."""
        if stream is None or shown.mark not in ("", stream.done_mark):
            return False
        known = {event.name: event.schema for event in stream.events}
        return all(
            name in known and fits(ref_to(known[name]), self.schemas.root(), value)
            for name, event in shown.events.items()
            for value in event.samples
        )

    def _new(self, shown: ShownStream, name: str, base: str) -> dict[str, Any]:
        """A stream of its own."""
        if not shown.events:
            shown.events[TODO] = ShownEvent(TODO, samples=[{TODO: "text"}])
            self.notes.append(f"{name}: nothing says what its events are; write them in place of the event {TODO}")
        else:
            self.notes.append(f"{name}: check the names under x-event-stream, which are a guess")
        last = [one for one, event in shown.events.items() if event.named and words(one)[-1] in _LAST]
        if not last and not shown.mark:
            self.notes.append(f"{name}: nothing says which event is the last of its stream; write it under terminal")
        data = {one: self._data(event, f"{base}{pascal(one)}Event") for one, event in shown.events.items()}
        frames = [self._frame(event, data[one], f"{base}{pascal(one)}Frame") for one, event in shown.events.items()]
        if shown.mark:
            mark = {"description": "The marker after the last event.", "type": "string", "const": shown.mark}
            frames.append(self._object({"data": mark}, f"{base}MarkFrame"))
        frames.append(self._other(list(shown.events), f"{base}OtherFrame"))
        union = {"description": f"{TODO}: one event of the stream.", "anyOf": frames}
        fields = [self.schemas.resolve(schema).get("properties") or {} for schema in data.values()]
        text = [word for word in _TEXT if any(one.get(word, {}).get("type") == "string" for one in fields)]
        extension = {"text": text or ([TODO] if TODO in shown.events else [])}
        extension = {word: names for word, names in extension.items() if names}
        if last or not shown.mark:
            extension["terminal"] = last or [TODO]
        events = sorted(shown.events.values(), key=lambda event: event.name in last)
        examples = {event.name: event.frame or self._sample(event, data[event.name]) for event in events}
        return _media(extension, self.schemas.component(union, f"{base}Frame"), examples, shown.mark)

    def _data(self, event: ShownEvent, name: str) -> Any:
        """A reference to the schema of an event's data."""
        made = (
            self.schemas.schema(event.schema, "reply", name)
            if event.schema
            else self.schemas.of_samples(schema_of(event.samples), "reply", name)
        )
        return made if "$ref" in made else self.schemas.component({"description": TODO, **made}, name)

    def _frame(self, event: ShownEvent, data: Any, name: str) -> Any:
        text = {"description": f"The `{ref_name(data)}` as JSON text.", "type": "string"}
        content = {"contentMediaType": "application/json", "contentSchema": data}
        keys = [] if event.named else list(self.schemas.resolve(data).get("required") or [])
        keys = keys or ([] if event.named else _common(event.samples))
        shown = [key for key in _OTHERS if key in event.frame]
        properties = {"event": {**_EVENT, "const": event.name}, "data": text | content}
        return self._object(properties | {key: _OTHERS[key] for key in shown}, name, keys)

    def _other(self, names: list[str], name: str) -> Any:
        event = {"description": "The unknown event type.", "type": "string", "not": {"enum": names}}
        data = {"description": "The raw text; often JSON, but not always.", "type": "string"}
        body = {"description": "An event of an unknown type.", "type": "object", "required": ["event", "data"]}
        return self.schemas.component({**body, "properties": {"event": event, "data": data}}, name)

    def _object(self, properties: dict[str, Any], name: str, keys: list[str] | None = None) -> Any:
        body = {"description": TODO, "type": "object", "required": ["data"], **({"x-event-keys": keys} if keys else {})}
        return self.schemas.component({**body, "properties": properties}, name)

    def _sample(self, event: ShownEvent, data: Any) -> dict[str, Any]:
        value = sample(data, self.schemas.root(), {})
        text = json.dumps(value, separators=(",", ":"), ensure_ascii=False)
        return {"event": event.name, "data": text} if event.named else {"data": text}


def _common(samples: list[Any]) -> list[str]:
    """The keys that all samples have."""
    return [key for key in samples[0] if all(key in value for value in samples)] if samples else []


def _media(extension: dict[str, Any], schema: Any, frames: dict[str, Any], mark: str) -> dict[str, Any]:
    frames = {**frames, **({"mark": {"data": mark}} if mark else {})}
    named = {camel(name): {"summary": TODO, "value": frame} for name, frame in frames.items()}
    return {"x-event-stream": extension, "schema": schema, "examples": named}
