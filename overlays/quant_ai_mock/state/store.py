"""The store: records, bytes, usage and counters of each organisation, in one SQLite database.

It is in memory by default, or in a file with `--db`. Every access goes through an OrganisationStore, so that no query
can reach from one organisation to another. A request is one transaction, committed before its reply leaves: what was
replied survives a crash.
"""

from __future__ import annotations

import base64
import secrets
import sqlite3
from collections.abc import Callable
from contextlib import AbstractContextManager, nullcontext
from pathlib import Path
from typing import Any

import orjson

from .database import DERIVED, TABLES, open_database
from .organisation_store import OrganisationStore

MAX_CACHED = 1024  # organisations whose stores are kept as objects


class Store:
    """The records of all organisations."""

    def __init__(self, file: Path | None = None) -> None:
        self.file = file
        self._in_transaction = False
        self._transaction = _Transaction(self)
        self._inner = nullcontext()
        self._organisations: dict[str, OrganisationStore] = {}
        self.on_rollback: Callable[[], object] = bool
        """Called when writes are undone: what was derived from them is wrong then."""
        self._connection = open_database(file)

    def secret(self, name: str) -> bytes:
        """Random bytes that are made once for this store."""
        found = self.remembered(name)
        if found is None:
            found = secrets.token_bytes(32)
            self.remember(name, found)
        return found

    def remembered(self, name: str) -> bytes | None:
        """What remember() kept under a name: of the server itself, and of no organisation."""
        row = self._connection.execute("SELECT value FROM server WHERE name = ?", (name,)).fetchone()
        return None if row is None else row[0]

    def remember(self, name: str, value: bytes) -> None:
        """Keep a value of the server itself. Nothing that is reset, dumped or restored concerns it."""
        self.write("REPLACE INTO server VALUES (?, ?)", (name, value))

    def of(self, organisation: str) -> OrganisationStore:
        """The part of the store that belongs to one organisation."""
        found = self._organisations.get(organisation)
        if found is None:
            if len(self._organisations) >= MAX_CACHED:
                self._organisations.clear()
            found = self._organisations[organisation] = OrganisationStore(
                self._connection.execute, self.write, organisation
            )
        return found

    def transaction(self) -> AbstractContextManager[None]:
        """A context in which all writes are kept or none is; a nested transaction is part of the outer one."""
        return self._inner if self._in_transaction else self._transaction

    def write(self, statement: str, values: tuple[Any, ...]) -> sqlite3.Cursor:
        """Execute a statement that changes something; the first one begins the transaction."""
        if self._in_transaction and not self._connection.in_transaction:
            self._connection.execute("BEGIN")
        return self._connection.execute(statement, values)

    def begin(self) -> None:
        """Enter a transaction."""
        self._in_transaction = True

    def end(self, how: str) -> None:
        """Leave the transaction by COMMIT or ROLLBACK."""
        self._in_transaction = False
        if self._connection.in_transaction:
            self._connection.execute(how)
            if how == "ROLLBACK":
                self.on_rollback()

    def organisations(self) -> list[str]:
        """The names of the organisations that have records."""
        rows = self._connection.execute("SELECT organisation FROM counters UNION SELECT organisation FROM kinds")
        return sorted(row[0] for row in rows)

    def counts(self, organisation: str | None = None) -> dict[str, dict[str, int]]:
        """The number of records of each kind, by organisation."""
        found: dict[str, dict[str, int]] = {}
        for name, kind, count in self._connection.execute(
            "SELECT organisation, kind, count FROM kinds WHERE (?1 IS NULL OR organisation = ?1) AND count > 0",
            (organisation,),
        ):
            found.setdefault(name, {})[kind] = count
        return found

    def clear(self, organisation: str | None = None) -> None:
        """Delete everything, or everything of one organisation."""
        with self.transaction():
            for table in (*TABLES, *DERIVED):
                if organisation is None:
                    self.write(f"DELETE FROM {table}", ())
                else:
                    self.write(f"DELETE FROM {table} WHERE organisation = ?", (organisation,))

    def dump(self, organisation: str | None = None) -> dict[str, Any]:
        """All records, or those of one organisation, as a JSON value."""
        return {table: [_as_json(row) for row in self._rows(table, organisation)] for table in TABLES}

    def restore(self, state: dict[str, Any], organisation: str | None = None) -> None:
        """Replace all records, or those of one organisation, by what dump() returned."""
        if unknown := set(state) - set(TABLES):
            raise ValueError(f"unknown part {min(unknown)!r}")
        with self.transaction():
            self.clear(organisation)
            for table in TABLES:
                for row in state.get(table, []):
                    values = tuple(_from_json(value) for value in row)
                    if organisation is None or values[0] == organisation:
                        places = ", ".join("?" * len(values))
                        self.write(f"INSERT INTO {table} VALUES ({places})", values)
                        if table == "things" and values[5]:
                            self.of(values[0]).add_marks(values[1], values[3], orjson.loads(values[5]))

    def close(self) -> None:
        """Close the database."""
        self._connection.close()

    def _rows(self, table: str, organisation: str | None) -> sqlite3.Cursor:
        return self._connection.execute(
            f"SELECT * FROM {table} WHERE ?1 IS NULL OR organisation = ?1",
            (organisation,),
        )


class _Transaction(AbstractContextManager[None]):
    """The outermost transaction; a class, because a generator would take longer than some requests."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def __enter__(self) -> None:
        self._store.begin()

    def __exit__(self, kind: type[BaseException] | None, *_rest: object) -> None:
        self._store.end("COMMIT" if kind is None else "ROLLBACK")


def _as_json(row: tuple[Any, ...]) -> list[Any]:
    return [{"base64": base64.b64encode(value).decode()} if isinstance(value, bytes) else value for value in row]


def _from_json(value: Any) -> Any:
    return base64.b64decode(value["base64"]) if isinstance(value, dict) else value
