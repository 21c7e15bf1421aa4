"""Create filter policies, and chat in every way that they apply to."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from tests.mock.support.client import TOOL_MODEL, ApiClient, chat_body, data, ok

WORDS = {"type": "word", "values": ["bluefin", "night heron"]}
CARD = {"type": "regex", "pattern": r"\b[0-9]{4}([ -]?[0-9]{4}){3}\b"}
POLICY = {"name": "Names", "rules": [{"match": WORDS, "action": "BLOCK", "applyTo": "both"}]}


def rule(match: dict[str, Any] | None = None, action: str = "REDACT", side: str = "both") -> dict[str, Any]:
    return {"match": match or WORDS, "action": action, "applyTo": side}


def policy(api: ApiClient, *rules: dict[str, Any], **fields: Any) -> str:
    return str(ok(api.post("/filter-policies", {"name": "Names", "rules": list(rules), **fields}), 201)["policyId"])


def mandatory(api: ApiClient, *rules: dict[str, Any], **fields: Any) -> str:
    """Create a policy that is mandatory for the organisation."""
    own_id = policy(api, *rules, **fields)
    govern(api, own_id)
    return own_id


def govern(api: ApiClient, *policies: str) -> None:
    rules = {"aiEnabled": True, "modelPolicy": "unrestricted", "mandatoryFilterPolicies": list(policies)}
    ok(api.put("/governance", rules))


def agent(api: ApiClient, *policies: str) -> str:
    body = {"name": "Helper", "description": "Helps.", "systemPrompt": "Be brief.", "modelId": TOOL_MODEL}
    return str(ok(api.post("/agents", body | {"filterPolicies": list(policies)}), 201)["agent"]["agentId"])


Said = tuple[str, str]  # the text of the reply, and why it ended


def buffered(api: ApiClient, text: str, **fields: Any) -> Said:
    found = ok(api.chat(text, **fields))
    return found["response"]["content"], found["finishReason"]


def streamed(api: ApiClient, text: str, **fields: Any) -> Said:
    events = [data(event) for event in api.stream(text, **fields)]
    last = events[-1]
    assert "".join(event.get("delta", "") for event in events) == last["response"]["content"]
    return last["response"]["content"], last["finishReason"]


def polled(api: ApiClient, text: str, **fields: Any) -> Said:
    started = ok(api.post("/chat", chat_body(text, **fields) | {"async": True}), 202)
    return ended(api, started)


def ended(api: ApiClient, started: dict[str, Any]) -> Said:
    api.mock.advance(60)
    found = ok(api.get(started["pollUrl"].removeprefix("/ai")))
    assert found["status"] == "complete"
    return found["result"]["response"]["content"], found["result"]["finishReason"]


def asked_of_an_agent(api: ApiClient, text: str) -> Said:
    found = ok(api.post("/agents/quantgov-code/chat", {"message": text}))["response"]
    return found["text"], found["stopReason"]


def polled_of_an_agent(api: ApiClient, text: str) -> Said:
    return ended(api, ok(api.post("/agents/quantgov-code/chat", {"message": text, "async": True}), 202))


Way = Callable[[ApiClient, str], Said]
WAYS: list[Way] = [buffered, streamed, polled, asked_of_an_agent, polled_of_an_agent]


every_way = pytest.mark.parametrize("way", WAYS)
