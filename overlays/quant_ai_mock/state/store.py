"""The store: records, bytes, usage and counters of each organisation, in one SQLite database.

It is in memory by default, or in a file with `--db`. Every access goes through an OrganisationStore, so that no query
can reach from one organisation to another. A request is one transaction, committed before its reply leaves: what was
replied survives a crash.
"""

from __future__ import annotations

import base64
import secrets
import sqlite3
from collections.abc import Callable, Collection, Iterable, Iterator
from contextlib import AbstractContextManager, nullcontext
from pathlib import Path
from typing import Any, NamedTuple

import orjson

SCHEMA = """
CREATE TABLE IF NOT EXISTS things (
    organisation TEXT NOT NULL, kind TEXT NOT NULL, id TEXT NOT NULL, number INTEGER NOT NULL, until REAL, marks TEXT,
    value BLOB NOT NULL, PRIMARY KEY (organisation, kind, id)
) WITHOUT ROWID;
CREATE INDEX IF NOT EXISTS things_in_order ON things (organisation, kind, number, until);
CREATE TABLE IF NOT EXISTS marks (
    organisation TEXT NOT NULL, kind TEXT NOT NULL, mark TEXT NOT NULL, number INTEGER NOT NULL,
    PRIMARY KEY (organisation, kind, mark, number)
) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS kinds (
    organisation TEXT NOT NULL, kind TEXT NOT NULL, count INTEGER NOT NULL, last INTEGER NOT NULL,
    PRIMARY KEY (organisation, kind)
) WITHOUT ROWID;
CREATE TRIGGER IF NOT EXISTS thing_added AFTER INSERT ON things BEGIN
    INSERT INTO kinds VALUES (new.organisation, new.kind, 1, new.number)
        ON CONFLICT DO UPDATE SET count = count + 1, last = max(last, excluded.last);
END;
CREATE TRIGGER IF NOT EXISTS thing_deleted AFTER DELETE ON things BEGIN
    UPDATE kinds SET count = count - 1 WHERE organisation = old.organisation AND kind = old.kind;
END;
CREATE TABLE IF NOT EXISTS blobs (
    organisation TEXT NOT NULL, kind TEXT NOT NULL, id TEXT NOT NULL, value BLOB NOT NULL,
    PRIMARY KEY (organisation, kind, id)
);
CREATE TABLE IF NOT EXISTS sums (
    organisation TEXT NOT NULL, day TEXT NOT NULL, model TEXT NOT NULL, user TEXT NOT NULL, token TEXT NOT NULL,
    interface TEXT NOT NULL,
    requests INTEGER NOT NULL, input INTEGER NOT NULL, output INTEGER NOT NULL, cents REAL NOT NULL,
    PRIMARY KEY (organisation, day, model, user, token, interface)
) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS counters (
    organisation TEXT NOT NULL, name TEXT NOT NULL, value INTEGER NOT NULL, PRIMARY KEY (organisation, name)
) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS server (name TEXT PRIMARY KEY, value BLOB NOT NULL) WITHOUT ROWID;
"""
LAYOUT = 1  # of the tables above; a file with another one is refused
OURS = 0x51414D4B  # SQLite's application id of the files of this server
LARGEST_CHECKED = 32 * 1024 * 1024  # bytes of a file that is checked for damage at the start
MAX_MARKS = 1000  # of one record
MAX_CACHED = 1024  # organisations whose stores are kept as objects
TABLES = ("things", "blobs", "sums", "counters")
DERIVED = ("marks", "kinds")  # tables that follow from the others


class UsageRow(NamedTuple):
    """The usage on one day of one model, by one user, with one token, over one interface."""

    day: str
    model: str
    user: str
    token: str
    interface: str
    requests: int
    input: int
    output: int
    cents: float


class StoreError(Exception):
    """The database file cannot be used; the message is one line."""


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
        try:
            self._connection = sqlite3.connect(
                file or ":memory:", isolation_level=None, check_same_thread=False, timeout=0.2
            )
            if file is not None:
                self._open(file)
            self._connection.executescript(f"BEGIN EXCLUSIVE; {SCHEMA} COMMIT;")
        except sqlite3.Error as error:
            taken = "locked" in str(error)
            raise StoreError(f"{file}: {'in use by another process' if taken else error}") from None

    def _open(self, file: Path) -> None:
        """Take hold of a file.

        Raises:
            StoreError: It was made by something else, or is damaged.
        """
        execute = self._connection.execute
        execute("PRAGMA locking_mode = EXCLUSIVE")
        application, layout = (execute(f"PRAGMA {name}").fetchone()[0] for name in ("application_id", "user_version"))
        is_new = execute("SELECT count(*) FROM sqlite_schema").fetchone()[0] == 0
        if not is_new and application != OURS:
            raise StoreError(f"{file}: not a file of quant-ai-mock, or of a version before 0.1.0; take another file")
        if not is_new and layout != LAYOUT:
            raise StoreError(f"{file}: has layout {layout}, and this version reads {LAYOUT}; take another file")
        execute("PRAGMA journal_mode = WAL")
        execute("PRAGMA synchronous = NORMAL")
        execute(f"PRAGMA application_id = {OURS}")
        execute(f"PRAGMA user_version = {LAYOUT}")
        if file.stat().st_size <= LARGEST_CHECKED and execute("PRAGMA quick_check(1)").fetchone()[0] != "ok":
            raise StoreError(f"{file}: is damaged; take another file")

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
            found = self._organisations[organisation] = OrganisationStore(self, self._connection, organisation)
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
        with self.transaction():
            self.clear(organisation)
            for table in TABLES:
                for row in state.get(table, []):
                    values = tuple(_from_json(value) for value in row)
                    if organisation is None or values[0] == organisation:
                        places = ", ".join("?" * len(values))
                        self.write(f"INSERT INTO {table} VALUES ({places})", values)
                        if table == "things" and values[5]:
                            self._mark(values[0], values[1], values[3], orjson.loads(values[5]))

    def close(self) -> None:
        """Close the database."""
        self._connection.close()

    def _mark(self, organisation: str, kind: str, number: int, marks: Iterable[str]) -> None:
        for mark in marks:
            self.write("INSERT OR IGNORE INTO marks VALUES (?, ?, ?, ?)", (organisation, kind, mark, number))

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


class OrganisationStore:
    """The records of one organisation. Each has a kind, an id and a JSON object; kinds are free text."""

    def __init__(self, store: Store, connection: sqlite3.Connection, organisation: str) -> None:
        self.store = store
        self.organisation = organisation
        self._execute = connection.execute
        self._write = store.write

    def get(self, kind: str, id: str) -> dict[str, Any] | None:
        """A record, if there is one."""
        row = self._execute(
            "SELECT value FROM things WHERE organisation = ? AND kind = ? AND id = ?", (self.organisation, kind, id)
        ).fetchone()
        return None if row is None else orjson.loads(row[0])

    def put(
        self,
        kind: str,
        id: str,
        value: dict[str, Any],
        *,
        marks: Iterable[str] | None = None,
        until: float | None = None,
    ) -> None:
        """Store a record. A new one comes last among its kind; an existing one keeps its position.

        Args:
            marks: What it can be found by; see `marks.mark()`. A kind with marks has them in every record.
            until: The time after which lists leave it out.
        """
        encoded = orjson.dumps(value)
        if marks is None:
            self._write(_PUT, (self.organisation, kind, id, until, None, encoded))
            return
        text = orjson.dumps(sorted(set(marks))[:MAX_MARKS]).decode()
        before = self._execute(
            "SELECT number, marks FROM things WHERE organisation = ? AND kind = ? AND id = ?",
            (self.organisation, kind, id),
        ).fetchone()
        if before is None or before[1] != text:
            number = self._unmark(kind, *before) if before is not None else self._next(kind)
            for mark in orjson.loads(text):
                self._write("INSERT OR IGNORE INTO marks VALUES (?, ?, ?, ?)", (self.organisation, kind, mark, number))
        self._write(_PUT, (self.organisation, kind, id, until, text, encoded))

    def delete(self, kind: str, id: str) -> bool:
        """Delete a record and its bytes; returns whether there was one."""
        key = (self.organisation, kind, id)
        self._write("DELETE FROM blobs WHERE organisation = ? AND kind = ? AND id = ?", key)
        deleted = self._write(
            "DELETE FROM things WHERE organisation = ? AND kind = ? AND id = ? RETURNING number, marks", key
        ).fetchall()
        for number, marks in deleted:
            self._unmark(kind, number, marks)
        return bool(deleted)

    def all(self, kind: str, *, newest_first: bool = False) -> list[dict[str, Any]]:
        """All records of a kind, in the order in which they were created."""
        return [record for _, record in self.select(kind, newest_first=newest_first)]

    def select(
        self,
        kind: str,
        *,
        marks: Iterable[Collection[str]] = (),
        live_at: float | None = None,
        newest_first: bool = False,
        by_id: bool = False,
        after: int | str | None = None,
        offset: int = 0,
        limit: int | None = None,
    ) -> list[tuple[int | str, dict[str, Any]]]:
        """Records of a kind, each with its position: a number or, with `by_id`, its id.

        Args:
            marks: Groups of marks; a record has at least one mark of each group.
            live_at: Leaves out records whose `until` is not after this time.
            after: Begin behind this position.
        """
        groups = [list(group) for group in marks]
        if len(groups) > 1:
            groups.sort(key=lambda group: self._about(kind, group))
        position, compare, order = "id" if by_id else "number", "<" if newest_first else ">", "DESC" * newest_first
        values: list[Any] = [self.organisation, kind]
        where = "t.organisation = ?1 AND t.kind = ?2"
        source = "things AS t"
        if groups:
            first = ", ".join("?" * len(groups[0]))
            source = (
                f"(SELECT DISTINCT number FROM marks WHERE organisation = ?1 AND kind = ?2 AND mark IN ({first})) AS m"
            )
            source = source if len(groups[0]) > 1 else "marks AS m"
            source += " CROSS JOIN things AS t INDEXED BY things_in_order"
            where += " AND t.number = m.number"
            if len(groups[0]) == 1:
                where += " AND m.organisation = ?1 AND m.kind = ?2 AND m.mark = ?"
            values += groups[0]
        for group in groups[1:]:
            listed = ", ".join("?" * len(group))
            where += (
                " AND EXISTS (SELECT 1 FROM marks AS o WHERE o.organisation = ?1 AND o.kind = ?2 "
                f"AND o.mark IN ({listed}) AND o.number = t.number)"
            )
            values += group
        if live_at is not None:
            where += " AND (t.until IS NULL OR t.until > ?)"
            values.append(live_at)
        if after is not None:
            where += f" AND t.{position} {compare} ?"
            values.append(after)
        ordered = "m.number" if groups and not by_id else f"t.{position}"
        rows = self._execute(
            f"SELECT p.{position}, v.value FROM (SELECT t.id, t.number FROM {source} WHERE {where} "
            f"ORDER BY {ordered} {order} LIMIT ? OFFSET ?) AS p JOIN things AS v "
            f"ON v.organisation = ?1 AND v.kind = ?2 AND v.id = p.id ORDER BY p.{position} {order}",
            (*values, -1 if limit is None else limit, offset),
        )
        return [(row[0], orjson.loads(row[1])) for row in rows]

    def count(self, kind: str) -> int:
        """The number of records of a kind."""
        row = self._execute(
            "SELECT count FROM kinds WHERE organisation = ? AND kind = ?", (self.organisation, kind)
        ).fetchone()
        return row[0] if row is not None else 0

    def clear(self, kind: str) -> int:
        """Delete all records of a kind with their bytes; returns how many there were."""
        key = (self.organisation, kind)
        self._write("DELETE FROM blobs WHERE organisation = ? AND kind = ?", key)
        self._write("DELETE FROM marks WHERE organisation = ? AND kind = ?", key)
        return self._write("DELETE FROM things WHERE organisation = ? AND kind = ?", key).rowcount

    def _next(self, kind: str) -> int:
        row = self._execute(
            "SELECT last + 1 FROM kinds WHERE organisation = ? AND kind = ?", (self.organisation, kind)
        ).fetchone()
        return row[0] if row is not None else 1

    def _about(self, kind: str, group: Collection[str]) -> int:
        """The number of records with one of these marks, but no more than 100."""
        listed = ", ".join("?" * len(group))
        count: int = self._execute(
            f"SELECT count(*) FROM (SELECT 1 FROM marks WHERE organisation = ? AND kind = ? AND mark IN ({listed}) "
            "LIMIT 100)",
            (self.organisation, kind, *group),
        ).fetchone()[0]
        return count

    def _unmark(self, kind: str, number: int, marks: str | None) -> int:
        for mark in orjson.loads(marks) if marks else ():
            self._write(
                "DELETE FROM marks WHERE organisation = ? AND kind = ? AND mark = ? AND number = ?",
                (self.organisation, kind, mark, number),
            )
        return number

    def put_bytes(self, kind: str, id: str, value: bytes) -> None:
        """Store bytes beside a record."""
        self._write("REPLACE INTO blobs VALUES (?, ?, ?, ?)", (self.organisation, kind, id, value))

    def get_bytes(self, kind: str, id: str) -> bytes | None:
        """The bytes beside a record, if there are any."""
        row = self._execute(
            "SELECT value FROM blobs WHERE organisation = ? AND kind = ? AND id = ?", (self.organisation, kind, id)
        ).fetchone()
        return None if row is None else row[0]

    def all_bytes(self, kind: str) -> Iterator[tuple[str, bytes]]:
        """The id of each record of a kind, in order, with the bytes beside it."""
        yield from self._execute(
            "SELECT t.id, b.value FROM things AS t JOIN blobs AS b USING (organisation, kind, id) "
            "WHERE t.organisation = ? AND t.kind = ? ORDER BY t.number",
            (self.organisation, kind),
        )

    def next_number(self, name: str) -> int:
        """The next number of a counter; the first is 1."""
        value: int = self._write(
            "INSERT INTO counters VALUES (?, ?, 1) ON CONFLICT DO UPDATE SET value = value + 1 RETURNING value",
            (self.organisation, name),
        ).fetchone()[0]
        return value

    def add_usage(
        self, day: str, model: str, user: str, token: str, interface: str, input: int, output: int, cents: float
    ) -> None:
        """Add one request to the usage."""
        self._write(
            "INSERT INTO sums VALUES (?, ?, ?, ?, ?, ?, 1, ?, ?, ?) ON CONFLICT DO UPDATE SET requests = requests + 1, "
            "input = input + excluded.input, output = output + excluded.output, cents = cents + excluded.cents",
            (self.organisation, day, model, user, token, interface, input, output, cents),
        )

    def usage_between(self, first_day: str, last_day: str) -> list[UsageRow]:
        """The usage between two days, both included."""
        rows = self._execute(
            f"SELECT {', '.join(UsageRow._fields)} FROM sums "
            "WHERE organisation = ? AND day BETWEEN ? AND ? ORDER BY day",
            (self.organisation, first_day, last_day),
        )
        return list(map(UsageRow._make, rows))


_PUT = """
INSERT INTO things VALUES (?1, ?2, ?3,
    coalesce((SELECT last FROM kinds WHERE organisation = ?1 AND kind = ?2), 0) + 1, ?4, ?5, ?6)
ON CONFLICT DO UPDATE SET until = excluded.until, marks = excluded.marks, value = excluded.value
"""


def _as_json(row: tuple[Any, ...]) -> list[Any]:
    return [{"base64": base64.b64encode(value).decode()} if isinstance(value, bytes) else value for value in row]


def _from_json(value: Any) -> Any:
    return base64.b64decode(value["base64"]) if isinstance(value, dict) else value
