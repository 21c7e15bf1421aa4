"""Dicts in requests have the JSON's names or Python's, and a wrong argument is one line before anything is sent."""

from __future__ import annotations

from datetime import UTC, datetime
from decimal import Decimal
from enum import Enum
from typing import Any
from uuid import UUID

import numpy as np
import pytest

from quant_ai_client import models
from quant_ai_client.arguments import encoded
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
        ({"messages": [None]}, "messages[0] must be a dict or models.Message, got None"),
        (
            {"messages": [{"role": None, "content": "Hi"}]},
            "messages[0].role must be one of 'user', 'assistant', 'system' or a string, got None",
        ),
        ({"stop_sequences": ["a", 5]}, "stop_sequences[1] must be a string, got 5"),
        ({"system_prompt": b"Be kind"}, "system_prompt must be a string, got b'Be kind'"),
        ({"stop_sequences": [b"a"]}, "stop_sequences[0] must be a string, got b'a'"),
        ({"messages": [{"content": b"Hi"}]}, "messages[0].content must be a string or a list, got b'Hi'"),
    ],
)  # fmt: skip
def test_a_wrong_argument_is_one_line_in_the_names_of_python(client: Any, arguments: Any, message: str) -> None:
    with pytest.raises(ArgumentError) as caught:
        chat(client, **arguments)
    assert str(caught.value) == message
    assert isinstance(caught.value, ValueError)
    assert isinstance(caught.value, TypeError)


def test_bytes_are_sent_in_base64_where_the_spec_says_base64(client: Any) -> None:
    block = {"image": {"format": "png", "source": {"bytes": b"\x89PNG"}}}
    body = chat(client, messages=[{"role": "user", "content": [block]}])
    assert body["messages"][0]["content"][0]["image"]["source"] == {"bytes": "iVBORw=="}


def test_times_of_numpy_are_no_integers(client: Any) -> None:
    noted = {"days": [np.datetime64("2026-03-21", "D")], "took": np.longdouble(1.5)}
    assert client.sessions.create(user_id="u", metadata=noted)["metadata"] == {"days": ["2026-03-21"], "took": 1.5}
    with pytest.raises(ArgumentError, match="has no time zone"):
        client.sessions.create(user_id="u", metadata={"at": np.datetime64("2026-03-21T09:30", "ns")})


@pytest.mark.parametrize("value", [None, "", "."])
def test_an_id_must_name_something(client: Any, value: Any) -> None:
    with pytest.raises(ArgumentError, match="session_id must be a non-empty string, got"):
        client.sessions.get(value)


@pytest.mark.parametrize(
    ("call", "message"),
    [
        (lambda client: client.sessions.get(1.5), "session_id must be a string, got 1.5"),
        (lambda client: client.sessions.get({}), "session_id must be a string, got {}"),
        (lambda client: client.sessions.get(["a"]), "session_id must be a string, got ['a']"),
        (lambda client: client.sessions.get(True), "session_id must be a string, got True"),
        (lambda client: client.sessions.get(b"s"), "session_id must be a string, got b's'"),
        (lambda client: client.files.list(limit="ten"), "limit must be an integer, got 'ten'"),
        (lambda client: client.files.list(limit=True), "limit must be an integer, got True"),
        (lambda client: client.files.list(limit=5.5), "limit must be an integer, got 5.5"),
        (lambda client: client.files.list(limit=5.0), "limit must be an integer, got 5.0"),
        (lambda client: client.files.list(limit=[5]), "limit must be an integer, got [5]"),
        (lambda client: client.files.list(cursor={"a": 1}), "cursor must be a string, got {'a': 1}"),
        (lambda client: client.tasks.delete("t", cascade="yes"), "cascade must be a boolean, got 'yes'"),
        (lambda client: client.usage.get(include="weekly"), "include must be 'daily', got 'weekly'"),
        (lambda client: client.ai_search(project=5).get_status(), "project must be a string, got 5"),
        (lambda client: client.files.list(limit=object), "limit must be an integer, got <class 'object'>"),
    ],
)
def test_parameters_are_checked_like_fields_of_the_body(client: Any, call: Any, message: str) -> None:
    with pytest.raises(ArgumentError) as caught:
        call(client)
    assert str(caught.value) == message


def test_parameters_take_what_is_written_alike(client: Any) -> None:
    class Word(str):
        pass

    class Feature(Enum):
        CHAT = "chat"

    client.sessions.get(UUID(int=0))
    client.sessions.get(Word("s"))
    client.models.list(feature=Feature.CHAT)
    client.models.list(feature="a feature of tomorrow")
    client.files.list(limit=np.int64(5))
    client.files.list(limit=None)


@pytest.mark.parametrize(
    ("hint", "body", "json"),
    [
        (
            list[models.ResponseFormat],
            [{"json_schema": {}}, models.ResponseFormat(type="json")],
            [{"jsonSchema": {}}, {"type": "json"}],
        ),
        (dict[str, models.ResponseFormat], {"a_b": {"json_schema": {"c_d": 1}}}, {"a_b": {"jsonSchema": {"c_d": 1}}}),
        (models.ResponseFormat | str, "json", "json"),
        (models.ResponseFormat | str, {"json_schema": {}}, {"jsonSchema": {}}),
        (Any, [{"json_schema": 1}], [{"json_schema": 1}]),
        (dict[str, Any], {"json_schema": {"json_schema": 1}}, {"json_schema": {"json_schema": 1}}),
    ],
)
def test_a_body_may_be_an_array_a_map_or_a_union(hint: Any, body: Any, json: Any) -> None:
    assert encoded(body, hint) == json


@pytest.mark.parametrize(
    ("hint", "body", "message"),
    [
        (
            list[models.ResponseFormat],
            [{}, {"json_scheme": {}}],
            "body[1] has no field 'json_scheme'; did you mean 'json_schema'?",
        ),
        (list[models.ResponseFormat], {"type": "json"}, "body must be a list, got {'type': 'json'}"),
        (dict[str, models.ResponseFormat], {"a": "json"}, "body.a must be a dict or models.ResponseFormat, got 'json'"),
        (models.ResponseFormat | str, 5, "body must be a dict or models.ResponseFormat or a string, got 5"),
        (list[int], ["a"], "body[0] must be an integer, got 'a'"),
    ],
)
def test_such_a_body_is_checked_too(hint: Any, body: Any, message: str) -> None:
    with pytest.raises(ArgumentError) as caught:
        encoded(body, hint)
    assert str(caught.value) == message


def test_a_value_that_contains_itself_is_one_line(client: Any) -> None:
    endless: dict[str, Any] = {}
    endless["again"] = endless
    with pytest.raises(ArgumentError, match="the body contains itself, or is nested too deeply"):
        client.sessions.create(user_id="u", metadata=endless)


def test_numbers_of_other_libraries_are_numbers_and_other_objects_are_not(client: Any) -> None:
    assert chat(client, temperature=Decimal("0.5"), max_tokens=np.int32(5)) == {
        "modelId": "m",
        "messages": HI,
        "temperature": 0.5,
        "maxTokens": 5,
    }
    with pytest.raises(ArgumentError, match="temperature must be a number, got <object"):
        chat(client, temperature=object())
    with pytest.raises(ArgumentError, match="temperature must be a number, got datetime"):
        chat(client, temperature=datetime(2026, 1, 2, tzinfo=UTC))


REPLY = {
    "role": "assistant",
    "content": "Let me see.",
    "toolUse": [
        {"toolUseId": "t-1", "name": "f", "input": {"toolUse": 1}},
        {"toolUseId": "t-2", "name": "g", "input": {}, "executionId": "e", "status": "running"},
    ],
}


def test_tool_calls_that_are_sent_back_are_blocks_of_the_message(client: Any) -> None:
    message = models.AssistantMessage.from_dict(REPLY)
    assert chat(client, messages=[message])["messages"] == [
        {
            "role": "assistant",
            "content": [
                {"text": "Let me see."},
                {"toolUse": {"toolUseId": "t-1", "name": "f", "input": {"toolUse": 1}}},
                {"toolUse": {"toolUseId": "t-2", "name": "g", "input": {}}},
            ],
        }
    ]
    single = models.AssistantMessage.from_dict({"content": "", "toolUse": REPLY["toolUse"][0]})
    assert chat(client, messages=[single])["messages"] == [
        {"role": "assistant", "content": [{"toolUse": REPLY["toolUse"][0]}]}
    ]


def test_an_answer_that_is_sent_back_stays_text_with_what_the_spec_does_not_name(client: Any) -> None:
    message = models.AssistantMessage.from_dict({"content": "Hi", "mood": "good"})
    assert chat(client, messages=[message])["messages"] == [{"role": "assistant", "content": "Hi", "mood": "good"}]
    assert client.sessions.create(user_id="u", initial_messages=[message])["initialMessages"][0]["role"] == "assistant"


def test_a_model_of_another_class_is_checked_like_a_dict(client: Any) -> None:
    reply = models.ChatReply(response=models.AssistantMessage(content="Hi"))
    with pytest.raises(ArgumentError, match=r"messages\[0\] has no field 'response'"):
        chat(client, messages=[reply])
    call = models.ToolUse(tool_use_id="t", name="f", input={})
    sent = chat(client, messages=[{"role": "assistant", "content": [{"tool_use": call}]}])
    assert sent["messages"][0]["content"] == [{"toolUse": call.to_dict()}]


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
