"""Dicts in requests have the JSON's names or Python's, and a wrong argument is one line before anything is sent."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

import pytest

from quant_ai_client import models
from quant_ai_client.errors import ArgumentError
from quant_ai_client.resources import Resources
from quant_ai_client.types import Unknown

HI: Any = [{"role": "user", "content": "Hi"}]


class Recorder:
    def call(self, operation: Any, request: Any) -> Any:
        return request.body

    page = stream = lambda self, operation, request, *_: request.body


@pytest.fixture
def client() -> Any:
    found = Resources()
    found._caller = Recorder()  # type: ignore[assignment]
    return found


def chat(client: Any, **arguments: Any) -> Any:
    return client.chat.send(**{"model_id": "m", "messages": HI, **arguments})


@pytest.mark.parametrize(
    ("python", "json"),
    [
        (
            {"response_format": {"type": "json", "json_schema": {}}},
            {"responseFormat": {"type": "json", "jsonSchema": {}}},
        ),
        (
            {"response_format": {"type": "json", "jsonSchema": {}}},
            {"responseFormat": {"type": "json", "jsonSchema": {}}},
        ),
        (
            {"tool_config": {"tools": [{"tool_spec": {"name": "f", "inputSchema": {"json": {}}}}]}},
            {"toolConfig": {"tools": [{"toolSpec": {"name": "f", "inputSchema": {"json": {}}}}]}},
        ),
        (
            {"messages": [models.Message(role="user", content=[{"tool_use": {"tool_use_id": "t"}}])]},  # type: ignore
            {"messages": [{"role": "user", "content": [{"toolUse": {"toolUseId": "t"}}]}]},
        ),
    ],
)
def test_a_dict_at_any_depth_has_either_spelling(client: Any, python: Any, json: Any) -> None:
    assert chat(client, **python) == {"modelId": "m", "messages": HI, **json}


def test_free_form_objects_are_sent_as_they_are(client: Any) -> None:
    schema = {"type": "object", "properties": {"json_schema": {"type": "null", "jsonSchema": None}}, "x_y": {"a": None}}
    assert (
        chat(client, response_format={"type": "json", "json_schema": schema})["responseFormat"]["jsonSchema"] == schema
    )
    call = {"tool_use": {"tool_use_id": "t", "name": "f", "input": {"tool_use": 1, "model_id": None}}}
    sent = chat(client, messages=[{"role": "assistant", "content": [call]}])
    assert sent["messages"][0]["content"][0]["toolUse"]["input"] == call["tool_use"]["input"]
    documents = [{"content": "c", "metadata": {"page_no": 1}}]
    assert client.vector_db.upload_documents("c", documents=documents) == {"documents": documents}


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (
            {"response_format": {"type": "json", "jsonschema": {}}},
            "response_format has no field 'jsonschema'; did you mean 'json_schema'?",
        ),
        ({"messages": [{"rôle": "user"}]}, "messages[0] has no field 'rôle'; did you mean 'role'?"),
        (
            {"messages": [*HI, {"role": "user", "content": [{"imge": {}}]}]},
            "messages[1].content[0] has no field 'imge'; did you mean 'image'?",
        ),
        ({"response_format": {"xyz": 1}}, "response_format has no field 'xyz'; it has type, json_schema"),
        (
            {"response_format": {"jsonSchema": {}, "json_schema": {}}},
            "response_format.json_schema is given twice, as 'jsonSchema' and as 'json_schema'",
        ),
        ({"temperature": "hot"}, "temperature must be a number, got 'hot'"),
        ({"temperature": True}, "temperature must be a number, got True"),
        ({"temperature": [0.5]}, "temperature must be a number, got [0.5]"),
        ({"max_tokens": 5.5}, "max_tokens must be an integer, got 5.5"),
        ({"model_id": None}, "model_id must be a string, got None"),
        ({"model_id": 5}, "model_id must be a string, got 5"),
        ({"messages": "Hi"}, "messages must be a list, got 'Hi'"),
        ({"messages": ["Hi"]}, "messages[0] must be a dict or models.Message, got 'Hi'"),
        (
            {"messages": [{"role": None, "content": "Hi"}]},
            "messages[0].role must be one of 'user', 'assistant', 'system' or a string, got None",
        ),
        ({"stop_sequences": ["a", 5]}, "stop_sequences[1] must be a string, got 5"),
    ],
)  # fmt: skip
def test_a_wrong_argument_is_one_line_in_the_names_of_python(client: Any, arguments: Any, message: str) -> None:
    with pytest.raises(ArgumentError) as caught:
        chat(client, **arguments)
    assert str(caught.value) == message
    assert isinstance(caught.value, ValueError)
    assert isinstance(caught.value, TypeError)


@pytest.mark.parametrize("value", [None, "", ".", 1.5, {}])
def test_an_id_must_name_something(client: Any, value: Any) -> None:
    with pytest.raises(ArgumentError, match="session_id must be a non-empty string, got"):
        client.sessions.get(value)


def test_none_in_a_dict_is_sent_only_where_null_is_allowed(client: Any) -> None:
    sent = client.governance.update(
        ai_enabled=True,
        model_policy="all",
        spend_limits={
            "monthly_budget_cents": None,
            "interface_limits": None,
            "user_overrides": {"7": {"daily_cents": 5}},
        },
    )
    assert sent["spendLimits"] == {"monthlyBudgetCents": None, "userOverrides": {"7": {"dailyCents": 5}}}


def test_numbers_of_every_kind_are_numbers(client: Any) -> None:
    assert chat(client, temperature=1, max_tokens=5.0)["maxTokens"] == 5
    when = datetime(2026, 1, 2, tzinfo=UTC)
    assert client.embeddings.create(input=("a", "b"))["input"] == ["a", "b"]
    assert when


def test_an_unknown_member_of_a_union_can_be_sent(client: Any) -> None:
    block = {"hologram": {"depth": 3}}
    sent = chat(client, messages=[{"role": "user", "content": [Unknown(block)]}])
    assert sent["messages"][0]["content"] == [block]
