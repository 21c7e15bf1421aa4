"""Lists: their query parameters, filters, pages and counts."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

import pytest

from quant_ai_contract import ContractOperation
from quant_ai_contract.contract_operations import JSON, DocumentedParameter

from .support.cases import each_operation
from .support.furnished import places
from .support.json_values import canonical, ids, list_items, without_times
from .support.loaded_spec import contract
from .support.mock_knowledge import has_handler, keeps
from .support.raw_client import Call, RawClient, value_of
from .support.target import Target

OPERATIONS = contract().operations


QUERIES = [
    pytest.param(operation, parameter, id=f"{operation.id}-{parameter.name}")
    for operation in OPERATIONS.values()
    for parameter in operation.query.values()
    if has_handler(operation)
]


@pytest.mark.parametrize(("operation", "parameter"), QUERIES)
def test_a_query_parameter_has_an_effect(
    target: Target, furnished: RawClient, operation: ContractOperation, parameter: DocumentedParameter
) -> None:
    """Some value of it changes the reply."""
    for raw, path in places(target, furnished, operation):
        others = dict(needed_parameters(operation, parameter))
        without = reply_of(raw, Call(operation, path, others))
        for value in values_to_try(parameter, raw):
            if reply_of(raw, Call(operation, path, {**others, parameter.name: value})) != without:
                return
            if operation.method != "GET":  # it has changed something, so the next value needs a fresh place
                raw, path = next(places(target, furnished, operation))
    pytest.fail(f"no value of {parameter.name} changes the reply of {operation.id}")


def needed_parameters(operation: ContractOperation, parameter: DocumentedParameter) -> Iterator[tuple[str, Any]]:
    """Other parameters without which this one has no effect, according to its description."""
    text = next(
        node.value.get("description", "")
        for node in operation.node["parameters"].elements()
        if node.value["name"] == parameter.name
    )
    for name, other in operation.query.items():
        if name != parameter.name and f"`{name}" in text and "only" in text.lower():
            yield name, next(iter(other.examples.values()))


def values_to_try(parameter: DocumentedParameter, raw: RawClient) -> list[Any]:
    values = [*parameter.examples.values(), "no-such-value", 1, 2, True, '{"no": "such"}', "2001-01"]
    values += parameter.schema.plain("enum", [])
    if parameter.name.lower().endswith(("id", "on")):
        replies = [value_of(exchange) for _, exchange in raw.sent if exchange.reply_type == JSON]
        values += sorted({text for reply in replies for text in ids(reply)})[:200]
    return [value for value in values if parameter.schema.fits(value)]


def reply_of(raw: RawClient, call: Call) -> str:
    exchange = raw.send(call)
    return f"{exchange.status} {canonical(without_times(value_of(exchange)))}"


@each_operation(lambda found: "limit" in found.query and found.method == "GET" and keeps(found))
def test_no_page_is_longer_than_its_limit(target: Target, furnished: RawClient, operation: ContractOperation) -> None:
    for raw, path in places(target, furnished, operation):
        if len(whole_list(raw, operation, path)) > 1:
            assert len(list_items(value_of(raw.send(Call(operation, path, {"limit": 1}))))) == 1
            return
    pytest.fail(f"{operation.id} never listed two things")


@each_operation(lambda found: found.extensions.get("x-pagination", {}).get("in") == "query" and keeps(found))
def test_pages_make_up_the_whole_list(target: Target, furnished: RawClient, operation: ContractOperation) -> None:
    pagination = operation.extensions["x-pagination"]
    for raw, path in places(target, furnished, operation):
        whole = whole_list(raw, operation, path)
        if len(whole) < 2:
            continue
        found: list[Any] = []
        position: dict[str, Any] = {}
        for _ in range(len(whole) + 1):
            page = value_of(raw.send(Call(operation, path, {"limit": 1, **position})))
            found += list_items(page)
            if pagination["style"] == "offset":
                position = {pagination["offset"]: len(found)}
            elif page.get(pagination["next"]) is None:
                break
            else:
                position = {pagination["cursor"]: page[pagination["next"]]}
        assert [canonical(item) for item in found] == [canonical(item) for item in whole]
        return
    pytest.fail(f"{operation.id} never listed two things")


def whole_list(raw: RawClient, operation: ContractOperation, path: Mapping[str, str]) -> list[Any]:
    limit = min(100, operation.query["limit"].schema.plain("maximum", 100))
    exchange = raw.send(Call(operation, path, {"limit": limit}))
    assert exchange.status == 200, f"{exchange}: {exchange.reply_body[:200]!r}"
    return list_items(value_of(exchange))


FILTERS = [
    pytest.param(create, listing, name, id=f"{listing.id}-{name}")
    for listing in OPERATIONS.values()
    if listing.method == "GET"
    for create in [contract().paths[listing.target].get("POST")]
    if create is not None and create.body is not None and create.body.schema is not None
    for name in listing.query
    if name in create.body.schema["properties"].value
    and create.body.schema["properties"][name].plain("type") == "string"
]


@pytest.mark.parametrize(("create", "listing", "name"), FILTERS)
def test_a_filter_lists_what_has_the_value_and_nothing_else(
    target: Target, create: ContractOperation, listing: ContractOperation, name: str
) -> None:
    assert create.body is not None
    assert create.body.schema is not None
    raw = target.raw_client()
    values = (create.body.schema["properties"][name].plain("enum") or ["one", "another"])[:2]
    body = next(body for body in create.body.examples.values() if not ids(body) & set(target.planner.example_ids))
    created = [ids(value_of(raw.send(Call(create, {}, {}, {**body, name: value})))) for value in values]
    assert len(created) == 2
    for value, own in zip(values, created, strict=True):
        others = {text for other in created if other is not own for text in other} - own
        listed = ids(list_items(value_of(raw.send(Call(listing, {}, {name: value})))))
        assert own & listed, f"what has {name}={value} is not listed"
        assert others
        assert not others & listed, f"what has another {name} than {value} is listed"


def has_count(operation: ContractOperation) -> bool:
    """Whether the reply of a list has a count."""
    media = operation.replies[operation.successes[0]].media.get(JSON)
    schema = media.schema if media is not None else None
    return schema is not None and "properties" in schema and "count" in schema["properties"]


@each_operation(lambda found: found.method == "GET" and not found.path_parameters and has_count(found))
def test_a_count_is_the_number_of_items_in_the_list(furnished: RawClient, operation: ContractOperation) -> None:
    value = value_of(furnished.send(Call(operation)))
    assert value["count"] == len(list_items(value))
