"""What replies to single requests cannot show: walls, filters, pages, and what requests leave behind.

Each rule is applied to every operation, parameter or property of the document for which it makes sense.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from contextlib import suppress
from typing import Any
from urllib.parse import quote

import pytest

from quant_ai_contract import ContractOperation
from quant_ai_contract.contract_operations import JSON, DocumentedParameter

from .support.caller import namespace_parameters
from .support.raw_client import NO_BODY, Call, RawClient, assert_fits, value_of
from .support.scenarios import Scenario, UnresolvedError, canonical, evaluate, is_setting
from .support.serving import STRANGER
from .support.spec import contract
from .support.target import Target

OPERATIONS = contract().operations
LINKED = [
    pytest.param(source, int(status), link.operation, id=f"{source.id}-{link.name}")
    for source in OPERATIONS.values()
    for status, reply in source.replies.items()
    for link in reply.links
    if status == "201" and OPERATIONS[link.operation].path_parameters and OPERATIONS[link.operation].method != "POST"
]


def having(keep: Any) -> list[Any]:
    return [pytest.param(found, id=found.id) for found in OPERATIONS.values() if keep(found)]


@pytest.mark.parametrize("operation", having(lambda found: found.path_parameters and "404" in found.replies))
def test_a_thing_of_one_organisation_is_not_there_for_another(target: Target, operation: ContractOperation) -> None:
    tried = 0
    everywhere = {"modelId", *namespace_parameters(contract(), operation)}  # everybody has projects of any name
    free = operation.path_parameters.keys() <= everywhere and any(not way.needs for way in target.plan.to(operation))
    for way in () if free else target.plan.to(operation):
        sources = [source for example, source, _ in way.needs if example in way.call.path.values()]
        sources += [way.link[0]] if way.link is not None else []
        if not any(source.operation.method == "POST" for source in sources):
            continue  # its path names nothing that was made
        tried += 1
        home = target.scene()
        call = home.prepare(way)
        elsewhere = target.wire()
        exchange = elsewhere.send(call)
        assert exchange.status == 404, f"{way!r}: {exchange}: {exchange.reply_body[:200]!r}"
        assert home.wire.send(call).status == way.status, "it is still there at home"
        assert elsewhere.send(call).status == 404, "nor is it there when it has been asked for at home"
    if not tried:
        assert free or operation.path == "/agents/{agentId}/overlay", "every other thing belongs to an organisation"


@pytest.mark.parametrize("operation", having(lambda found: found.method == "GET" and not found.path_parameters))
def test_a_list_shows_nothing_of_another_organisation(target: Target, operation: ContractOperation) -> None:
    before = value_of(target.wire().send(Call(operation)))
    rich = furnished(target)
    assert canonical(without_times(value_of(target.wire().send(Call(operation))))) == canonical(without_times(before))
    if operation.id not in ("models_list",):
        assert canonical(value_of(rich.send(Call(operation)))) != canonical(before), "what was made is listed at home"


def without_times(value: Any) -> Any:
    """A value without what tells when it was made, and by whom."""
    if isinstance(value, dict):
        kept = {key: inner for key, inner in value.items() if "At" not in key and "ime" not in key and key != "orgId"}
        return {key: without_times(inner) for key, inner in kept.items()}
    return [without_times(inner) for inner in value] if isinstance(value, list) else value


FURNISHED: list[tuple[Target, RawClient]] = []


def furnished(target: Target) -> RawClient:
    """An organisation in which everything that can be made was made, twice; made once, and only looked at."""
    for known, wire in FURNISHED:
        if known is target:
            return wire
    FURNISHED[:] = [(target, furnish(target))]
    return FURNISHED[0][1]


def furnish(target: Target) -> RawClient:
    scene = target.scene()
    for _ in range(2):
        scene.done.clear()
        for operation in OPERATIONS.values():
            if operation.method == "POST" or is_setting(contract(), operation):
                for way in target.plan.to(operation):
                    with suppress(UnresolvedError):  # what is already there may be in the way
                        scene.go(way)
    return scene.wire


@pytest.mark.parametrize("operation", having(lambda found: True))
def test_both_spellings_of_the_path_are_the_same_organisation(target: Target, operation: ContractOperation) -> None:
    way = target.plan.to(operation)[0]
    scene = target.scene()
    call = scene.prepare(way)
    scene.wire.base_url = scene.wire.base_url.replace("/organisations/", "/organizations/")
    assert scene.wire.send(call).status == way.status


QUERIED = [
    pytest.param(operation, parameter, id=f"{operation.id}-{parameter.name}")
    for operation in OPERATIONS.values()
    for parameter in operation.query.values()
]


@pytest.mark.parametrize(("operation", "parameter"), QUERIED)
def test_a_query_parameter_has_an_effect(
    target: Target, operation: ContractOperation, parameter: DocumentedParameter
) -> None:
    """Some value of it changes what is answered."""
    for path in places(target, operation):
        wire, values = path
        base = answer(wire, Call(operation, values[0]))
        others = dict(helpers(operation, parameter))
        helped = answer(wire, Call(operation, values[0], others)) if others else base
        for value in candidates(parameter, wire):
            if answer(wire, Call(operation, values[0], {**others, parameter.name: value})) != helped:
                return
            wire, values = refreshed(target, operation, wire, values)
    pytest.fail(f"no value of {parameter.name} changes what {operation.id} answers")


def refreshed(
    target: Target, operation: ContractOperation, wire: RawClient, values: list[Any]
) -> tuple[RawClient, list[Any]]:
    """For an operation that changes something: a place where that has not happened yet."""
    if operation.method == "GET":
        return wire, values
    return next(places(target, operation))


def places(target: Target, operation: ContractOperation) -> Iterator[tuple[RawClient, list[Any]]]:
    """Organisations in which the operation can be called, with the values of its path."""
    if not operation.path_parameters:
        yield furnished(target), [{}]
        return
    for way in [*target.plan.to(operation), *map(smaller, target.plan.to(operation))]:
        scene = target.scene()
        call = scene.prepare(way)
        if target.mock is not None:
            target.mock.organisation(scene.wire.base_url.split("/")[-2]).advance(60)
        sources = {id(source) for _, source, _ in way.needs}
        making = {source.operation.id for _, source, _ in way.needs}
        for other in OPERATIONS.values():
            if making & {link.operation for reply in other.replies.values() for link in reply.links}:
                continue  # what leads back to where the thing is made has put it away
            for beside in target.plan.to(other):
                if other.method == "POST" and sources & {id(source) for _, source, _ in beside.needs}:
                    with suppress(UnresolvedError):
                        scene.go(beside)
        yield scene.wire, [dict(call.path)]


def smaller(way: Scenario) -> Scenario:
    """The same way, with whatever is counted at its least: what is cut into pieces is cut into more of them."""
    needs = tuple((example, least(source), expression) for example, source, expression in way.needs)
    return Scenario(way.operation, way.name, way.call, way.status, needs, way.link)


def least(way: Scenario) -> Scenario:
    schema = way.operation.body.schema if way.operation.body is not None else None
    if schema is None or way.call.body is NO_BODY:
        return way
    counts = {
        name: found.value["minimum"]
        for name, found in schema["properties"].items()
        if found.plain("type") == "integer" and "minimum" in found
    }
    call = Call(way.operation, way.call.path, way.call.query, {**way.call.body, **counts})
    return Scenario(way.operation, way.name, call, way.status, way.needs, way.link)


def helpers(operation: ContractOperation, parameter: DocumentedParameter) -> Iterator[tuple[str, Any]]:
    """Other parameters without which this one does nothing, by the words of its description."""
    text = next(
        node.value.get("description", "")
        for holder in (operation.node,)
        for node in holder["parameters"].elements()
        if node.value["name"] == parameter.name
    )
    for name, other in operation.query.items():
        if name != parameter.name and f"`{name}" in text and ("only" in text):
            yield name, next(iter(other.examples.values()))


def candidates(parameter: DocumentedParameter, wire: RawClient) -> list[Any]:
    values = [*parameter.examples.values(), "no-such-value", 1, 2, True, '{"no": "such"}', "2001-01"]
    seen = {
        text for _, exchange in wire.sent for text in ids(value_of(exchange) if exchange.reply_type == JSON else None)
    }
    values += parameter.schema.plain("enum", [])
    values += sorted(seen)[:200] if parameter.name.lower().endswith(("id", "on")) else []
    return [value for value in values if parameter.schema.fits(value)]


def ids(value: Any) -> set[str]:
    if isinstance(value, dict):
        own = {inner for key, inner in value.items() if key.lower().endswith("id") and isinstance(inner, str)}
        return own | {text for inner in value.values() for text in ids(inner)}
    return {text for inner in value for text in ids(inner)} if isinstance(value, list) else set()


def answer(wire: RawClient, call: Call) -> str:
    exchange = wire.send(call)
    return f"{exchange.status} {canonical(without_times(value_of(exchange)))}"


PAGED = having(lambda found: "limit" in found.query and found.method == "GET")


@pytest.mark.parametrize("operation", PAGED)
def test_no_page_is_longer_than_its_limit(target: Target, operation: ContractOperation) -> None:
    for wire, values in places(target, operation):
        found = items(value_of(wire.send(Call(operation, values[0], {"limit": 1}))))
        if found:
            assert len(found) == 1
            return
    pytest.fail(f"{operation.id} never listed anything")


def items(value: Any) -> list[Any]:
    """What a list holds: the array itself, or the first one in it."""
    if isinstance(value, list):
        return value
    return next((inner for inner in value.values() if isinstance(inner, list)), [])


@pytest.mark.parametrize(
    "operation", having(lambda found: found.extensions.get("x-pagination", {}).get("in") == "query")
)
def test_pages_make_up_the_whole_list(target: Target, operation: ContractOperation) -> None:
    said = operation.extensions["x-pagination"]
    for wire, values in places(target, operation):
        whole = items(value_of(wire.send(Call(operation, values[0], {"limit": 100}))))
        if len(whole) < 2:
            continue
        found: list[Any] = []
        position: dict[str, Any] = {}
        for _ in range(len(whole) + 1):
            page = value_of(wire.send(Call(operation, values[0], {"limit": 1, **position})))
            found += items(page)
            if said["style"] == "offset":
                position = {said["offset"]: len(found)}
            elif page.get(said["next"]) is None:
                break
            else:
                position = {said["cursor"]: page[said["next"]]}
        assert [canonical(item) for item in found] == [canonical(item) for item in whole]
        return
    pytest.fail(f"{operation.id} never listed two things")


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
def test_a_filter_lets_through_what_has_the_value_and_nothing_else(
    target: Target, create: ContractOperation, listing: ContractOperation, name: str
) -> None:
    wire = target.wire()
    schema = create.body.schema["properties"][name]  # type: ignore[union-attr, index]
    values = schema.plain("enum") or ["one", "another"]
    body = next(body for body in create.body.examples.values() if not ids(body) & set(target.plan.examples))  # type: ignore[union-attr]
    made = [value_of(wire.send(Call(create, {}, {}, {**body, name: value}))) for value in values[:2]]
    for value, reply in zip(values, made, strict=False):
        listed = ids(items(value_of(wire.send(Call(listing, {}, {name: value})))))
        others = ids([other for other in made if other is not reply])
        assert ids(reply) & listed, f"what was made with {name}={value} is not listed"
        assert not (others - ids(reply)) & listed, f"what was made without {name}={value} is listed"


@pytest.mark.parametrize(("source", "status", "reader"), LINKED)
def test_what_was_created_is_there(target: Target, source: ContractOperation, status: int, reader: str) -> None:
    operation = OPERATIONS[reader]
    ways = [way for way in target.plan.to(operation) if any(step.operation is source for _, step, _ in way.needs)]
    if not ways:
        return  # test_links.py has followed the link by another way
    exchange = target.scene().go(ways[0])
    assert exchange.status < 300
    assert_fits(contract(), exchange)


@pytest.mark.parametrize(
    "operation", having(lambda found: found.method == "DELETE" and not found.body and found.path.endswith("}"))
)
def test_what_was_deleted_is_gone(target: Target, operation: ContractOperation) -> None:
    way = target.plan.to(operation)[0]
    scene = target.scene()
    call = scene.prepare(way)
    listing = contract().paths[operation.target.rsplit("/", 1)[0]].get("GET")
    before = canonical(value_of(scene.wire.send(Call(listing)))) if listing is not None else ""
    (identity,) = call.path.values()
    assert identity in before or listing is None
    assert scene.wire.send(call).status == way.status
    assert scene.wire.send(call).status == 404
    getter = contract().paths[operation.target].get("GET")
    if getter is not None:
        assert scene.wire.send(Call(getter, call.path)).status == 404
    if listing is not None:
        assert identity not in canonical(value_of(scene.wire.send(Call(listing))))


UPDATES = [
    pytest.param(operation, name, id=f"{operation.id}-{name}")
    for operation in OPERATIONS.values()
    if operation.method == "PUT" and operation.body is not None and "GET" in contract().paths[operation.target]
    for name in operation.body.examples
]


@pytest.mark.parametrize(("operation", "name"), UPDATES)
def test_what_was_updated_reads_back(target: Target, operation: ContractOperation, name: str) -> None:
    way = target.plan.to_sample(operation, name)
    assert way is not None
    scene = target.scene()
    getter = contract().paths[operation.target]["GET"]
    call = scene.prepare(way)
    before = value_of(scene.wire.send(Call(getter, call.path)))
    sent = scene.wire.send(call)
    assert sent.status == way.status
    after = value_of(scene.wire.send(Call(getter, call.path)))
    inner, old = unwrapped(after, call.body), unwrapped(before, call.body)
    if any(key in old and old[key] != value for key, value in call.body.items()):
        assert canonical(before) != canonical(after), "the update left no trace"
    for key, value in call.body.items():
        if key == "version":
            assert inner[key] == value + 1, "it says what was there before"
        elif key in inner:
            assert canonical(inner[key]) == canonical(value), key


CREATED = [
    pytest.param(operation, name, id=f"{operation.id}-{name}")
    for operation in OPERATIONS.values()
    if operation.body is not None and "201" in operation.replies
    for name in operation.body.examples
]


@pytest.mark.parametrize(("operation", "name"), CREATED)
def test_what_was_created_reads_back(target: Target, operation: ContractOperation, name: str) -> None:
    """Whatever a reply shows of a thing that was just made is what was asked for."""
    way = target.plan.to_sample(operation, name)
    assert way is not None
    scene = target.scene()
    call = scene.prepare(way)
    made = scene.wire.send(call)
    shown = [unwrapped(value_of(made), call.body)]
    for link in operation.replies["201"].links:
        reader = OPERATIONS[link.operation]
        one_of_many = any("/0/" in str(value) for value in link.parameters.values())
        if reader.method == "GET" and reader.path_parameters and not one_of_many:
            with suppress(UnresolvedError):
                path = {key: str(evaluate(value, call, made)) for key, value in link.parameters.items()}
                shown.append(unwrapped(value_of(scene.wire.send(Call(reader, path))), call.body))
    for thing in shown:
        for key, value in call.body.items():
            if key in thing:
                kept = {inner: thing[key][inner] for inner in value} if isinstance(value, dict) else thing[key]
                assert canonical(kept) == canonical(value), key


@pytest.mark.parametrize("operation", having(lambda found: found.method == "GET" and not found.path_parameters))
def test_a_count_is_the_number_of_things_in_the_list(target: Target, operation: ContractOperation) -> None:
    value = value_of(furnished(target).send(Call(operation)))
    if isinstance(value, dict) and "count" in value:
        assert value["count"] == len(items(value))


def unwrapped(value: Any, like: Mapping[str, Any]) -> Any:
    """A thing without the envelope in which it came: what has most of the properties that were sent."""
    inner = [value, *(found for found in value.values() if isinstance(found, dict))]
    return max(inner, key=lambda found: len(found.keys() & like.keys()))


@pytest.mark.parametrize("operation", having(lambda found: found.body is not None))
def test_an_unknown_property_in_a_request_is_ignored(target: Target, operation: ContractOperation) -> None:
    way = target.plan.to(operation)[0]
    scene = target.scene()
    call = scene.prepare(way)
    body = {**({} if call.body is NO_BODY else call.body), "noSuchProperty": {"a": [1]}}
    assert scene.wire.send(Call(operation, call.path, call.query, body)).status == way.status


def is_answer(operation: ContractOperation) -> bool:
    """Whether a link leads here that fills the body with what a reply asked for."""
    links = [link for found in OPERATIONS.values() for reply in found.replies.values() for link in reply.links]
    return any(link.operation == operation.id and link.body is not None for link in links)


TAKEN_ONCE = having(
    lambda found: found.extensions.get("x-idempotent") is True and not found.path_parameters and is_answer(found)
)


@pytest.mark.parametrize("operation", TAKEN_ONCE)
def test_tool_results_are_taken_once(target: Target, operation: ContractOperation) -> None:
    way = next(way for way in target.plan.to(operation) if way.link is not None)
    scene = target.scene()
    call = scene.prepare(way)
    assert scene.wire.send(call).status == way.status
    again = scene.wire.send(call)
    assert again.status == 404, f"{again}: its id was good for one answer"
    assert_fits(contract(), again)


def test_there_is_an_operation_that_takes_tool_results() -> None:
    assert TAKEN_ONCE


PATHS = ["%2F", "%23", "%3F", "%00", "%25", "%E2%98%83", "a%20b", "%2e%2e", "a+b", "%F0%9F%90%A7", "x" * 500, "%C3%28"]


@pytest.mark.parametrize("operation", having(lambda found: len(found.path_parameters) == 1))
@pytest.mark.parametrize("segment", PATHS)
def test_an_id_of_any_characters_is_one_segment_and_not_found(
    target: Target, operation: ContractOperation, segment: str
) -> None:
    wire = target.wire()
    path = operation.target.replace(next(iter(f"{{{name}}}" for name in operation.path_parameters)), segment)
    body = next(iter(operation.body.examples.values())) if operation.body is not None else None
    headers = {"Authorization": f"Bearer {wire.token}", **({"Content-Type": JSON} if body is not None else {})}
    content = json.dumps(body).encode() if body is not None else None
    reply = wire.client.request(operation.method, f"{wire.base_url}{path}", headers=headers, content=content)
    assert reply.status_code in (200, 404), reply.text
    assert reply.status_code == 404 or operation.id == "tasks_get_dependency_graph", (
        "only a list need not have been made"
    )
    assert reply.headers["content-type"] == JSON


def test_a_stranger_is_at_home_in_its_own_organisation(target: Target) -> None:
    operation = next(found for found in OPERATIONS.values() if found.method == "GET" and not found.path_parameters)
    assert target.wire("elsewhere", STRANGER).send(Call(operation)).status == 200
    assert target.wire(quote("else where"), STRANGER).send(Call(operation)).status == 403
