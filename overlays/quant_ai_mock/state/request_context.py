"""A validated request as handlers see it, and what they may return."""

from __future__ import annotations

import base64
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any, TypeAlias

from ..document.operations import EVENT_STREAM, ApiOperation
from ..document.schemas import Json
from .clock import iso
from .journal import Entry
from .organisation_store import OrganisationStore
from .server_state import ServerState
from .settings import Settings


@dataclass(slots=True)
class RequestContext:
    """One request that fits the spec, with everything that a handler needs."""

    state: ServerState
    operation: ApiOperation
    organisation: str
    token: str
    path: dict[str, str]
    query: dict[str, Any]
    raw_query: dict[str, str]
    sent: Json
    """The body as it was sent, without defaults."""
    headers: dict[bytes, bytes]
    base_url: str
    entry: Entry | None = None
    store: OrganisationStore = field(init=False)
    now: float = field(init=False)
    """The time of this request in seconds; it is the same for everything that the request does."""
    rules: dict[str, Any] | None = None
    """The rules of the organisation, once admission.governance_rules() has read them."""
    exact: bool = False
    """Whether numbers of any size are kept, because nothing calculates with them."""
    _body: Json = None

    def __post_init__(self) -> None:
        self.store = self.state.store.of(self.organisation)
        self.now = self.state.clock.now(self.organisation)

    @property
    def body(self) -> Json:
        """The body with the defaults of the spec filled in; an empty object if none was sent."""
        if self._body is None:
            media = self.operation.body
            value = {} if self.sent is None else self.sent
            schema = media.schema if media is not None else None
            self._body = value if schema is None else schema.fill_defaults(value, exact=self.exact)
        return self._body

    @property
    def iso_now(self) -> str:
        """The time of this request in ISO 8601."""
        return iso(self.now)

    @property
    def settings(self) -> Settings:
        """The settings that apply to the organisation."""
        return self.state.settings.of(self.organisation)

    def digest(self, kind: str, size: int = 16) -> bytes:
        """Bytes for a new id: the same for the same seed, organisation and sequence of requests."""
        return self.state.digest(self.organisation, kind, self.store.next_number(kind), size=size)

    def new_uuid(self, kind: str) -> str:
        """A new id in the form of a UUID."""
        digits = self.digest(kind).hex()
        variant = "89ab"[int(digits[16], 16) % 4]
        return f"{digits[:8]}-{digits[8:12]}-4{digits[13:16]}-{variant}{digits[17:20]}-{digits[20:]}"

    def new_hex(self, kind: str) -> str:
        """A new id of 32 hexadecimal digits."""
        return self.digest(kind).hex()

    def new_request_id(self) -> str:
        """A new id as API Gateway makes them. It ends in `=`, which has to be percent-encoded in a path."""
        return base64.b64encode(self.digest("request", 11), b"-_").decode()


@dataclass(slots=True)
class Reply:
    """A reply. Without a status it gets the first success status that the spec lists."""

    status: int | None = None
    body: Json = None
    headers: dict[str, str] = field(default_factory=dict)
    content: bytes | None = None
    content_type: str = "application/json"


Frame: TypeAlias = Mapping[str, Any]


@dataclass(slots=True)
class StreamReply:
    """A stream: of events, each `{event?, data, id?, retry?}` with `data` as text, or of the values of JSON lines."""

    frames: Iterable[Any]
    headers: dict[str, str] = field(default_factory=dict)
    checked: bool = True  # False for events that a test scripted, which need not fit the spec
    content_type: str = EVENT_STREAM


Handler: TypeAlias = Callable[[RequestContext], Any]
"""Makes the reply of an operation: a Reply, a StreamReply, or just the body."""
