"""The SQLite database of the store: its tables, and how it is opened.

Without a file it is in memory, but not in SQLite's `:memory:`: that keeps a list of all pages that were ever written,
and goes through it at each commit, which took 2 ms with 100,000 documents. The VFS `memdb` has no such list. It holds
at most 1 GB, so bytes that are large are in a `:memory:` beside it, with few and large pages.
"""

from __future__ import annotations

import sqlite3
from pathlib import Path
from typing import Any, Final

BLOCK: Final = 256  # records, by number, whose latest `until` is in `lifetimes`
FOREVER: Final = 1e18  # the `until` of a record that does not expire, of a kind whose records can
SCHEMA: Final = """
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
CREATE TABLE IF NOT EXISTS lifetimes (
    organisation TEXT NOT NULL, kind TEXT NOT NULL, block INTEGER NOT NULL, until REAL NOT NULL,
    PRIMARY KEY (organisation, kind, block)
) WITHOUT ROWID;
CREATE TRIGGER IF NOT EXISTS thing_lives AFTER INSERT ON things WHEN new.until IS NOT NULL BEGIN
    INSERT INTO lifetimes VALUES (new.organisation, new.kind, new.number / {block}, new.until)
        ON CONFLICT DO UPDATE SET until = max(until, excluded.until);
END;
CREATE TRIGGER IF NOT EXISTS thing_lives_longer AFTER UPDATE OF until ON things WHEN new.until > old.until BEGIN
    UPDATE lifetimes SET until = max(until, new.until)
        WHERE organisation = new.organisation AND kind = new.kind AND block = new.number / {block};
END;
CREATE TRIGGER IF NOT EXISTS thing_ends_sooner AFTER UPDATE OF until ON things WHEN new.until < old.until BEGIN
    UPDATE lifetimes SET until = (
            SELECT max(t.until) FROM things AS t INDEXED BY things_in_order
            WHERE t.organisation = new.organisation AND t.kind = new.kind
            AND t.number BETWEEN new.number / {block} * {block} AND new.number / {block} * {block} + {block} - 1
        )
        WHERE organisation = new.organisation AND kind = new.kind AND block = new.number / {block}
        AND until <= old.until;
END;
CREATE TABLE IF NOT EXISTS blobs (
    organisation TEXT NOT NULL, kind TEXT NOT NULL, id TEXT NOT NULL, value BLOB,
    PRIMARY KEY (organisation, kind, id)
);
CREATE TABLE IF NOT EXISTS usage (
    organisation TEXT NOT NULL, scope TEXT NOT NULL, period TEXT NOT NULL, name TEXT NOT NULL,
    requests INTEGER NOT NULL, input INTEGER NOT NULL, output INTEGER NOT NULL, cents REAL NOT NULL,
    PRIMARY KEY (organisation, scope, period, name)
) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS counters (
    organisation TEXT NOT NULL, name TEXT NOT NULL, value INTEGER NOT NULL, PRIMARY KEY (organisation, name)
) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS server (name TEXT PRIMARY KEY, value BLOB NOT NULL) WITHOUT ROWID;
""".replace("{block}", str(BLOCK))
LARGE_SCHEMA: Final = """
CREATE TABLE IF NOT EXISTS {where}.contents (
    organisation TEXT NOT NULL, kind TEXT NOT NULL, id TEXT NOT NULL, value BLOB NOT NULL,
    PRIMARY KEY (organisation, kind, id)
);
"""
LARGE: Final = 64 * 1024  # bytes from which on a value is in `contents`, and NULL in `blobs`
IN_MEMORY: Final = "file:quant-ai-mock?vfs=memdb"
TABLES: Final = ("things", "blobs", "contents", "usage", "counters")
DERIVED: Final = ("marks", "kinds", "lifetimes")  # tables that follow from the others
LAYOUT: Final = 3  # of the tables above; a file with another one is refused
OURS: Final = 0x51414D4B  # SQLite's application id of the files of this server
LARGEST_CHECKED: Final = 32 * 1024 * 1024  # bytes of a file that is checked for damage at the start


class StoreError(Exception):
    """The database file cannot be used; the message is one line."""


def open_database(file: Path | None) -> sqlite3.Connection:
    """A connection to the database in a file, or to a new one in memory.

    Raises:
        StoreError: The file is in use, was made by something else, or is damaged.
    """
    connection: sqlite3.Connection | None = None
    try:
        options: Any = {"isolation_level": None, "check_same_thread": False, "timeout": 0.2}
        if file is not None:
            connection = sqlite3.connect(file, **options)
            _take_hold(connection, file)
        else:
            connection = sqlite3.connect(IN_MEMORY, uri=True, **options)
            connection.execute("ATTACH ':memory:' AS large")
            connection.execute("PRAGMA large.page_size = 65536")
        large = LARGE_SCHEMA.format(where="main" if file is not None else "large")
        connection.executescript(f"BEGIN EXCLUSIVE; {SCHEMA} {large} COMMIT;")
    except (sqlite3.Error, StoreError) as error:
        if connection is not None:
            connection.close()
        if isinstance(error, StoreError):
            raise
        taken = "locked" in str(error)
        raise StoreError(f"{file}: {'in use by another process' if taken else error}") from None
    return connection


def _take_hold(connection: sqlite3.Connection, file: Path) -> None:
    execute = connection.execute
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
