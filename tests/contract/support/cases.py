"""Cases of parametrised tests: the operations of the spec to which a test applies."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from quant_ai_contract import ContractOperation

from .loaded_spec import contract


def each_operation(
    applies: Callable[[ContractOperation], Any] = lambda operation: True, *, may_be_none: bool = False
) -> pytest.MarkDecorator:
    """Run a test for each operation to which it applies.

    Args:
        may_be_none: Skip the test, in place of an error, if it applies to none: a spec need not have such an operation.
    """
    cases = [pytest.param(found, id=found.id) for found in contract().operations.values() if applies(found)]
    if not cases and may_be_none:
        cases = [pytest.param(None, marks=pytest.mark.skip(reason="the spec has no such operation"), id="none")]
    return pytest.mark.parametrize("operation", cases)
