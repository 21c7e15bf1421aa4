"""Governance: the rules of an organisation, AI that is off, and models that are not allowed."""

from __future__ import annotations

import pytest
from tests.mock.support.client import MODEL, TOOL_MODEL, ApiClient, chat_body, ok
from tests.mock.support.governance import (
    ASKING,
    DEAR,
    EMBEDDER,
    agent,
    govern,
    refusal,
)

from quant_ai_mock import Mock


def test_an_organisation_without_rules_is_unrestricted(api: ApiClient) -> None:
    assert ok(api.get("/governance")) == {
        "orgId": api.mock.name,
        "aiEnabled": True,
        "modelPolicy": "unrestricted",
        "modelList": [],
        "mandatoryGuardrailPreset": None,
        "mandatoryFilterPolicies": [],
        "spendLimits": {},
        "version": 0,
    }


def test_what_was_put_is_there(api: ApiClient) -> None:
    sent = {
        "modelPolicy": "allowlist",
        "modelList": [MODEL],
        "mandatoryGuardrailPreset": "protected",
        "mandatoryFilterPolicies": ["p-1"],
        "spendLimits": {
            "monthlyBudgetCents": 100,
            "perTokenDailyBudgetCents": None,
            "interfaceLimits": {"slack": {"dailyCents": 5}},
            "tokenOverrides": {"77": {"unlimited": True}},
        },
    }
    config = govern(api, **sent)
    assert config.items() >= sent.items()
    assert ok(api.get("/governance")) == config


def test_a_put_replaces_everything_and_what_it_omits_vanishes(api: ApiClient) -> None:
    govern(api, modelPolicy="blocklist", modelList=[MODEL], spendLimits={"dailyBudgetCents": 1})
    config = govern(api)
    assert (config["modelPolicy"], config["modelList"], config["spendLimits"]) == ("unrestricted", [], {})


def test_every_put_raises_the_version_by_one(api: ApiClient) -> None:
    assert [govern(api)["version"] for _ in range(3)] == [1, 2, 3]


def test_a_put_with_the_version_that_is_there_goes_through(api: ApiClient) -> None:
    assert govern(api, version=0)["version"] == 1
    assert govern(api, version=1)["version"] == 2


def test_a_put_with_another_version_is_a_conflict_and_changes_nothing(api: ApiClient) -> None:
    govern(api)
    conflict = ok(api.put("/governance", {"aiEnabled": False, "modelPolicy": "unrestricted", "version": 0}), 409)
    assert (conflict["error"], conflict["version"]) == ("VERSION_CONFLICT", 1)
    found = ok(api.get("/governance"))
    assert (found["aiEnabled"], found["version"]) == (True, 1)


@pytest.mark.parametrize("missing", ["aiEnabled", "modelPolicy"])
def test_what_is_required_is_named(api: ApiClient, missing: str) -> None:
    body = {"aiEnabled": True, "modelPolicy": "unrestricted"}
    assert list(ok(api.put("/governance", {k: v for k, v in body.items() if k != missing}), 422)["errors"]) == [missing]


def test_rules_of_one_organisation_are_no_rules_of_another(server: Mock) -> None:
    with ApiClient(server.organisation()) as strict, ApiClient(server.organisation()) as free:
        govern(strict, aiEnabled=False)
        ok(free.chat())


# --- AI off


@pytest.mark.parametrize("way", ASKING)
def test_ai_that_is_off_refuses(api: ApiClient, way: str) -> None:
    govern(api, aiEnabled=False)
    assert refusal(ASKING[way](api), "AI_DISABLED")["message"]


def test_ai_that_is_on_again_answers(api: ApiClient) -> None:
    govern(api, aiEnabled=False)
    govern(api)
    ok(api.chat())


def test_a_refused_request_costs_nothing_and_leaves_nothing(api: ApiClient) -> None:
    govern(api, aiEnabled=False)
    for ask in ASKING.values():
        ask(api)
    govern(api)
    assert ok(api.get("/usage"))["totals"]["requestCount"] == 0
    assert ok(api.get("/sessions")) == []


def test_what_asks_no_model_goes_on_while_ai_is_off(api: ApiClient) -> None:
    govern(api, aiEnabled=False)
    ok(api.get("/models"))
    ok(api.post("/sessions", {"userId": "ada"}), 201)
    agent(api)


def test_what_was_let_in_runs_to_its_end(api: ApiClient) -> None:
    started = ok(api.post("/chat", chat_body() | {"async": True}), 202)
    govern(api, aiEnabled=False)
    api.mock.advance(60)
    assert ok(api.get(started["pollUrl"].removeprefix("/ai")))["status"] == "complete"


# --- Models


def test_an_allowlist_bars_every_other_model(api: ApiClient) -> None:
    govern(api, modelPolicy="allowlist", modelList=[MODEL])
    ok(api.chat(model=MODEL))
    assert refusal(api.chat(model=TOOL_MODEL), "MODEL_NOT_ALLOWED")["modelId"] == TOOL_MODEL


def test_a_blocklist_bars_the_models_on_it_alone(api: ApiClient) -> None:
    govern(api, modelPolicy="blocklist", modelList=[DEAR])
    ok(api.chat(model=MODEL))
    refusal(api.chat(model=DEAR), "MODEL_NOT_ALLOWED")


def test_a_list_without_a_policy_bars_nothing(api: ApiClient) -> None:
    govern(api, modelList=[MODEL])
    ok(api.chat(model=TOOL_MODEL))


@pytest.mark.parametrize("way", ASKING)
def test_an_allowlist_that_is_empty_bars_all(api: ApiClient, way: str) -> None:
    govern(api, modelPolicy="allowlist")
    refusal(ASKING[way](api), "MODEL_NOT_ALLOWED")


def test_an_agent_is_refused_by_its_own_model(api: ApiClient) -> None:
    own_id = agent(api, modelId=DEAR)
    govern(api, modelPolicy="blocklist", modelList=[DEAR])
    streamed = api.post("/chat/stream", chat_body(model=MODEL, agentId=own_id))
    refusal(streamed, "MODEL_NOT_ALLOWED")
    refusal(api.post(f"/agents/{own_id}/chat", {"message": "Hello"}), "MODEL_NOT_ALLOWED")


def test_models_that_are_barred_are_not_listed(api: ApiClient) -> None:
    govern(api, modelPolicy="allowlist", modelList=[MODEL, EMBEDDER, "no.such-model"])
    assert {model["id"] for model in ok(api.get("/models"))["models"]} == {MODEL, EMBEDDER}
    assert [model["id"] for model in ok(api.get("/models", feature="chat"))["models"]] == [MODEL]


def test_a_model_that_is_barred_is_not_available(api: ApiClient) -> None:
    govern(api, modelPolicy="blocklist", modelList=[DEAR])
    assert ok(api.get(f"/models/{DEAR}"))["available"] is False
    assert ok(api.get(f"/models/{MODEL}"))["available"] is True
