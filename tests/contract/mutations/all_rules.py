"""Every mutation that the rules make of a spec."""

from __future__ import annotations

from collections.abc import Iterator

from quant_ai_contract import Contract
from quant_ai_contract.references import ResolvedSpec
from quant_ai_contract.spec_file import read

from . import client_rules, mock_rules, spec_rules
from .mutation import Mutation, SpecSource


def all_mutations(source: SpecSource) -> Iterator[Mutation]:
    """The mutations of every rule: thousands of them."""
    contract = Contract(ResolvedSpec(source))
    for rules in (mock_rules, client_rules, spec_rules):
        yield from rules.mutations(contract)


def find_mutation(name: str) -> Mutation:
    """The mutation with this id."""
    return next(mutation for mutation in all_mutations(read()) if mutation.id == name)
