"""`strict=True`: every deviation from the spec is an error that names its path."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from datetime import date, datetime
from typing import Annotated, Any, Literal
from uuid import UUID

import pytest

from quant_ai import StrictError, UnknownEvent, models
from quant_ai.strict import deviations
from quant_ai_client.types import Unknown

from .support.clients import async_client, sync_client
from .support.raw_server import answering, reply, serving, streaming

pytestmark = pytest.mark.anyio

GOOD: dict[str, Any] = {
    "response": {"role": "assistant", "content": "Hi"},
    "model": "nova",
    "requestId": "r-1",
    "finishReason": "stop",
    "usage": {"inputTokens": 3, "outputTokens": 2, "totalTokens": 5, "costCents": 0.02},
}


def changed(path: str, value: Any) -> dict[str, Any]:
    """A valid reply with one value changed or removed."""
    body = json.loads(json.dumps(GOOD))
    *way, last = path.split(".")
    place = body
    for name in way:
        place = place[name]
    if value is ...:
        del place[last]
    else:
        place[last] = value
    return body


def test_a_valid_reply_has_no_deviations() -> None:
    assert deviations(models.ChatReply.from_dict(GOOD)) == []


@pytest.mark.parametrize(
    ("body", "message"),
    [
        (changed("response", ...), "response: is missing"),
        (changed("response.content", ...), "response.content: is missing"),
        (changed("response.content", None), "response.content: is null"),
        (changed("usage", None), "usage: is null"),
        (changed("usage.totalTokens", None), "usage.totalTokens: is null"),
        (changed("response.content", 5), "response.content: is a number, not a string"),
        (changed("response.content", ["x"]), "response.content: is an array, not a string"),
        (changed("response.content", {"x": 1}), "response.content: is an object, not a string"),
        (changed("response.role", "robot"), "response.role: is 'robot', not one of the known values"),
        (changed("finishReason", "bored"), "finishReason: is 'bored', not one of the known values"),
        (changed("usage.totalTokens", "5"), "usage.totalTokens: is a string, not an integer"),
        (changed("usage.totalTokens", 5.5), "usage.totalTokens: is a number, not an integer"),
        (changed("usage.totalTokens", True), "usage.totalTokens: is a boolean, not an integer"),
        (changed("mood", "good"), "mood: is not in the spec"),
        (changed("usage.joules", 1), "usage.joules: is not in the spec"),
        (
            changed("response.toolUse", [{"toolUseId": "t", "name": "f", "input": {}}, {"name": "g", "input": {}}]),
            "response.toolUse[1].toolUseId: is missing",
        ),
    ],
)
def test_each_deviation_is_reported_with_its_path(body: dict[str, Any], message: str) -> None:
    assert deviations(models.ChatReply.from_dict(body)) == [message]


@pytest.mark.parametrize(
    ("value", "hint", "found"),
    [
        (None, int, ["at: is null"]),
        (None, int | None, []),
        (None, None, []),
        (Unknown({"a": 1}), models.TokenUsage, ["at: matches no variant in the spec: an object"]),
        ({"a": 1, "b": "x"}, dict[str, int], ["at.b: is a string, not an integer"]),
        ({"a": {"b": "x"}}, Mapping[str, dict[str, int]], ["at.a.b: is a string, not an integer"]),
        ({"response": 5}, models.ChatReply, ["at.response: expected an object, got a number"]),
        ([1], dict, ["at: is an array, not an object"]),
        ({"a": 1}, list[int] | str, ["at: is an object, not an array or a string"]),
        ({"a": 1}, list, ["at: is an object, not an array"]),
        (5, str | models.TokenUsage | models.ChatReply | None, ["at: is a number, not a string or an object"]),
        (5, Sequence[int] | Mapping[str, int], ["at: is a number, not an array or an object"]),
        (5, Literal["a"] | bool, ["at: is a number, not one of its known values or a boolean"]),
        (5, Annotated[str | list[int], "text"], ["at: is a number, not a string or an array"]),
        (5, type(None), ["at: is a number, not null"]),
        (5, frozenset, ["at: is a number, not <class 'frozenset'>"]),
        (5.5, datetime | date | UUID, ["at: is a number, not a date-time or a date or a UUID"]),
        ("b", Literal["a"] | str, ["at: is 'b', not one of the known values"]),
    ],
)
def test_each_kind_of_type_is_named(value: Any, hint: Any, found: list[str]) -> None:
    assert deviations(value, hint, "at") == found


def test_the_body_itself_has_a_name() -> None:
    assert deviations(None, int) == ["body: is null"]
    assert deviations({"b": "x"}, dict[str, int]) == ["b: is a string, not an integer"]


def test_null_is_no_deviation_where_the_spec_allows_it() -> None:
    policy = {"policyId": "p", "name": "n", "description": None}
    assert deviations(models.FilterPolicy.from_dict(policy)) == []


def test_an_invalid_date_is_a_deviation() -> None:
    created = {"sessionId": "s-1", "status": "active", "expiresAt": "soon", "createdAt": "2026-03-21T09:30:00Z"}
    (message,) = deviations(models.SessionCreated.from_dict(created))
    assert message == "expiresAt: is a string, not a date-time"


def test_an_unknown_member_of_a_union_is_a_deviation() -> None:
    message = models.Message.from_dict({"role": "user", "content": [{"text": "Hi"}, {"hologram": {}}]})
    (message,) = deviations(message)
    assert message.startswith("content[1]: matches no variant")


@pytest.mark.parametrize("embeddings", [[0.5, 1], [[0.5, 1], [0.25]]])
def test_of_several_array_types_the_one_that_fits_counts(embeddings: Any) -> None:
    reply = {"embeddings": embeddings, "model": "m", "dimension": 2, "usage": {"inputTokens": 1, "totalTokens": 1}}
    assert deviations(models.EmbeddingsReply.from_dict(reply)) == []
    reply["embeddings"] = [*embeddings, "x"]
    (message,) = deviations(models.EmbeddingsReply.from_dict(reply))
    assert message.startswith("embeddings[2]: is a string")


@pytest.mark.parametrize("value", [None, 5, "a", [1], {"a": None}, date(2026, 3, 21)])
def test_a_value_without_a_type_in_the_spec_may_be_anything(value: Any) -> None:
    assert deviations(value) == []


def test_an_object_that_the_spec_leaves_open_may_hold_anything() -> None:
    open_ended = models.DocumentMetadata.from_dict({"title": "Tea", "anything": {"at": ["all"]}})
    assert open_ended["anything"] == {"at": ["all"]}
    assert deviations(open_ended) == []


def test_one_spelling_or_two_equal_ones_are_fine_and_two_that_differ_deviate() -> None:
    for fits in ({"name": "order_status"}, {"toolName": "order_status"}, {"name": "a", "toolName": "a"}):
        assert deviations(models.CustomTool.from_dict(fits)) == []
    [message] = deviations(models.CustomTool.from_dict({"name": "a", "toolName": "b"}))
    assert message == "toolName: differs from name, which is the same field in another spelling"


async def test_a_strict_client_raises_and_a_lenient_one_keeps() -> None:
    body = json.dumps(changed("usage.joules", 1)).encode()
    with serving(answering(reply(body))) as server:
        with sync_client(server.url) as client:
            kept = client.chat.send(model_id="nova", messages=[])
            assert kept.usage
            assert kept.usage["joules"] == 1
            with pytest.raises(StrictError, match=r"usage\.joules: is not in the spec") as caught:
                client.with_options(strict=True).chat.send(model_id="nova", messages=[])
            assert caught.value.deviations == ["usage.joules: is not in the spec"]
        async with async_client(server.url, strict=True) as other:
            with pytest.raises(StrictError):
                await other.chat.send(model_id="nova", messages=[])


def test_streams_are_strict_too() -> None:
    odd = b'event: content\ndata: {"delta":"Hi","mood":1}\n\n'
    unknown = b"event: mood\ndata: {}\n\n"
    done = b'event: done\ndata: {"complete":true}\n\n'
    for piece, message in ((odd, "mood: is not in the spec"), (unknown, "is not in the spec")):
        with serving(streaming(piece, done)) as server, sync_client(server.url, strict=True) as client:
            with client.chat.stream(model_id="nova", messages=[]) as stream, pytest.raises(StrictError, match=message):
                list(stream)
            with client.with_options(strict=False).chat.stream(model_id="nova", messages=[]) as stream:
                assert isinstance(next(iter(stream)), (models.ContentEvent, UnknownEvent))
