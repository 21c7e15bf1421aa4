"""Everything that belongs to one server: its API, store, clock, settings, faults, scripts and journal."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from hashlib import blake2b
from pathlib import Path
from typing import Any

from ..document.api import Api
from .clock import ServerClock
from .faults import FaultBook
from .journal import Journal
from .replay import ReplayBook
from .scripted_replies import ScriptBook
from .settings import Settings, SettingsBook
from .store import Store

TEST_TOKEN = "test-token"  # accepted for every organisation


class ServerState:
    """The state of one server. No state is kept in modules or classes, so that servers in one process share nothing."""

    def __init__(
        self,
        api: Api,
        *,
        db: Path | None = None,
        seed: int = 0,
        tokens: Mapping[str, str | Iterable[str]] | None = None,
        strict: bool = False,
        settings: Settings | None = None,
    ) -> None:
        self.api = api
        self.store = Store(db)
        self.signing_key = self.store.secret("signing key")
        self.clock = ServerClock(
            kept=self.store.remembered("clock"),
            keep=None if db is None else lambda value: self.store.remember("clock", value),
        )
        self.seed = seed
        self.strict = strict
        self.forgiving = True
        """Whether requests may have what PHP and Go write for nothing, which the spec does not allow."""
        self.settings = SettingsBook(settings)
        self.faults = FaultBook(seed)
        self.scripts = ScriptBook()
        self.replays = ReplayBook()
        self.journal = Journal()
        self.tokens: dict[str, frozenset[str] | None] = {TEST_TOKEN: None}
        for token, named in (tokens or {}).items():
            self.tokens[token] = frozenset([named] if isinstance(named, str) else named)
        self.caches: dict[tuple[str, ...], Any] = {}
        """What was derived from records, and can be derived again: by its kind and its organisation."""
        self.store.on_rollback = self.caches.clear
        self.snapshots: dict[tuple[str | None, str], dict[str, Any]] = {}
        """What was saved, by organisation (None for the whole server) and name."""

    def reset(self, organisation: str | None = None) -> None:
        """Forget everything, or everything of one organisation."""
        self.store.clear(organisation)
        self.journal.clear(organisation)
        self.faults.clear(organisation)
        self.scripts.clear(organisation)
        self.replays.reset(organisation)
        self.clock.reset(organisation)
        self.settings.reset(organisation)
        self.forget_derived(organisation)

    def forget_derived(self, organisation: str | None = None) -> None:
        """Forget what was derived from the records of an organisation, or from all."""
        for key in [key for key in self.caches if organisation in (None, key[1])]:
            del self.caches[key]

    def digest(self, *parts: object, size: int = 16) -> bytes:
        """Bytes derived from the seed and the parts alone."""
        return blake2b("\0".join(map(str, (self.seed, *parts))).encode(), digest_size=size).digest()
