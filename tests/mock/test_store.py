"""The store keeps large bytes apart, and is as good in memory as in a file."""

from __future__ import annotations

import random
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from quant_ai_mock.state.database import BLOCK, FOREVER, LARGE
from quant_ai_mock.state.store import Store

SMALL_BYTES, LARGE_BYTES = b"small", b"x" * LARGE


@pytest.fixture(params=["memory", "file"])
def store(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Store]:
    with closing(Store(tmp_path / "mock.db" if request.param == "file" else None)) as store:
        yield store


def rows(store: Store) -> dict[str, int]:
    return {table: len(found) for table, found in store.dump("acme").items()}


@pytest.mark.parametrize("before", [SMALL_BYTES, LARGE_BYTES])
@pytest.mark.parametrize("after", [SMALL_BYTES, LARGE_BYTES])
def test_bytes_are_replaced_dumped_restored_and_deleted(store: Store, before: bytes, after: bytes) -> None:
    acme = store.of("acme")
    for name in ("f-1", "f-2"):
        acme.put("file", name, {"id": name})
        acme.put_bytes("file", name, before)
        acme.put_bytes("file", name, after)
    assert acme.get_bytes("file", "f-1") == after
    assert list(acme.all_bytes("file")) == [("f-1", after), ("f-2", after)]
    assert rows(store) == {"things": 2, "blobs": 2, "contents": 2 * (after == LARGE_BYTES), "usage": 0, "counters": 0}
    dump = store.dump("acme")
    acme.delete("file", "f-1")
    assert acme.get_bytes("file", "f-1") is None
    store.restore(dump, "acme")
    assert acme.get_bytes("file", "f-1") == after
    acme.clear("file")
    assert not any(rows(store).values())


def test_what_a_failed_transaction_wrote_is_undone_in_both_databases(store: Store) -> None:
    acme = store.of("acme")
    acme.put_bytes("file", "f-1", LARGE_BYTES)
    with pytest.raises(ZeroDivisionError), store.transaction():
        acme.put_bytes("file", "f-1", SMALL_BYTES)
        acme.put_bytes("file", "f-2", LARGE_BYTES)
        acme.put("file", "f-2", {})
        raise ZeroDivisionError
    assert acme.get_bytes("file", "f-1") == LARGE_BYTES
    assert acme.get("file", "f-2") is acme.get_bytes("file", "f-2") is None


def test_memory_is_no_database_whose_commits_go_through_all_of_it() -> None:
    with closing(Store()) as store:
        names = {row[1]: row[2] for row in store._connection.execute("PRAGMA database_list")}
    assert names["main"], "SQLite's :memory: has no name; see database.py"


def test_stores_in_memory_share_nothing() -> None:
    with closing(Store()) as first, closing(Store()) as second:
        first.of("acme").put("file", "f-1", {})
        assert second.organisations() == []


def test_lists_have_what_is_live_and_has_the_marks_in_order() -> None:
    rng = random.Random(1)
    known: dict[str, tuple[int, float, list[str]]] = {}
    with closing(Store()) as store, store.transaction():
        acme = store.of("acme")
        for number in range(8 * BLOCK):
            until, marks = rng.choice([0, 10, 20, FOREVER]), [f"u={number % 2}", f"g={rng.randrange(40)}"]
            name = rng.choice(list(known)) if known and rng.random() < 0.4 else f"r-{number}"
            place = known[name][0] if name in known else number
            if name in known and rng.random() < 0.5:
                acme.delete("k", name)
                del known[name]
            else:
                acme.put("k", name, {"id": name}, marks=marks, until=until)
                known[name] = place, until, marks
        for live_at in (None, 0, 15, 25):
            for groups in ([], [["u=1"]], [["g=7"]], [["u=1"], ["g=7"]], [["u=0", "u=1"]]):
                for newest_first in (True, False):
                    kept = [
                        (place, name)
                        for name, (place, until, marks) in known.items()
                        if (live_at is None or until > live_at)
                        and all(any(mark in marks for mark in group) for group in groups)
                    ]
                    wanted = [name for _, name in sorted(kept, reverse=newest_first)]
                    found: list[str] = []
                    after = None
                    while rows := acme.select(
                        "k", marks=groups, live_at=live_at, newest_first=newest_first, after=after, limit=300
                    ):
                        found += [record["id"] for _, record in rows]
                        after = rows[-1][0]
                    assert found == wanted, (live_at, groups, newest_first)
