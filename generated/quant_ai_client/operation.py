# Copied from scripts/generator/runtime/operation.py. Do not edit: change that, and run `make generate`.
"""What the spec says about an operation, in the form that callers work with.

An operation module holds constants of these types and a `request` function; a caller (see `protocol`) sends the
request and decodes the reply with the operation. Nothing here does I/O.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from types import MappingProxyType
from typing import Any, Generic, Literal, NamedTuple, TypeVar

from .decoding import nothing, to_file
from .errors import DecodeError
from .types import UNSET

T = TypeVar("T")

_JSON = re.compile(r"application/(.+\+)?json\s*(;.*)?", re.IGNORECASE)
_JSON_LINES = re.compile(
    r"(application|text)/((x-)?(ndjson|jsonl|jsonlines|json-lines)|(.+\+)?json-seq)\s*(;.*)?", re.IGNORECASE
)
_NONE: Mapping[Any, Any] = MappingProxyType({})


def is_json(content_type: str) -> bool:
    """Whether a media type is JSON: `application/json`, one that ends in `+json`, with or without parameters."""
    return bool(_JSON.fullmatch(content_type.strip()))


def is_stream(content_type: str) -> bool:
    """Whether a media type is that of a stream: server-sent events or JSON lines."""
    return is_event_stream(content_type) or is_json_lines(content_type)


def is_event_stream(content_type: str) -> bool:
    """Whether a media type is `text/event-stream`."""
    return content_type.lower().startswith("text/event-stream")


def is_json_lines(content_type: str) -> bool:
    """Whether a media type is that of JSON texts in a row, one on each line: `application/x-ndjson` and others."""
    return bool(_JSON_LINES.fullmatch(content_type.strip()))


class Request(NamedTuple):
    """One request, encoded as the spec says and relative to the server's URL."""

    path: str
    """Parameters filled in and percent-encoded: "/sessions/s-1"."""
    query: Sequence[tuple[str, str]] = ()
    headers: Mapping[str, str] = _NONE
    body: Any = UNSET
    """A JSON value if `content_type` is JSON, otherwise bytes; UNSET for none."""
    content_type: str = "application/json"

    @property
    def is_json(self) -> bool:
        """Whether the body is a JSON value."""
        return is_json(self.content_type)


class Pagination(NamedTuple):
    """`x-pagination` of the spec. Names of properties and parameters are those on the wire."""

    style: Literal["cursor", "offset"]
    location: Literal["query", "body"]
    position: str
    """Parameter that selects the next page: "cursor" or "offset"."""
    limit: str | None = None
    """Parameter that bounds a page."""
    items: str | None = None
    """Property of the reply that holds the items; None: the reply is the array."""
    next: str | None = None
    """Property with the next cursor."""
    more: str | None = None
    """Property that says whether there is a next page."""
    max_limit: int | None = None
    """The largest number of items that the spec allows on a page."""


class Polling(NamedTuple):
    """`x-polling` of the spec. Names are attributes of the reply's model; times are in seconds."""

    state: str
    succeeded: tuple[str, ...]
    failed: tuple[str, ...]
    waiting: tuple[str, ...] = ()
    """States in which the job waits for the caller."""
    result: str | None = None
    error: str | None = None
    message: str | None = None
    """Field of the error with its text, if the error is an object."""
    first_interval: float = 1.0
    max_interval: float = 30.0
    deadline: float = 900.0


class ToolCallFields(NamedTuple):
    """`x-tool-calls` of the spec: how a reply asks the caller to run tools. Names are attributes of the models."""

    calls: tuple[str, ...]
    """Where the call or the list of calls is in the reply: ("response", "tool_use")."""
    id: str
    name: str
    input: str
    background: str | None = None
    """Field that only those calls have which the service runs itself."""
    callback: str | None = None
    """Field of the reply with the id to submit results with."""


class EventType(NamedTuple):
    """One kind of event in a stream."""

    name: str
    decode: Callable[[Any], Any]
    """Makes the event of its JSON data."""
    keys: tuple[str, ...] = ()
    """Keys of the data that identify the event if it has no name."""
    terminal: bool = False


class FilledField(NamedTuple):
    """A field of a stream's reply that an event has under another name. Names are attributes of the models."""

    path: tuple[str, ...]
    """Where the field is in the reply: ("response", "stop_reason")."""
    event: str
    """Name of the event."""
    source: str
    """Field of the event."""
    values: tuple[tuple[str, str], ...] = ()
    """The event's values, and the reply's values for them. Other values are copied."""


class CollectedField(NamedTuple):
    """A field of a stream's reply that collects items from all events of one kind."""

    path: tuple[str, ...]
    event: str
    source: str
    """Field of the event with an item or a list of them."""
    item: Callable[[Any], Any]
    """Makes an item of a JSON object."""
    fields: tuple[tuple[str, tuple[str, ...]], ...] = ()
    """Wire names of an item's fields, each with the fields of an event without `source` that may hold it."""
    required: tuple[str, ...] = ()
    """Wire names that an event must have to give an item."""
    empty: tuple[str, ...] = ()
    """Wire names that become an empty object if the event lacks them."""
    single: bool = False
    """Whether one item is stored alone, and not in a list."""


class EventTypes(NamedTuple):
    """`x-event-stream` of the spec: the events of a stream, in the order of the spec."""

    types: tuple[EventType, ...]
    text: tuple[str, ...] = ()
    """Wire names of the properties that hold text; the first that is present wins."""
    reply: str | None = None
    """Name of the model that the whole stream adds up to."""
    done_mark: str | None = None
    """Data that ends the stream without being an event: "[DONE]"."""
    fill: tuple[FilledField, ...] = ()
    collect: tuple[CollectedField, ...] = ()
    lines: bool = False
    """Whether these are JSON lines instead of server-sent events: one type without a name, and no final reply."""


class Operation(NamedTuple, Generic[T]):
    """How to send an operation, and how to decode its success replies as T."""

    id: str
    """operationId: "chat_send"."""
    method: str
    path: str
    """As in the spec: "/sessions/{sessionId}"."""
    replies: Mapping[int, Callable[[Any], T]]
    """Success status -> decoder of the JSON value, of bytes if the content is something else, or of None if there is
    none. 2 stands for 2XX, and 0 for every status that is not an error."""
    accept: str = "application/json"
    idempotent: bool = False
    """Whether a lost request may be sent again without a second effect."""
    pagination: Pagination | None = None
    polling: Polling | None = None
    tool_calls: ToolCallFields | None = None
    events: EventTypes | None = None
    base: str = ""
    """The path from the base URL to the operation's own server, if it has one: "/.."."""
    public: bool = False
    """Whether it needs no token, so that none is sent."""
    files: tuple[int, ...] = ()
    """Keys of `replies` whose content is not JSON, or not always: then its content type says which."""
    other_statuses: tuple[int, ...] = ()
    """Success statuses of the spec that belong to other methods of the operation."""
    errors: Mapping[int, Callable[[Any], Any]] = _NONE
    """Error status -> decoder of the JSON value; 4 stands for 4XX, 0 for every other status."""

    def decoder(self, status: int, content_type: str) -> tuple[Callable[[Any], T] | None, bool]:
        """How to decode a success, and whether its content is JSON; None if the status is no success.

        A status of 200 to 299 that the spec does not have is read like the one that it has: 200 in place of 201.
        """
        found = next((key for key in (status, status // 100, 0) if key in self.replies), None)
        if found is None and 200 <= status < 300 and status not in self.other_statuses:
            found = next(iter(self.replies), None)
        if found is None or status >= 400:
            return None, True
        decode = self.replies[found]
        if found not in self.files:
            return decode, True
        if decode is not to_file and is_json(content_type):
            return decode, True
        return to_file, False  # type: ignore[return-value]  # T is a union with File then

    def decode_empty(self, decode: Callable[[Any], T], status: int) -> T:
        """Decode a success without a body: the reply is empty, where it says no more than that the call succeeded.

        Raises:
            DecodeError: The reply is what the call is made for.
        """
        if decode is nothing:
            return decode(None)
        changes = self.method in ("DELETE", "PUT", "PATCH") or 201 in self.replies
        if not changes and (status not in (204, 205) or self.method == "GET"):
            raise DecodeError("", "it is empty")
        try:
            reply = decode({})
        except DecodeError:
            reply = decode([])
        if not changes:
            from .arguments import has_required_parts

            if has_required_parts(reply):
                raise DecodeError("", "it is empty")
        return reply

    def decode_error(self, status: int, value: Any) -> Any:
        """Decode the body of an error reply; None if the spec does not describe it, or it has another form."""
        decode = self.errors.get(status) or self.errors.get(status // 100) or self.errors.get(0)
        try:
            return decode(value) if decode else None
        except ValueError:
            return None
