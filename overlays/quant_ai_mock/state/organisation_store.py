"""The records of one organisation, and the bytes beside them."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Collection, Iterable, Iterator
from typing import Any, TypeAlias

import orjson

from .database import BLOCK, LARGE
from .record_text import read_record, written_record
from .usage_totals import UsageTotals

MAX_MARKS = 1000  # of one record
_MANY = 100  # records
MarkPosition: TypeAlias = tuple[str, int]


class OrganisationStore:
    """The records of one organisation. Each has a kind, an id and a JSON object; kinds are free text."""

    def __init__(
        self,
        execute: Callable[..., sqlite3.Cursor],
        write: Callable[[str, tuple[Any, ...]], sqlite3.Cursor],
        organisation: str,
    ) -> None:
        self.organisation = organisation
        self.usage = UsageTotals(write, execute, organisation)
        self._execute = execute
        self._write = write

    def get(self, kind: str, id: str) -> dict[str, Any] | None:
        """A record, if there is one."""
        row = self._execute(
            "SELECT value FROM things WHERE organisation = ? AND kind = ? AND id = ?", (self.organisation, kind, id)
        ).fetchone()
        return None if row is None else read_record(row[0])

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
            until: The time after which lists leave it out. A kind with it has it in every record.
        """
        encoded = written_record(value)
        if marks is None:
            self._write(_PUT, (self.organisation, kind, id, until, None, encoded))
            return
        new = sorted(set(marks))[:MAX_MARKS]
        text = orjson.dumps(new).decode()
        before = self._execute(
            "SELECT number, marks FROM things WHERE organisation = ? AND kind = ? AND id = ?",
            (self.organisation, kind, id),
        ).fetchone()
        if before is None:
            self.add_marks(kind, self._next(kind), new)
        elif before[1] != text:
            number, old = before[0], orjson.loads(before[1] or "[]")
            self._remove_marks(kind, number, set(old).difference(new))
            self.add_marks(kind, number, set(new).difference(old))
        self._write(_PUT, (self.organisation, kind, id, until, text, encoded))

    def delete(self, kind: str, id: str) -> bool:
        """Delete a record and its bytes; returns whether there was one."""
        key = (self.organisation, kind, id)
        self._delete_bytes("kind = ? AND id = ?", kind, id)
        deleted = self._write(
            "DELETE FROM things WHERE organisation = ? AND kind = ? AND id = ? RETURNING number, marks", key
        ).fetchall()
        for number, marks in deleted:
            self._remove_marks(kind, number, orjson.loads(marks or "[]"))
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
            live_at: Leaves out records whose `until` is not after this time. Blocks in which all of them have ended are
                passed over as a whole.
            after: Begin behind this position.
        """
        groups = [list(group) for group in marks]
        sizes = self._sizes(kind, groups) if len(groups) > 1 or (groups and live_at is not None) else []
        if len(groups) > 1:
            groups = [group for _, group in sorted(zip(sizes, groups, strict=True), key=lambda pair: pair[0])]
        position, compare, order = "id" if by_id else "number", "<" if newest_first else ">", "DESC" * newest_first
        values: list[Any] = [self.organisation, kind]
        where = "t.organisation = ?1 AND t.kind = ?2"
        source, ordered = "things AS t", f"t.{position} {order}"
        if groups:
            first = ", ".join("?" * len(groups[0]))
            source = (
                f"(SELECT DISTINCT number FROM marks WHERE organisation = ?1 AND kind = ?2 AND mark IN ({first})) AS m"
            )
            source = source if len(groups[0]) > 1 else "marks AS m"
            source += " CROSS JOIN things AS t INDEXED BY things_in_order"
            where += " AND t.number = +m.number"  # otherwise SQLite takes a range of m for one of t
            if len(groups[0]) == 1:
                where += " AND m.organisation = ?1 AND m.kind = ?2 AND m.mark = ?"
            values += groups[0]
            ordered = ordered if by_id else f"m.number {order}"
        for group in groups[1:]:
            listed = ", ".join("?" * len(group))
            where += (
                " AND EXISTS (SELECT 1 FROM marks AS o WHERE o.organisation = ?1 AND o.kind = ?2 "
                f"AND o.mark IN ({listed}) AND o.number = t.number)"
            )
            values += group
        if live_at is not None:
            where += " AND t.until > ?"
            values.append(live_at)
            if not by_id and (not groups or (len(groups[0]) == 1 and min(sizes) >= _MANY)):
                numbers = "m" if groups else "t"
                source = f"lifetimes AS b CROSS JOIN {source}" + " INDEXED BY things_in_order" * (not groups)
                where += (
                    f" AND b.organisation = ?1 AND b.kind = ?2 AND b.until > ? AND {numbers}.number "
                    f"BETWEEN b.block * {BLOCK} AND b.block * {BLOCK} + {BLOCK - 1}"
                )
                values.append(live_at)
                ordered = f"b.block {order}, {ordered}"
                if after is not None:
                    where += f" AND b.block {compare}= ?"
                    values.append(int(after) // BLOCK)
        if after is not None:
            where += f" AND {'m' if groups and not by_id else 't'}.{position} {compare} ?"
            values.append(after)
        rows = self._execute(
            f"SELECT p.{position}, v.value FROM (SELECT t.id, t.number FROM {source} WHERE {where} "
            f"ORDER BY {ordered} LIMIT ? OFFSET ?) AS p JOIN things AS v "
            f"ON v.organisation = ?1 AND v.kind = ?2 AND v.id = p.id ORDER BY p.{position} {order}",
            (*values, -1 if limit is None else limit, offset),
        )
        return [(row[0], read_record(row[1])) for row in rows]

    def between(
        self,
        kind: str,
        first: str,
        last: str,
        *,
        newest_first: bool = False,
        after: MarkPosition | None = None,
        limit: int | None = None,
    ) -> list[tuple[MarkPosition, dict[str, Any]]]:
        """Records with a mark from `first` to `last`, in the order of the marks, each with its position.

        Args:
            newest_first: Begin with the last mark.
            after: Begin behind this position.
        """
        compare, order = ("<", "DESC") if newest_first else (">", "ASC")
        where = "" if after is None else f" AND (m.mark, m.number) {compare} (?4, ?5)"
        rows = self._execute(
            "SELECT p.mark, p.number, v.value FROM (SELECT t.id, m.mark, m.number FROM marks AS m CROSS JOIN things AS "
            "t INDEXED BY things_in_order WHERE m.organisation = ?1 AND m.kind = ?2 AND m.mark BETWEEN ?3 AND ?7 "
            f"AND t.organisation = ?1 AND t.kind = ?2 AND t.number = m.number{where} "
            f"ORDER BY m.mark {order}, m.number {order} LIMIT ?6) AS p "
            "JOIN things AS v ON v.organisation = ?1 AND v.kind = ?2 AND v.id = p.id "
            f"ORDER BY p.mark {order}, p.number {order}",
            (self.organisation, kind, first, *(after or ("", 0)), -1 if limit is None else limit, last),
        )
        return [((row[0], row[1]), read_record(row[2])) for row in rows]

    def count(self, kind: str, mark: str | None = None) -> int:
        """The number of records of a kind, or of those with a mark."""
        if mark is not None:
            found: int = self._execute(
                "SELECT count(*) FROM marks WHERE organisation = ? AND kind = ? AND mark = ?",
                (self.organisation, kind, mark),
            ).fetchone()[0]
            return found
        row = self._execute(
            "SELECT count FROM kinds WHERE organisation = ? AND kind = ?", (self.organisation, kind)
        ).fetchone()
        return row[0] if row is not None else 0

    def clear(self, kind: str) -> int:
        """Delete all records of a kind with their bytes; returns how many there were."""
        key = (self.organisation, kind)
        self._delete_bytes("kind = ?", kind)
        self._write("DELETE FROM marks WHERE organisation = ? AND kind = ?", key)
        return self._write("DELETE FROM things WHERE organisation = ? AND kind = ?", key).rowcount

    def add_marks(self, kind: str, number: int, marks: Iterable[str]) -> None:
        """Let a record, given by its number, be found by these marks."""
        for mark in marks:
            self._write("INSERT OR IGNORE INTO marks VALUES (?, ?, ?, ?)", (self.organisation, kind, mark, number))

    def _next(self, kind: str) -> int:
        row = self._execute(
            "SELECT last + 1 FROM kinds WHERE organisation = ? AND kind = ?", (self.organisation, kind)
        ).fetchone()
        return row[0] if row is not None else 1

    def _sizes(self, kind: str, groups: list[list[str]]) -> list[int]:
        """How many records have one of the marks of each group; counted no further than shows which are fewest."""
        sizes: list[int] = []
        for bound in (_MANY, 10 * _MANY):
            sizes = [self._size(kind, group, bound) for group in groups]
            if len(groups) == 1 or min(sizes) < bound:
                break
        return sizes

    def _size(self, kind: str, group: Collection[str], bound: int) -> int:
        listed = ", ".join("?" * len(group))
        count: int = self._execute(
            f"SELECT count(*) FROM (SELECT 1 FROM marks WHERE organisation = ? AND kind = ? AND mark IN ({listed}) "
            "LIMIT ?)",
            (self.organisation, kind, *group, bound),
        ).fetchone()[0]
        return count

    def _remove_marks(self, kind: str, number: int, marks: Iterable[str]) -> None:
        for mark in marks:
            self._write(
                "DELETE FROM marks WHERE organisation = ? AND kind = ? AND mark = ? AND number = ?",
                (self.organisation, kind, mark, number),
            )

    def put_bytes(self, kind: str, id: str, value: bytes) -> None:
        """Store bytes beside a record."""
        self._delete_bytes("kind = ? AND id = ?", kind, id)
        key, is_large = (self.organisation, kind, id), len(value) >= LARGE
        self._write("INSERT INTO blobs VALUES (?, ?, ?, ?)", (*key, None if is_large else value))
        if is_large:
            self._write("INSERT INTO contents VALUES (?, ?, ?, ?)", (*key, value))

    def get_bytes(self, kind: str, id: str) -> bytes | None:
        """The bytes beside a record, if there are any."""
        row = self._execute(
            f"SELECT {_BYTES} FROM blobs AS b WHERE organisation = ? AND kind = ? AND id = ?",
            (self.organisation, kind, id),
        ).fetchone()
        return None if row is None else row[0]

    def all_bytes(self, kind: str) -> Iterator[tuple[str, bytes]]:
        """The id of each record of a kind, in order, with the bytes beside it."""
        yield from self._execute(
            f"SELECT t.id, {_BYTES} FROM things AS t JOIN blobs AS b USING (organisation, kind, id) "
            "WHERE t.organisation = ? AND t.kind = ? ORDER BY t.number",
            (self.organisation, kind),
        )

    def _delete_bytes(self, condition: str, *values: str) -> None:
        deleted = self._write(
            f"DELETE FROM blobs WHERE organisation = ? AND {condition} RETURNING typeof(value)",
            (self.organisation, *values),
        ).fetchall()
        if ("null",) in deleted:
            self._write(f"DELETE FROM contents WHERE organisation = ? AND {condition}", (self.organisation, *values))

    def next_number(self, name: str) -> int:
        """The next number of a counter; the first is 1."""
        value: int = self._write(
            "INSERT INTO counters VALUES (?, ?, 1) ON CONFLICT DO UPDATE SET value = value + 1 RETURNING value",
            (self.organisation, name),
        ).fetchone()[0]
        return value


_BYTES = (
    "coalesce(b.value, (SELECT c.value FROM contents AS c "
    "WHERE c.organisation = b.organisation AND c.kind = b.kind AND c.id = b.id))"
)
_PUT = """
INSERT INTO things VALUES (?1, ?2, ?3,
    coalesce((SELECT last FROM kinds WHERE organisation = ?1 AND kind = ?2), 0) + 1, ?4, ?5, ?6)
ON CONFLICT DO UPDATE SET until = excluded.until, marks = excluded.marks, value = excluded.value
"""
