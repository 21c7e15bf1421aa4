"""The bytes of a request, where they are easy to get wrong: paths, queries, text, numbers, what is left out."""

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

from .support.caller import KINDS, PAIRS, Caller, NotOfferedError, is_streamed
from .support.raw_client import NO_BODY, Call
from .support.scenarios import variants
from .support.serving import RecordedExchange
from .support.spec import contract
from .support.target import Target
from .test_bounds import put

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
ADDRESSED = [found for found in contract().operations.values() if found.path_parameters]
QUERIES = [
    pytest.param(operation, name, id=f"{operation.id}-{name}")
    for operation in contract().operations.values()
    for name, parameter in operation.query.items()
    if parameter.schema.fits("ü & = + # ?")
]
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


def sent(target: Target, caller: Caller, kind: str, call: Call) -> RecordedExchange | None:
    """What arrives of a call; None where the client offers no such call. What it is answered does not matter."""
    before = 0 if target.tap is None else target.tap.count
    try:
        caller.call(kind, call)
    except (StatusError, errors.StatusError):
        pass
    except NotOfferedError:
        return None
    assert target.tap is not None
    assert target.tap.count == before + 1
    return target.tap.last(caller.organisation)


def first(operation: ContractOperation) -> Call:
    return next(call for _, call in variants(operation))


@pytest.mark.parametrize("operation", [pytest.param(found, id=found.id) for found in ADDRESSED])
@pytest.mark.parametrize("value", IDS)
def test_an_id_is_one_segment_of_the_path_whatever_is_in_it(
    target: Target, caller: Caller, operation: ContractOperation, value: str
) -> None:
    call = first(operation)
    call = Call(operation, dict.fromkeys(call.path, value), {}, call.body)
    for kind in PAIRS[IDS.index(value) % 2]:
        seen = sent(target, caller, kind, call)
        if seen is None:
            continue
        relative = contract().relative(urlsplit(seen.exchange.url).path)
        assert relative is not None
        expected = [value if segment.startswith("{") else segment for segment in operation.target.split("/")]
        assert [unquote(segment) for segment in relative[1].split("/")] == expected
        assert seen.operation == operation.id
        assert seen.exchange.url.isascii()
        assert "?" not in seen.exchange.url


@pytest.mark.parametrize("operation", [pytest.param(found, id=found.id) for found in ADDRESSED])
@pytest.mark.parametrize("value", FORBIDDEN)
def test_an_id_that_would_leave_its_route_is_never_sent(
    target: Target, caller: Caller, operation: ContractOperation, value: str
) -> None:
    assert target.tap is not None
    call = first(operation)
    call = Call(operation, dict.fromkeys(call.path, value), {}, call.body)
    for kind in KINDS:
        before = target.tap.count
        try:
            with pytest.raises((ValueError, QuantAIError)):
                caller.call(kind, call)
        except NotOfferedError:
            continue
        assert target.tap.count == before


@pytest.mark.parametrize(("operation", "name"), QUERIES)
def test_a_query_value_arrives_as_it_was_given(
    target: Target, caller: Caller, operation: ContractOperation, name: str
) -> None:
    for value in ("ü & = + # ?", "%2B", "a b", "日本", ""):
        if not operation.query[name].schema.fits(value):
            continue
        call = Call(operation, first(operation).path, {name: value}, first(operation).body)
        for kind in KINDS:
            seen = sent(target, caller, kind, call)
            assert seen is not None
            assert seen.exchange.query == [(name, value)]
            assert seen.exchange.url.isascii()


@pytest.mark.parametrize(
    "operation", [pytest.param(found, id=found.id) for found in contract().operations.values() if found.query]
)
def test_a_parameter_that_was_not_given_is_not_sent(
    target: Target, caller: Caller, operation: ContractOperation
) -> None:
    call = Call(operation, first(operation).path, {}, first(operation).body)
    for kind in KINDS:
        seen = sent(target, caller, kind, call)
        assert seen is not None
        assert "?" not in seen.exchange.url


def texts(operation: ContractOperation) -> list[tuple[tuple[Any, ...], dict[str, Any]]]:
    """Bodies with a place whose value may be any text; the places nearest to the top first."""
    found = []
    for body in operation.body.examples.values() if operation.body is not None else ():
        assert operation.body is not None
        assert operation.body.schema is not None
        for place in places_of_text(body):
            if operation.body.schema.fits(put(body, place, TEXTS[0])):
                found.append((place, body))
    return sorted(found, key=lambda pair: len(pair[0]))


def places_of_text(value: Any, here: tuple[Any, ...] = ()) -> Iterator[tuple[Any, ...]]:
    if isinstance(value, str):
        yield here
    elif isinstance(value, (dict, list)):
        for key, inner in value.items() if isinstance(value, dict) else enumerate(value):
            yield from places_of_text(inner, (*here, key))


@pytest.mark.parametrize(
    "operation", [pytest.param(found, id=found.id) for found in contract().operations.values() if texts(found)]
)
@pytest.mark.parametrize("text", TEXTS)
def test_text_arrives_as_utf_8_and_unchanged(
    target: Target, caller: Caller, operation: ContractOperation, text: str
) -> None:
    place, body = texts(operation)[0]
    assert operation.body is not None
    assert operation.body.schema is not None
    changed = put(body, place, text)
    if not operation.body.schema.fits(changed):
        pytest.skip("the field takes no such text")
    call = Call(operation, first(operation).path, {}, changed)
    for kind in KINDS:
        seen = sent(target, caller, kind, call)
        if seen is not None:
            assert reduce(getitem, place, json.loads(seen.exchange.request_body.decode("utf-8"))) == text


OPTIONAL = [found for found in contract().operations.values() if found.body is not None]


@pytest.mark.parametrize("operation", [pytest.param(found, id=found.id) for found in OPTIONAL])
def test_what_is_absent_is_not_sent_as_null_nor_as_its_default(
    target: Target, caller: Caller, operation: ContractOperation
) -> None:
    body = bare(operation)
    for kind in KINDS:
        seen = sent(target, caller, kind, Call(operation, first(operation).path, {}, body))
        if seen is not None and body:
            assert set(json.loads(seen.exchange.request_body)) <= set(body) | {"name"} | modes(operation)


def bare(operation: ContractOperation) -> dict[str, Any]:
    """The shortest example, without what may be left out of it."""
    assert operation.body is not None
    assert operation.body.schema is not None
    body = min(operation.body.examples.values(), key=len)
    for key in body:
        rest = {name: value for name, value in body.items() if name != key}
        if rest and operation.body.schema.fits(rest):
            body = rest
    return body


def modes(operation: ContractOperation) -> set[str]:
    return {mode["property"] for mode in operation.extensions.get("x-modes", []) if mode.get("method")}


NULLABLE = [
    pytest.param(operation, name, id=f"{operation.id}-{name}")
    for operation in OPTIONAL
    if operation.body is not None and operation.body.schema is not None
    for name, schema in operation.body.schema["properties"].items()
    if schema.fits(None)
]


@pytest.mark.parametrize(("operation", "name"), NULLABLE)
def test_a_null_that_was_given_is_sent(target: Target, caller: Caller, operation: ContractOperation, name: str) -> None:
    assert operation.body is not None
    body = {**next(iter(operation.body.examples.values())), name: None}
    for kind in KINDS:
        seen = sent(target, caller, kind, Call(operation, first(operation).path, {}, body))
        assert seen is not None
        found = json.loads(seen.exchange.request_body)
        assert name in found
        assert found[name] is None


FRACTIONS = [
    pytest.param(operation, name, id=f"{operation.id}-{name}")
    for operation in OPTIONAL
    if operation.body is not None and operation.body.schema is not None
    for name, schema in operation.body.schema["properties"].items()
    if schema.plain("type") == "number"
]


@pytest.mark.parametrize(("operation", "name"), FRACTIONS)
def test_a_number_arrives_as_it_was_given(
    target: Target, caller: Caller, operation: ContractOperation, name: str
) -> None:
    assert operation.body is not None
    for number in NUMBERS:
        body = {**next(iter(operation.body.examples.values())), name: number}
        for kind in KINDS:
            seen = sent(target, caller, kind, Call(operation, first(operation).path, {}, body))
            if seen is not None:
                found = json.loads(seen.exchange.request_body)[name]
                assert found == number
                assert isinstance(found, bool) is False


@pytest.mark.parametrize("operation", [pytest.param(found, id=found.id) for found in contract().operations.values()])
def test_a_request_says_who_asks_and_what_it_takes(
    target: Target, caller: Caller, operation: ContractOperation
) -> None:
    for kind in KINDS[:2]:
        call = first(operation)
        if is_streamed(operation, call.body):
            continue
        seen = sent(target, caller, kind, call)
        if seen is None:
            continue
        headers = seen.exchange.request_headers
        assert headers["user-agent"].startswith("quant-ai/")
        assert caller.token not in seen.exchange.url
        if call.body is NO_BODY:
            assert seen.exchange.request_body == b""
        else:
            assert headers["content-length"] == str(len(seen.exchange.request_body))
