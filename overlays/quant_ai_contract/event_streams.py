"""Read a recorded event stream, by the WHATWG standard.

It shares no code with the client's decoder, so that a mistake in one of them shows as a difference. It reads a whole
stream at once; only the client needs speed and chunks.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Any, Final

_LINE_END: Final = re.compile(r"\r\n|\n|\r")


@dataclass(frozen=True)
class RecordedStream:
    """The events of a stream, in the form that the spec describes: `{event?, data, id?, retry?}`."""

    events: list[dict[str, Any]] = field(default_factory=list)
    comments: int = 0
    unfinished: str = ""
    """The text after the last empty line: an event that a reader must drop."""
    broken_utf8: bool = False


def parse_event_stream(raw: bytes) -> RecordedStream:
    """Parse the bytes of a whole stream."""
    text = raw.decode("utf-8", "replace").removeprefix("\ufeff")
    broken = "\ufffd" in text and b"\xef\xbf\xbd" not in raw
    events: list[dict[str, Any]] = []
    comments, begin, fields, data = 0, 0, dict[str, Any](), list[str]()
    position = 0
    while (end := _LINE_END.search(text, position)) is not None:
        line = text[position : end.start()]
        position = end.end()
        if not line:
            if data:
                events.append({**fields, "data": "\n".join(data)})
            fields, data, begin = {}, [], position
        elif line.startswith(":"):
            comments += 1
            if not fields and not data:
                begin = position
        else:
            name, _, value = line.partition(":")
            _field(name, value.removeprefix(" "), fields, data)
    return RecordedStream(events, comments, text[begin:], broken)


def _field(name: str, value: str, fields: dict[str, Any], data: list[str]) -> None:
    if name == "data":
        data.append(value)
    elif name == "retry":
        if value.isascii() and value.isdigit():
            fields["retry"] = int(value)
    elif name == "event" or (name == "id" and "\0" not in value):
        fields[name] = value
