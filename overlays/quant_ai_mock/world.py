"""Everything that one server holds, and one request as a handler sees it."""

from __future__ import annotations

import base64
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from hashlib import blake2b
from pathlib import Path
from typing import Any, TypeAlias

from .clock import Clock, iso
from .contract import Contract, Operation
from .faults import FaultBook
from .journal import Entry, Journal
from .schemas import Json
from .scripts import ScriptBook
from .settings import Settings, SettingsBook
from .store import Shelf, Store

TEST_TOKEN = "test-token"


class World:
    """State, clock, faults and the rest of one server. Nothing of it lives in a module."""

    def __init__(
        self,
        contract: Contract,
        *,
        db: Path | None = None,
        seed: int = 0,
        tokens: Mapping[str, str | Iterable[str]] | None = None,
        strict: bool = False,
        settings: Settings | None = None,
    ) -> None:
        self.contract = contract
        self.store = Store(db)
        self.clock = Clock()
        self.seed = seed
        self.strict = strict
        self.settings = SettingsBook(settings)
        self.faults = FaultBook(seed)
        self.scripts = ScriptBook()
        self.journal = Journal()
        self.tokens: dict[str, frozenset[str] | None] = {TEST_TOKEN: None}
        for token, named in (tokens or {}).items():
            self.tokens[token] = frozenset([named] if isinstance(named, str) else named)
        self.caches: dict[Any, Any] = {}
        self.snapshots: dict[str, dict[str, Any]] = {}

    def reset(self, organisation: str | None = None) -> None:
        """Back to the beginning, for everybody or for one organisation."""
        self.store.clear(organisation)
        self.journal.clear(organisation)
        self.faults.clear(organisation)
        self.scripts.clear(organisation)
        self.clock.reset(organisation)
        self.settings.reset(organisation)
        self.caches.clear()

    def digest(self, *parts: object, size: int = 16) -> bytes:
        """Bytes that follow from the seed and the parts alone."""
        return blake2b("\0".join(map(str, (self.seed, *parts))).encode(), digest_size=size).digest()


@dataclass(slots=True)
class Call:
    """One request, checked against the document: all that a handler needs to answer it."""

    world: World
    operation: Operation
    organisation: str
    token: str
    path: dict[str, str]
    query: dict[str, Any]
    raw_query: dict[str, str]
    sent: Json
    headers: dict[bytes, bytes]
    base_url: str
    entry: Entry | None = None
    shelf: Shelf = field(init=False)
    now: float = field(init=False)
    """The time of this request, in seconds; one time for all that it does."""
    rules: dict[str, Any] | None = None
    """The rules of the organisation, once governing.rules() has read them."""
    _body: Json = None

    def __post_init__(self) -> None:
        self.shelf = self.world.store.shelf(self.organisation)
        self.now = self.world.clock.now(self.organisation)

    @property
    def body(self) -> Json:
        """The body with the document's defaults filled in; an empty object where none was sent."""
        if self._body is None:
            media = self.operation.body
            value = {} if self.sent is None else self.sent
            self._body = media.schema.complete(value) if media is not None and media.schema is not None else value
        return self._body

    @property
    def iso_now(self) -> str:
        return iso(self.now)

    @property
    def settings(self) -> Settings:
        return self.world.settings.of(self.organisation)

    def digest(self, kind: str, size: int = 16) -> bytes:
        """New bytes for an id: the same for the same seed, organisation and sequence of requests."""
        return self.world.digest(self.organisation, kind, self.shelf.number(kind), size=size)

    def new_uuid(self, kind: str) -> str:
        digits = self.digest(kind).hex()
        variant = "89ab"[int(digits[16], 16) % 4]
        return f"{digits[:8]}-{digits[8:12]}-4{digits[13:16]}-{variant}{digits[17:20]}-{digits[20:]}"

    def new_hex(self, kind: str) -> str:
        return self.digest(kind).hex()

    def new_request_id(self) -> str:
        """An id as API Gateway makes them. It ends in `=`, which has to be percent-encoded in a path."""
        return base64.b64encode(self.digest("request", 11), b"-_").decode()


@dataclass(slots=True)
class Reply:
    """What a handler answers; the first success status of the document where it names none."""

    status: int | None = None
    body: Json = None
    headers: dict[str, str] = field(default_factory=dict)
    content: bytes | None = None
    content_type: str = "application/json"


Frame: TypeAlias = Mapping[str, Any]


@dataclass(slots=True)
class EventStream:
    """A stream of events, `{event?, data, id?, retry?}` each; the text of `data` is already encoded."""

    frames: Iterable[Frame]
    headers: dict[str, str] = field(default_factory=dict)
    checked: bool = True  # False for events that a test wrote, which may be wrong on purpose
