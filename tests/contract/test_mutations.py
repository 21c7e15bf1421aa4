"""The rules make mutations of every kind from the spec, and each of them changes something."""

from __future__ import annotations

import pytest

from quant_ai_contract import Contract
from quant_ai_contract.references import ResolvedSpec
from quant_ai_contract.spec_file import read

from .mutations.all_rules import all_mutations
from .mutations.mutation import Mutation, mutated_spec
from .mutations.places import affected_names

WANTED = {
    "mock": (
        "drops-a-required-field", "changes-a-type", "adds-an-enum-value", "sends-another-status",
        "sends-another-content-type", "forgets-allow", "ignores-a-filter", "ignores-an-offset", "ignores-a-limit",
        "ignores-a-bound", "leaks-across-organisations", "accepts-a-bad-token", "reuses-a-callback-id",
        "stream-ends-early", "stream-swaps-the-first-events", "stream-swaps-the-last-events",
    ),
    "client": ("wrong-method", "wrong-path", "renames-a-field", "null-for-absent", "drops-a-parameter"),
    "spec": ("loosens-a-bound", "loses-an-operation"),
}  # fmt: skip
LEAST_RULES = 60


@pytest.fixture(scope="module")
def one_of_each() -> dict[tuple[str, str], Mutation]:
    """The first mutation of each rule."""
    found: dict[tuple[str, str], Mutation] = {}
    for mutation in all_mutations(read()):
        found.setdefault((mutation.family, mutation.rule), mutation)
    return found


@pytest.mark.parametrize(("family", "rule"), [(family, rule) for family, rules in WANTED.items() for rule in rules])
def test_there_is_a_mutation_of_every_kind(
    one_of_each: dict[tuple[str, str], Mutation], family: str, rule: str
) -> None:
    assert (family, rule) in one_of_each


def test_there_are_enough_rules(one_of_each: dict[tuple[str, str], Mutation]) -> None:
    assert len(one_of_each) >= LEAST_RULES


def test_no_two_mutations_have_the_same_id() -> None:
    ids = [mutation.id for mutation in all_mutations(read())]
    assert len(ids) == len(set(ids))


def test_a_mutation_of_the_spec_changes_a_copy_of_it(one_of_each: dict[tuple[str, str], Mutation]) -> None:
    source = read()
    before = repr(source)
    changing = [mutation for mutation in one_of_each.values() if mutation.change_spec is not None]
    assert changing
    for mutation in changing:
        assert mutated_spec(source, mutation) != source, mutation
    assert repr(source) == before


def test_every_mutation_affects_something_that_has_a_name(one_of_each: dict[tuple[str, str], Mutation]) -> None:
    contract = Contract(ResolvedSpec(read()))
    assert [str(mutation) for mutation in one_of_each.values() if not affected_names(contract, mutation)] == []
