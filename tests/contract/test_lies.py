"""The rules make lies of every kind from the document, and each of them is one."""

from __future__ import annotations

from functools import cache

import pytest

from quant_ai_contract import Contract
from quant_ai_contract.document import Document, read

from . import lies
from .lies.places import about

WANTED = {
    "mock": (
        "drops-a-required-field", "changes-a-type", "adds-an-enum-value", "sends-another-status",
        "sends-another-content-type", "forgets-allow", "ignores-a-filter", "ignores-an-offset", "ignores-a-limit",
        "ignores-a-bound", "leaks-across-organisations", "accepts-a-bad-token", "reuses-a-callback-id",
        "stream-ends-early", "stream-swaps-the-first-events", "stream-swaps-the-last-events",
    ),
    "client": ("wrong-method", "wrong-path", "renames-a-field", "null-for-absent", "drops-a-parameter"),
    "yaml": ("loosens-a-bound", "loses-an-operation"),
}  # fmt: skip
DISTINCT = 60


@cache
def one_of_each() -> dict[tuple[str, str], lies.Lie]:
    found: dict[tuple[str, str], lies.Lie] = {}
    for lie in lies.every(read()):
        found.setdefault((lie.family, lie.rule), lie)
    return found


@pytest.mark.parametrize(("family", "rule"), [(family, rule) for family, rules in WANTED.items() for rule in rules])
def test_there_is_a_lie_of_every_kind(family: str, rule: str) -> None:
    assert (family, rule) in one_of_each()


def test_there_are_enough_kinds() -> None:
    assert len(one_of_each()) >= DISTINCT


def test_no_two_lies_have_the_same_name() -> None:
    names = [lie.id for lie in lies.every(read())]
    assert len(names) == len(set(names))


def test_a_lie_about_the_document_changes_it_and_nothing_else() -> None:
    document = read()
    before = Contract(Document(document))
    for lie in one_of_each().values():
        if lie.document is not None:
            assert lies.changed(document, lie) != document, lie
    assert before.document.source == read()


def test_every_lie_is_about_something() -> None:
    contract = Contract(Document(read()))
    assert [str(lie) for lie in one_of_each().values() if not about(contract, lie)] == []
