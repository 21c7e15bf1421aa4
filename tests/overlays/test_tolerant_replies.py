"""Whatever a service replies: it is read as far as possible, kept as it came, or a QuantAIError that says where."""

from __future__ import annotations

import copy
import importlib
import json
import pickle
import random
from collections.abc import Iterator
from typing import Any

import httpx
import pytest
from tests.committed_spec import committed_spec

from quant_ai import OriginError, QuantAI, QuantAIError, ReplyError, models
from quant_ai.http.endpoint import Endpoint
from quant_ai.http.replies import HttpReply, decode
from quant_ai.strict import deviations
from quant_ai_client.operation import Operation, Request

from .support.mutations import mutated

SPEC = committed_spec()


def client(status: int, content: bytes, strict: bool = False) -> QuantAI:
    transport = httpx.MockTransport(lambda _: httpx.Response(status, content=content))
    http_client = httpx.Client(transport=transport)
    options: Any = {"base_url": "https://x.test", "max_retries": 0, "http_client": http_client, "strict": strict}
    return QuantAI(token="t", organisation="acme", **options)


def body(value: Any) -> bytes:
    return json.dumps(value).encode()


@pytest.mark.parametrize("status", [200, 201, 202, 206])
def test_any_success_counts_where_the_spec_documents_another(status: int) -> None:
    reply = client(status, body({"skill": {"skillId": "s"}})).skills.create(
        name="n", content="c", trigger_condition="t"
    )
    assert reply.skill.skill_id == "s"
    assert client(status, b"{}").orchestrations.delete("o") is None
    assert client(status, body({"sessionId": "s"})).sessions.get("s").session_id == "s"


def test_a_success_of_another_method_of_the_operation_does_not_count() -> None:
    messages: Any = [{"role": "user", "content": "Hi"}]
    with pytest.raises(ReplyError, match="202 with a status that is not in its spec"):
        client(202, body({"requestId": "r"})).chat.send(model_id="m", messages=messages)
    with pytest.raises(ReplyError, match="200 with a status that is not in its spec"):
        client(200, body({"response": {"content": "Hi"}})).chat.start(model_id="m", messages=messages)


@pytest.mark.parametrize("status", [200, 204])
def test_an_empty_body_of_a_change_is_an_empty_reply(status: int) -> None:
    assert client(status, b"").skills.delete("s") == models.SkillDeleted()
    assert client(status, b"").sessions.update("s", status="active").to_dict() == {}
    assert client(status, b"").sessions.create(user_id="u").to_dict() == {}


@pytest.mark.parametrize("status", [200, 204])
def test_an_empty_body_in_place_of_what_is_read_is_an_error(status: int) -> None:
    with pytest.raises(ReplyError, match=f"GET /models answered {status} with an empty body"):
        client(status, b"").models.list()


@pytest.mark.parametrize("status", [200, 204])
def test_an_empty_body_in_place_of_an_answer_is_an_error(status: int) -> None:
    messages: Any = [{"role": "user", "content": "Hi"}]
    with pytest.raises(ReplyError, match=f"POST /chat answered {status} with an empty body"):
        client(status, b"").chat.send(model_id="m", messages=messages)
    with pytest.raises(ReplyError, match=f"POST /embeddings answered {status} with an empty body"):
        client(status, b"").embeddings.create(input="a")


def test_a_204_of_a_call_that_returns_no_more_than_a_message_is_an_empty_reply() -> None:
    assert client(204, b"").chat.submit_callback(callback_id="c", tool_results=[]).to_dict() == {}


def test_an_empty_array_in_place_of_an_object_is_an_empty_object() -> None:
    hit = {"documentId": "d", "content": "c", "similarity": 1, "metadata": []}
    assert models.VectorHit.from_dict(hit).metadata == models.DocumentMetadata()
    model = models.ModelSummary.from_dict({"id": "m", "capabilities": []})
    assert model.capabilities == models.ModelCapabilities.from_dict({})
    assert client(200, b"[]").usage.get_mine() == models.MyUsage()


@pytest.mark.parametrize("result", ["sunny", 5, True, ["a", 1], {"any": {"thing": 1}}, None], ids=repr)
def test_a_tool_may_return_any_json(result: Any) -> None:
    state = {"executionId": "e", "toolName": "t", "status": "complete", "result": result, "createdAt": 1}
    assert client(200, body(state)).tools.get_execution("e").to_dict() == state
    tools = {"orchestrationId": "o", "status": "complete", "toolCount": 1, "createdAt": 1, "tools": [state]}
    assert client(200, body(tools)).tools.get_orchestration("o").to_dict() == tools


@pytest.mark.parametrize("limit", [5, "5", [5], False], ids=repr)
def test_another_value_in_an_optional_field_is_kept_and_named_by_strict(limit: Any) -> None:
    usage = {"quota": {"monthlyLimit": limit}}
    assert client(200, body(usage)).usage.get_mine().to_dict() == usage
    with pytest.raises(QuantAIError, match=r"quota\.monthlyLimit: is an? \w+, not an object"):
        client(200, body(usage), strict=True).usage.get_mine()


def test_strict_says_what_is_wrong_inside_an_object_that_could_not_be_decoded() -> None:
    event = models.ChatReply.from_dict({"response": {}, "usage": {"totalTokens": 5}, "model": "m"})
    assert deviations(event) != []
    orchestration = {"tools": [{"toolName": 5}, 7]}
    found = deviations(models.ToolOrchestration.from_dict(orchestration))
    assert "tools[1]: is a number, not an object" in found


def test_what_cannot_be_read_at_all_names_its_place() -> None:
    with pytest.raises(ReplyError, match=r"models\[1\]: expected an object, got a number"):
        client(200, body({"models": [{"id": "m"}, 7]})).models.list()
    with pytest.raises(ReplyError, match="expected an object, got a string"):
        client(200, b'"text"').sessions.get("s")


@pytest.mark.parametrize("spelling", ["organisations", "organizations"])
@pytest.mark.parametrize("base", ["https://x.test", "https://x.test/api/v3/organizations/{org}/ai"])
@pytest.mark.parametrize("origin", ["https://x.test", ""])
def test_a_poll_url_in_either_spelling_is_the_own_api(spelling: str, base: str, origin: str) -> None:
    link = f"{origin}/api/v3/{spelling}/acme/ai/tools/orchestrations/orch_1"
    assert Endpoint("t", "acme", base).resolve_link(link) == "/tools/orchestrations/orch_1"


@pytest.mark.parametrize("spelling", ["organisations", "organizations"])
def test_a_poll_url_of_another_organisation_is_not_the_own_api(spelling: str) -> None:
    for origin in ("https://x.test", ""):
        link = f"{origin}/api/v3/{spelling}/other/ai/tools/orchestrations/orch_1"
        with pytest.raises(OriginError):
            client(200, b"{}").tools.wait_for_orchestration(link)


def test_a_deep_reply_is_shown_in_part() -> None:
    deep = json.loads(b'{"id":"x","metadata":' + b'{"a":' * 300 + b"1" + b"}" * 301)
    shown = models.Session.from_dict(deep)
    assert repr(shown).count("'a'") == str(shown).count("'a'") == 50
    assert len(str(shown)) < 20_000


def test_a_reply_nested_beyond_use_is_an_error() -> None:
    deep = b'{"id":"x","metadata":' + b'{"a":' * 400 + b"1" + b"}" * 401
    with pytest.raises(ReplyError, match="nested too deeply"):
        client(200, deep).sessions.get("s")


def operations() -> Iterator[tuple[str, Operation[Any], int, Any]]:
    """Every operation with each of its successes, and an example of its reply."""
    for operation in SPEC.operations:
        module = importlib.import_module(f"quant_ai_client.api.{operation.resource}.{operation.module}")
        for status, part in operation.responses.items():
            if status.startswith("2") and part.json_type:
                media = next(iter(part.content.values()))
                for name, example in media.get("examples", {}).items():
                    yield f"{operation.id} {status} {name}", module.OPERATION, int(status), example["value"]


CASES = list(operations())


@pytest.mark.parametrize(("operation", "status", "example"), [case[1:] for case in CASES], ids=[c[0] for c in CASES])
def test_no_reply_raises_anything_but_a_quant_ai_error(operation: Operation[Any], status: int, example: Any) -> None:
    dice = random.Random(f"{operation.id} {status}")
    for _ in range(60):
        value = mutated(example, dice)
        reply = HttpReply(status, httpx.Headers({"content-type": "application/json"}), body(value), 1, None)
        try:
            found = decode(operation, Request(operation.path), reply)
        except QuantAIError:
            continue
        assert repr(found)
        assert str(found)
        assert isinstance(deviations(found), list)
        assert pickle.loads(pickle.dumps(found)) == copy.deepcopy(found) == found
        for item in found if isinstance(found, list) else [found]:
            json.dumps(item.to_dict() if hasattr(item, "to_dict") else item)
