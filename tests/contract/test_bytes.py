"""The bytes of a request where they are easy to get wrong: paths, queries, text, numbers, and what is left out."""

from __future__ import annotations

import json
from collections.abc import Iterator
from functools import reduce
from operator import getitem
from typing import Any
from urllib.parse import unquote, urlsplit

import pytest

from quant_ai import QuantAIError, StatusError
from quant_ai_client import errors
from quant_ai_contract import ContractOperation

from .support.cases import each_operation
from .support.client_names import NotOfferedError
from .support.example_calls import first_example
from .support.json_values import put
from .support.loaded_spec import contract
from .support.raw_client import NO_BODY, Call
from .support.recorder import RecordedExchange
from .support.target import Target
from .support.tested_client import FACADES, INTERFACES, PAIRS, ClientUnderTest

IDS = [
    "a/b",
    "a b",
    "a%2Fb",
    "ü/ß",
    "日本 語",
    "?x=1",
    "#top",
    "a+b&c=d",
    "XkdVWiEfSwMEPrw=",
    "a:b@c",
    "~._-!*'()",
    "\\",
    "a;b,c",
]
FORBIDDEN = ["", ".", ".."]
TEXTS = [
    "Grüße 🐧 “日本”",
    'quote " and \\ backslash',
    "line\nbreak\ttab",
    "\u2028\u0000\u007f",
    "</script>",
    "1e5",
    "null",
]
NUMBERS = [0, -0.5, 1e-7, 0.1, 1]
OPERATIONS = contract().operations.values()


def sent(
    target: Target, client: ClientUnderTest, call: Call, interfaces: tuple[str, ...] = INTERFACES
) -> list[RecordedExchange]:
    """What arrives of a call through each interface that has it. The replies do not matter."""
    arrived = []
    for interface in interfaces:
        before = target.recorder.count
        try:
            client.call(interface, call)
        except (StatusError, errors.StatusError):
            pass
        except NotOfferedError:
            continue
        assert target.recorder.count == before + 1
        arrived.append(target.last(client.organisation))
    assert arrived, f"no interface has {call}"
    return arrived


@each_operation(lambda found: found.path_parameters)
@pytest.mark.parametrize("value", IDS)
def test_an_id_is_one_segment_of_the_path_whatever_is_in_it(
    target: Target, client: ClientUnderTest, operation: ContractOperation, value: str
) -> None:
    call = first_example(operation)
    call = Call(operation, dict.fromkeys(call.path, value), {}, call.body)
    for found in sent(target, client, call, PAIRS[IDS.index(value) % 2]):
        relative = contract().relative(urlsplit(found.exchange.url).path)
        assert relative is not None
        expected = [value if segment.startswith("{") else segment for segment in operation.target.split("/")]
        assert [unquote(segment) for segment in relative[1].split("/")] == expected
        assert found.operation == operation.id
        assert found.exchange.url.isascii()
        assert "?" not in found.exchange.url


@each_operation(lambda found: found.path_parameters)
@pytest.mark.parametrize("value", FORBIDDEN)
def test_an_id_that_would_change_the_route_is_never_sent(
    target: Target, client: ClientUnderTest, operation: ContractOperation, value: str
) -> None:
    call = first_example(operation)
    call = Call(operation, dict.fromkeys(call.path, value), {}, call.body)
    refused = 0
    for interface in INTERFACES:
        before = target.recorder.count
        try:
            with pytest.raises((ValueError, QuantAIError)):
                client.call(interface, call)
        except NotOfferedError:
            continue
        assert target.recorder.count == before
        refused += 1
    assert refused


QUERIES = [
    pytest.param(operation, name, id=f"{operation.id}-{name}")
    for operation in OPERATIONS
    for name, parameter in operation.query.items()
    if parameter.schema.fits("ü & = + # ?")
]


@pytest.mark.parametrize(("operation", "name"), QUERIES)
def test_a_query_value_arrives_unchanged(
    target: Target, client: ClientUnderTest, operation: ContractOperation, name: str
) -> None:
    values = [text for text in ("ü & = + # ?", "%2B", "a b", "日本", "") if operation.query[name].schema.fits(text)]
    assert values
    for value in values:
        call = Call(operation, first_example(operation).path, {name: value}, first_example(operation).body)
        for found in sent(target, client, call):
            assert found.exchange.query == [(name, value)]
            assert found.exchange.url.isascii()


@each_operation(lambda found: found.query)
def test_a_parameter_that_was_not_given_is_not_sent(
    target: Target, client: ClientUnderTest, operation: ContractOperation
) -> None:
    call = Call(operation, first_example(operation).path, {}, first_example(operation).body)
    for found in sent(target, client, call):
        assert "?" not in found.exchange.url


def text_places(operation: ContractOperation) -> list[tuple[tuple[Any, ...], dict[str, Any]]]:
    """Bodies with a place for any text; the places nearest to the top come first."""
    if operation.body is None or operation.body.schema is None:
        return []
    schema = operation.body.schema
    found = [(place, body) for body in operation.body.examples.values() for place in string_places(body)]
    fitting = [(place, body) for place, body in found if schema.fits(put(body, place, TEXTS[0]))]
    return sorted(fitting, key=lambda pair: len(pair[0]))


def string_places(value: Any, here: tuple[Any, ...] = ()) -> Iterator[tuple[Any, ...]]:
    if isinstance(value, str):
        yield here
    elif isinstance(value, (dict, list)):
        for key, inner in value.items() if isinstance(value, dict) else enumerate(value):
            yield from string_places(inner, (*here, key))


TEXTUAL = [
    pytest.param(operation, place, body, text, id=f"{text}-{operation.id}")
    for operation in OPERATIONS
    for place, body in text_places(operation)[:1]
    for text in TEXTS
    if operation.body is not None and operation.body.schema is not None
    if operation.body.schema.fits(put(body, place, text))
]


@pytest.mark.parametrize(("operation", "place", "body", "text"), TEXTUAL)
def test_text_arrives_as_utf_8_and_unchanged(
    target: Target, client: ClientUnderTest, operation: ContractOperation, place: tuple[Any, ...], body: Any, text: str
) -> None:
    call = Call(operation, first_example(operation).path, {}, put(body, place, text))
    for found in sent(target, client, call):
        assert reduce(getitem, place, json.loads(found.exchange.request_body.decode("utf-8"))) == text


@each_operation(lambda found: found.body is not None)
def test_what_was_not_given_is_sent_neither_as_null_nor_as_its_default(
    target: Target, client: ClientUnderTest, operation: ContractOperation
) -> None:
    body = shortest_body(operation)
    modes = {mode["property"] for mode in operation.extensions.get("x-modes", []) if mode.get("method")}
    for found in sent(target, client, Call(operation, first_example(operation).path, {}, body)):
        assert set(json.loads(found.exchange.request_body or b"{}")) <= set(body) | {"name"} | modes


def shortest_body(operation: ContractOperation) -> dict[str, Any]:
    """The shortest example, without what can be left out of it."""
    assert operation.body is not None
    assert operation.body.schema is not None
    body: dict[str, Any] = min(operation.body.examples.values(), key=len)
    for key in body:
        rest = {name: value for name, value in body.items() if name != key}
        if rest and operation.body.schema.fits(rest):
            body = rest
    return body


NULLABLE = [
    pytest.param(operation, name, id=f"{operation.id}-{name}")
    for operation in OPERATIONS
    if operation.body is not None and operation.body.schema is not None
    for name, schema in operation.body.schema["properties"].items()
    if schema.fits(None)
]


@pytest.mark.parametrize(("operation", "name"), NULLABLE)
def test_a_null_that_was_given_is_sent(
    target: Target, client: ClientUnderTest, operation: ContractOperation, name: str
) -> None:
    assert operation.body is not None
    body = {**next(iter(operation.body.examples.values())), name: None}
    for found in sent(target, client, Call(operation, first_example(operation).path, {}, body)):
        value = json.loads(found.exchange.request_body)
        assert name in value
        assert value[name] is None


FRACTIONS = [
    pytest.param(operation, name, id=f"{operation.id}-{name}")
    for operation in OPERATIONS
    if operation.body is not None and operation.body.schema is not None
    for name, schema in operation.body.schema["properties"].items()
    if schema.plain("type") == "number"
]


@pytest.mark.parametrize(("operation", "name"), FRACTIONS)
def test_a_number_arrives_unchanged(
    target: Target, client: ClientUnderTest, operation: ContractOperation, name: str
) -> None:
    assert operation.body is not None
    for number in NUMBERS:
        body = {**next(iter(operation.body.examples.values())), name: number}
        for found in sent(target, client, Call(operation, first_example(operation).path, {}, body)):
            value = json.loads(found.exchange.request_body)[name]
            assert value == number
            assert not isinstance(value, bool)


@each_operation()
def test_a_request_names_the_client_and_its_length_and_hides_the_token(
    target: Target, client: ClientUnderTest, operation: ContractOperation
) -> None:
    call = first_example(operation)
    for found in sent(target, client, call, FACADES):
        headers = found.exchange.request_headers
        assert headers["user-agent"].startswith("quant-ai/")
        assert client.token not in found.exchange.url
        if call.body is NO_BODY:
            assert found.exchange.request_body == b""
        else:
            assert headers["content-length"] == str(len(found.exchange.request_body))
