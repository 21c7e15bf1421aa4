"""Every link in the spec leads to the operation that it names."""

from __future__ import annotations

import pytest

from quant_ai_contract import ContractOperation
from quant_ai_contract.contract_operations import DocumentedLink

from .support.example_calls import is_setting
from .support.loaded_spec import contract
from .support.raw_client import assert_fits
from .support.target import Target

LINKS = [
    pytest.param(operation, int(status), link, id=f"{operation.id}-{status}-{link.name}")
    for operation in contract().operations.values()
    for status, reply in operation.replies.items()
    for link in reply.links
]


@pytest.mark.live_write
@pytest.mark.parametrize(("operation", "status", "link"), LINKS)
def test_a_link_can_be_followed_to_a_success(
    target: Target, operation: ContractOperation, status: int, link: DocumentedLink
) -> None:
    ends = (operation, contract().operations[link.operation])
    if target.live and any(is_setting(contract(), end) for end in ends):
        pytest.skip("the settings of a live service stay as they are")
    found = target.planner.follow(operation, status, link)
    if target.live and isinstance(found, str):
        pytest.skip(f"nothing there is in the right state: {found}")
    assert not isinstance(found, str), found
    assert_fits(contract(), found)


@pytest.mark.parametrize(("operation", "status", "link"), LINKS)
def test_a_link_gives_exactly_the_parameters_that_its_target_needs(
    operation: ContractOperation, status: int, link: DocumentedLink
) -> None:
    target = contract().operations[link.operation]
    known = {parameter.name for parameter in target.parameters}
    assert set(link.parameters) <= known
    assert set(target.path_parameters) <= set(link.parameters)
    assert link.body is None or target.body is not None
