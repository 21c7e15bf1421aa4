"""The mock server refuses exactly the requests that the spec refuses.

Every value of every example is moved to its bounds and past them, given another type, set to null and left out. A
validator that is not the mock server's says whether the result fits the spec; the mock server has to agree.
"""

from __future__ import annotations

from typing import Any

import pytest

from quant_ai_contract import ContractOperation

from .support.boundary_values import boundary_values, changes
from .support.cases import each_operation
from .support.json_values import ABSENT, put
from .support.loaded_spec import contract
from .support.raw_client import NO_BODY, Call
from .support.target import Target

QUERIES = [
    pytest.param(operation, name, id=f"{operation.id}-{name}")
    for operation in contract().operations.values()
    for name in operation.query
]


@pytest.fixture(scope="module")
def tried_deep_inside() -> set[Any]:
    """Values that were tried deep inside a body. Other bodies often have the same schemas there."""
    return set()


@each_operation(lambda found: found.body is not None)
def test_a_body_is_refused_exactly_if_the_spec_refuses_it(
    target: Target, tried_deep_inside: set[Any], operation: ContractOperation
) -> None:
    assert operation.body is not None
    assert operation.body.schema is not None
    schema = operation.body.schema
    raw = target.raw_client()
    path = dict.fromkeys(operation.path_parameters, "no-such-thing")
    wrong = []
    tried: set[Any] = set()
    for number, body in enumerate((*operation.body.examples.values(), {})):
        for place, node, value in changes(schema, body):
            # Whether a switch or an enum value is allowed can depend on the rest of the body.
            switch = isinstance(value, bool) and node.plain("type") == "boolean"
            key = (node.pointer, repr(value), number if switch or value in node.plain("enum", []) else 0)
            known = tried if len(place) == 1 else tried_deep_inside
            if key in known:
                continue
            known.add(key)
            changed = put(body, place, value)
            exchange = raw.send(Call(operation, path, {}, changed))
            if (exchange.status == 422) == schema.fits(changed):
                error = next(schema.errors(changed), "valid")
                wrong.append(f"{place} = {str(value)[:60]!r}: {exchange.status}, {error}")
    assert not wrong, "\n".join(wrong[:20])
    assert len(tried) > 3


@pytest.mark.parametrize(("operation", "name"), QUERIES)
def test_a_query_is_refused_exactly_if_the_spec_refuses_it(
    target: Target, operation: ContractOperation, name: str
) -> None:
    schema, examples = operation.query[name].schema, operation.query[name].examples.values()
    raw = target.raw_client()
    path = dict.fromkeys(operation.path_parameters, "no-such-thing")
    body = next(iter(operation.body.examples.values())) if operation.body is not None else NO_BODY
    fitting = set()
    for value in (*examples, *boundary_values(schema)):
        if isinstance(value, (dict, list)) or value is None or value is ABSENT:
            continue
        exchange = raw.send(Call(operation, path, {name: value}, body))
        text = str(value).lower() if isinstance(value, bool) else str(value)
        fits = any(schema.fits(reading) for reading in (value, text, as_number(text)))
        refused = str(exchange.status) == ("422" if "422" in operation.replies else "400")
        assert refused != fits, f"{name}={text[:60]}: {exchange.status}"
        fitting.add(fits)
    assert True in fitting, "no value fits"


def as_number(text: str) -> Any:
    try:
        return int(text)
    except ValueError:
        return text
