"""What an organisation's rules forbid raises an error with a code, for calls, streams and jobs alike."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from quant_ai import AsyncQuantAI, PermissionDeniedError, QuantAI, StreamFailedError
from quant_ai.http.status_errors import status_error
from quant_ai_mock.testing import Organisation

pytestmark = pytest.mark.anyio

MODEL = "amazon.nova-lite-v1:0"
HELLO: dict[str, Any] = {"model_id": MODEL, "messages": [{"role": "user", "content": "Hello"}]}
CALLS: dict[str, Callable[[Any], Any]] = {
    "send": lambda client: client.chat.send(**HELLO),
    "start": lambda client: client.chat.start(**HELLO),
    "agent": lambda client: client.agents.chat("quantgov-code", message="Hello"),
    "embeddings": lambda client: client.embeddings.create(input="Hello"),
    "images": lambda client: client.images.generate(task_type="TEXT_IMAGE", text_to_image_params={"text": "A tree"}),
}
RULES: dict[str, dict[str, Any]] = {
    "AI_DISABLED": {"ai_enabled": False, "model_policy": "unrestricted"},
    "MODEL_NOT_ALLOWED": {"ai_enabled": True, "model_policy": "allowlist"},
    "BUDGET_EXCEEDED": {
        "ai_enabled": True,
        "model_policy": "unrestricted",
        "spend_limits": {"dailyBudgetCents": 0},
    },
}
every_rule = pytest.mark.parametrize("code", RULES)


@every_rule
@pytest.mark.parametrize("call", CALLS)
def test_a_refusal_is_an_error_with_its_code(quantai: QuantAI, code: str, call: str) -> None:
    quantai.governance.update(**RULES[code])
    with pytest.raises(PermissionDeniedError) as error:
        CALLS[call](quantai)
    assert (error.value.code, error.value.status_code, error.value.attempts) == (code, 403, 1)
    assert error.value.message == error.value.body["message"]


@every_rule
@pytest.mark.parametrize("call", CALLS)
async def test_a_refusal_is_the_same_error_without_waiting(async_quantai: AsyncQuantAI, code: str, call: str) -> None:
    await async_quantai.governance.update(**RULES[code])
    with pytest.raises(PermissionDeniedError) as error:
        await CALLS[call](async_quantai)
    assert error.value.code == code


@every_rule
def test_a_refused_stream_raises_before_it_begins(quantai: QuantAI, code: str) -> None:
    quantai.governance.update(**RULES[code])
    with pytest.raises(PermissionDeniedError) as error, quantai.chat.stream(**HELLO):
        pytest.fail("it began")
    assert (error.value.code, error.value.partial) == (code, None)


@every_rule
async def test_a_refused_async_stream_raises_before_it_begins(async_quantai: AsyncQuantAI, code: str) -> None:
    await async_quantai.governance.update(**RULES[code])
    with pytest.raises(PermissionDeniedError) as error:
        async with async_quantai.chat.stream(**HELLO):
            pytest.fail("it began")
    assert error.value.code == code


def test_a_refusal_for_budget_says_when_there_is_budget_again(quantai: QuantAI, quantai_mock: Organisation) -> None:
    quantai_mock.freeze(1_800_014_400)
    quantai.governance.update(**RULES["BUDGET_EXCEEDED"])
    with pytest.raises(PermissionDeniedError, match="daily budget of the organisation is used up") as error:
        quantai.chat.send(**HELLO)
    assert error.value.body["budget"]["resetsAt"] == "2027-01-16T00:00:00.000Z"


@pytest.mark.parametrize("code", [*RULES, "SPEND_BUDGET_REACHED"])
def test_a_code_inside_a_stream_means_a_refusal_too(quantai: QuantAI, quantai_mock: Organisation, code: str) -> None:
    refusal = {"error": {"message": "No more.", "code": code}}
    quantai_mock.script(events=[{"event": "content", "data": {"delta": "Hel"}}, {"event": "error", "data": refusal}])
    with pytest.raises(PermissionDeniedError) as error, quantai.chat.stream(**HELLO) as stream:
        list(stream)
    assert error.value.code == code
    assert error.value.partial.response.content == "Hel"


def test_another_failure_inside_a_stream_is_not_a_refusal(quantai: QuantAI, quantai_mock: Organisation) -> None:
    quantai_mock.script(events=[{"event": "error", "data": {"error": {"message": "Slow.", "code": "MODEL_TIMEOUT"}}}])
    with pytest.raises(StreamFailedError), quantai.chat.stream(**HELLO) as stream:
        list(stream)


def test_advice_is_given_where_the_service_gives_no_reason() -> None:
    message = status_error(403, {"message": "No access."}, method="POST", path="/chat")
    assert "QUANT_ORGANISATION" in str(message)
    message = status_error(403, {"message": "It is used up.", "code": "BUDGET_EXCEEDED"}, method="POST", path="/chat")
    assert str(message) == "POST /chat answered 403: It is used up."


def test_governance_and_filters_are_typed_all_the_way(quantai: QuantAI) -> None:
    made = quantai.filter_policies.create(
        name="Names",
        rules=[{"match": {"type": "word", "values": ["bluefin"]}, "action": "REDACT", "applyTo": "both"}],
    )
    rules = quantai.governance.get()
    updated = quantai.governance.update(
        ai_enabled=True,
        model_policy="unrestricted",
        mandatory_filter_policies=[made.policy_id],
        version=rules.version,
    )
    assert updated.config.version == 1
    reply = quantai.chat.send(model_id=MODEL, messages=[{"role": "user", "content": "bluefin"}])
    assert "[REDACTED]" in str(reply.response.content)
