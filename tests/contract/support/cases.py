"""Cases of parametrised tests: the operations of the spec to which a test applies."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from quant_ai_contract import ContractOperation

from .loaded_spec import contract


def each_operation(applies: Callable[[ContractOperation], Any] = lambda operation: True) -> pytest.MarkDecorator:
    """Run a test for each operation to which it applies."""
    return pytest.mark.parametrize(
        "operation", [pytest.param(found, id=found.id) for found in contract().operations.values() if applies(found)]
    )
