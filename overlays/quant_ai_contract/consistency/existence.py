"""Whether what was created is there, what was deleted is not, and nobody else has it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Final

from ..findings import Finding
from .deletions import Deletions
from .links import Links, NamedResource
from .recent import Recent
from .seen import ResourceKey, SeenExchange

_NOT_FOUND: Final = 404
_MOST: Final = 2000  # resources that are remembered


@dataclass
class Life:
    """What a recording says of one resource."""

    made_by: str = ""
    """The exchange that created it; "" if that is not recorded."""
    is_awaited: bool = False
    """Whether something has to be sent elsewhere before it is there."""
    is_made: bool = False
    """Whether the service made up its id, so that nothing else can have it."""
    read_by: str = ""
    """The exchange that showed it last."""
    body: int = 0
    """A hash of what that exchange replied."""
    missed_by: str = ""
    """The exchange that did not find it, since it was shown last."""
    deleted_by: str = ""
    ended: float | None = None
    """When that exchange ended."""
    confirmed: int = 0
    """The number of the last exchange that showed or created it."""


@dataclass
class Existence:
    """The resources of a recording."""

    links: Links
    deletions: Deletions
    lives: dict[ResourceKey, Life] = field(default_factory=lambda: Recent(_MOST))
    owners: dict[ResourceKey, str] = field(default_factory=lambda: Recent(_MOST))
    """The organisations in which the service made up the ids in a path."""
    collections: dict[ResourceKey, str] = field(default_factory=lambda: Recent(_MOST))
    """The exchanges that showed what is always there."""

    def judge(self, seen: SeenExchange) -> Iterator[Finding]:
        """Judge one exchange, and remember what it says."""
        if seen.operation.path_parameters:
            yield from self._resource(seen)
        elif seen.operation.method == "GET":
            yield from self._collection(seen)
        if seen.succeeded:
            for named in self.links.named(seen):
                yield from self._named(seen, named)

    def _resource(self, seen: SeenExchange) -> Iterator[Finding]:
        life = self.lives.get(seen.key)
        owner = next((self.owners[one] for one in _above(seen.key) if one in self.owners), None)
        if seen.succeeded and owner is not None and owner != seen.organisation:
            yield Finding("leak", "reply", "status", f"{seen.exchange.status}, though {owner!r} created what it names")
        if seen.operation.method == "DELETE" and seen.operation.body is None:
            if seen.succeeded and seen.operation.target.endswith("}"):  # others are settings, which are reset
                self._deleted(seen)
        elif seen.operation.method == "GET":
            yield from self._read(seen, life)
        elif seen.operation.method == "PUT" and seen.succeeded and life is not None:
            life.deleted_by = life.missed_by = ""

    def _read(self, seen: SeenExchange, life: Life | None) -> Iterator[Finding]:
        status = seen.exchange.status
        if seen.succeeded:
            if life is None:
                life = self.lives[seen.key] = Life()
            if life.deleted_by:
                yield from self._still(life, seen, "status", str(status), _hash(seen))
            elif life.missed_by and life.read_by:
                what = f"{status}, as {life.read_by} had it, and {life.missed_by} did not"
                yield Finding("flickers", "reply", "status", what)
            life.read_by, life.body, life.missed_by = str(seen), _hash(seen), ""
            life.confirmed = seen.number
        elif status == _NOT_FOUND and life is not None and not life.deleted_by:
            if self.deletions.last(seen) > life.confirmed:
                return
            if life.is_awaited and not life.read_by:
                return
            if not life.read_by:
                yield Finding("lost", "reply", "status", f"404, though it is what {life.made_by} created")
            elif not life.missed_by:
                what = f"404, though {life.read_by} showed it; someone else may have deleted it"
                yield Finding("lost", "reply", "status", what, note=True)
            life.missed_by = str(seen)

    def _collection(self, seen: SeenExchange) -> Iterator[Finding]:
        if seen.succeeded:
            self.collections[seen.key] = str(seen)
        elif seen.exchange.status == _NOT_FOUND and seen.key in self.collections:
            yield Finding("lost", "reply", "status", f"404, though {self.collections[seen.key]} showed it")

    def _deleted(self, seen: SeenExchange) -> None:
        life = self.lives.get(seen.key)
        if life is None:
            life = self.lives[seen.key] = Life()
        for key, one in self.lives.items():
            if key[: len(seen.key)] == seen.key:
                one.deleted_by, one.ended = str(seen), seen.exchange.ended

    def _named(self, seen: SeenExchange, named: NamedResource) -> Iterator[Finding]:
        life, owner = self.lives.get(named.key), self.owners.get(named.key[1:])
        if owner is not None and owner != seen.organisation:
            yield Finding("leak", "reply", "body", f"it names {named.key[-1]!r}, which {owner!r} created")
        if seen.operation.method != "GET":
            if seen.operation.method == "POST" and named.is_near:
                self._created(seen, named, life)
        elif life is not None and life.deleted_by and named.is_listed:
            yield from self._still(life, seen, "body", f"{named.key[-1]!r} is listed", 0)

    def _created(self, seen: SeenExchange, named: NamedResource, life: Life | None) -> None:
        if life is None or life.deleted_by:
            life = self.lives[named.key] = Life(str(seen), named.is_awaited, named.is_made)
        life.confirmed = seen.number
        if named.is_made:
            self.owners.setdefault(named.key[1:], seen.organisation)

    def _still(self, life: Life, seen: SeenExchange, at: str, what: str, body: int) -> Iterator[Finding]:
        """It was deleted and is still there. Only what the service named itself cannot have been created again."""
        if not seen.follows(life.ended):
            return
        certain = life.is_made or (body != 0 and body == life.body)
        again = "" if certain else "; someone else may have created it again"
        yield Finding("undead", "reply", at, f"{what}, though {life.deleted_by} deleted it{again}", note=not certain)


def _hash(seen: SeenExchange) -> int:
    return hash(seen.exchange.reply_body)


def _above(key: ResourceKey) -> Iterator[ResourceKey]:
    """A path without its organisation, and all paths above it."""
    return (key[1:end] for end in range(len(key), 1, -1))
