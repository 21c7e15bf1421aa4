"""Small requests that ask for much work or memory, and odd ones, are answered and leave the server as it was."""

from __future__ import annotations

from contextlib import closing
from typing import Any

import orjson
import pytest
from tests.mock.support.client import TOOL_MODEL, ApiClient, chat_body, ok
from tests.mock.support.direct import DirectMock

from quant_ai_mock.document import validation_messages
from quant_ai_mock.document.api import Api
from quant_ai_mock.document.loading import load
from quant_ai_mock.document.media_types import _read as read_accept
from quant_ai_mock.engine.plain_text import plain_text
from quant_ai_mock.synthetic.budget import SizeBudget
from quant_ai_mock.synthetic.schema_values import generate_value
from quant_ai_mock.synthetic.vectors import _short_vector


def nested(schema: Any, levels: int) -> Any:
    for _ in range(levels):
        schema = {"type": "object", "properties": {"a": schema}, "required": ["a"]}
    return schema


EXPENSIVE: dict[str, Any] = {
    "ten million items": {"type": "array", "minItems": 10**7, "items": {"type": "integer"}},
    "arrays of arrays": {"minItems": 99, "items": {"minItems": 99, "items": {"minItems": 99, "items": {}}}},
    "a billion characters": {"type": "string", "minLength": 10**9},
    "a pattern in patterns": {"type": "string", "pattern": "((((a{100}){100}){100}){100})"},
    "many costly patterns": {"minItems": 1000, "items": {"type": "string", "pattern": "([^\\u0000-\\u00ff]{3}){400}"}},
    "a fan of references": {"allOf": [{"$ref": "#"}] * 30},
    "a wide fan": {"allOf": [{"$ref": "#"}] * 30, "properties": {f"p{n}": {} for n in range(5000)}},
    "properties that refer to their owner": {
        "required": list("abcd"),
        "properties": {key: {"$ref": "#"} for key in "abcd"},
    },
    "a constant again and again": {"minItems": 1000, "items": {"const": ["x" * 10**5] * 10}},
    "a long name again and again": {"minItems": 1000, "items": {"required": ["n" * 10**5]}},
    "a long reference": {"minItems": 1000, "items": {"$ref": "#" + "/a" * 10**5}},
    "deep": nested({"type": "integer"}, 400),
}
ODD: list[Any] = [
    "x",
    [1],
    True,
    {"type": "array", "minItems": "x"},
    {"type": "array", "minItems": 1e300},
    {"type": "string", "minLength": -5, "maxLength": -2},
    {"type": "string", "format": []},
    {"type": "integer", "multipleOf": 0},
    {"type": "integer", "multipleOf": "x"},
    {"type": "number", "minimum": 1e308, "multipleOf": 1e-300},
    {"type": "integer", "minimum": 1e299, "multipleOf": 1e-299},
    {"type": "integer", "exclusiveMinimum": -1e299},
    {"type": "number", "minimum": []},
    {"type": "object", "properties": [1]},
    {"type": "object", "required": 5},
    {"type": "object", "required": [{}]},
    {"type": 5},
    {"type": [["x"]]},
    {"$ref": 5},
    {"allOf": 5},
    {"allOf": [5]},
    {"enum": []},
    {"items": [1], "minItems": 2},
]


@pytest.mark.parametrize("schema", EXPENSIVE.values(), ids=EXPENSIVE.keys())
def test_a_value_has_a_budget_whatever_its_schema_asks_for(schema: Any) -> None:
    budget = SizeBudget()
    value = generate_value(schema, hint="Hello to " + "Ada" * 10**5, budget=budget)
    assert len(orjson.dumps(value)) < 1_000_000
    assert budget.left > -200_000_000  # a step may exceed what is left once, but nothing goes on after it


@pytest.mark.parametrize("schema", ODD, ids=str)
def test_a_schema_of_wrong_types_gives_some_value(api: ApiClient, schema: Any) -> None:
    wanted = {"type": "object", "properties": {"x": schema}, "required": ["x"]}
    ok(api.chat(responseFormat={"type": "json", "jsonSchema": wanted}))
    spec = {"toolSpec": {"name": "get", "description": "d", "inputSchema": {"json": wanted}}}
    ok(api.chat(model=TOOL_MODEL, toolConfig={"tools": [spec]}))


def test_the_tools_of_one_turn_share_a_budget(api: ApiClient) -> None:
    schema = {"type": "object", "properties": {"x": {"type": "string", "minLength": 400_000}}}
    names = [f"tool_{letter}" for letter in "abcdefgh"]
    tools = [{"toolSpec": {"name": name, "inputSchema": {"json": schema}}} for name in names]
    reply = api.chat(" ".join(names), model=TOOL_MODEL, toolConfig={"tools": tools})
    assert [use["name"] for use in ok(reply)["response"]["toolUse"]] == names
    assert len(reply.content) < 1_000_000


@pytest.mark.parametrize(
    "piece", ["<!--", "<a ", "<![CDATA[", "<a b='", "<script>", "<style>x</styl", "</", "<!a", "&#"]
)
def test_markup_that_does_not_end_is_read_once(piece: str) -> None:
    # Reading all of it again for each piece would take minutes.
    assert plain_text(f"<p>Words {piece * 500_000}", "text/html").startswith("Words")


def test_text_is_what_a_reader_sees() -> None:
    page = "<!doctype html><p title='a>b'>Hi<br>you &amp; me</p><SCRIPT>x<y</Script><!-- no -->3 < 4 <b>end</b><a "
    assert plain_text(page, "text/html; charset=utf-8") == "Hi you & me 3 < 4 end"
    assert plain_text(f"&#{'9' * 5000}; x", "text/html").endswith(" x")


@pytest.mark.parametrize(
    ("messages", "first"),
    [
        ([{"role": 1, "content": "x"}] * 60_000, "messages.0.role"),
        ([{"role": "user", "content": "x"}] * 60_000 + [{"role": 1, "content": "x"}], "messages.60000.role"),
        ([{"role": "user", "content": [{"text": 1}] * 60_000}], "messages.0.content.0.text"),
        ([{"role": "user", "content": [{"text": "x"}] * 60_000 + [{}]}], "messages.0.content.60000"),
    ],
)
def test_only_the_first_of_many_errors_are_listed(messages: Any, first: str) -> None:
    schema = API.operations["chat_send"].body.schema  # type: ignore[union-attr]
    assert schema is not None
    value = {"modelId": "m", "messages": messages}
    errors = validation_messages.errors_of(schema, value, 1_000_000)
    assert next(iter(errors)).startswith(first)
    assert len(errors) < 100


def test_an_expression_that_repeats_too_much_is_refused(api: ApiClient) -> None:
    match = {"type": "regex", "pattern": "(x?){1000}"}
    body = {"name": "p", "rules": [{"match": match, "action": "REDACT"}]}
    assert "too many repetitions" in ok(api.post("/filter-policies", body), 422)["message"]


def test_a_text_too_long_for_a_rule_is_redacted_where_it_was_not_searched(api: ApiClient) -> None:
    match = {"type": "word", "values": [f"word{number}" for number in range(1000)]}
    body = {"name": "p", "enabled": True, "rules": [{"match": match, "action": "BLOCK"}]}
    policy = ok(api.post("/filter-policies", body), 201)["policyId"]
    rules = {"aiEnabled": True, "modelPolicy": "unrestricted", "mandatoryFilterPolicies": [policy]}
    ok(api.put("/governance", rules))
    assert ok(api.chat("harmless " * 20_000))["finishReason"] == "stop"  # no word is in it: it is searched in one pass
    assert ok(api.post("/chat", chat_body("word5 " * 20_000)))["finishReason"] == "content_filter"


API = Api(load())


def test_nothing_long_stays_in_a_cache() -> None:
    with closing(DirectMock()) as mock, ApiClient(mock.organisation("acme"), transport=mock.transport) as api:
        find, long = mock.app.gateway._router._find_short, "x" * 20_000
        for number in range(3):
            before = find.cache_info().currsize, read_accept.cache_info().currsize, _short_vector.cache_info().currsize
            api.get(f"/models/{number}{long}")
            api.http.get("/models", headers={"Accept": f"{number}{long}, */*"})
            assert api.post("/embeddings", {"input": f"{number} {long}", "dimensions": 256}).status_code == 200
        after = find.cache_info().currsize, read_accept.cache_info().currsize, _short_vector.cache_info().currsize
        assert after == before


def test_values_that_a_schema_holds_may_be_of_any_size(api: ApiClient) -> None:
    held = {"type": "object", "properties": {"x": {"enum": [[10**30]]}}, "required": ["x"]}
    ok(api.chat(responseFormat={"type": "json", "jsonSchema": held}))
