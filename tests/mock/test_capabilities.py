"""A chat that needs what its model does not support is noted, or refused if a test asks for that."""

from __future__ import annotations

from typing import Any

import pytest
from tests.committed_spec import committed_spec
from tests.mock.support.client import ApiClient, ok

LITE, PRO, MICRO = "amazon.nova-lite-v1:0", "amazon.nova-pro-v1:0", "amazon.nova-micro-v1:0"
SONNET, EMBEDDER = "anthropic.claude-sonnet-4-6", "amazon.titan-embed-text-v2:0"
HELLO = [{"role": "user", "content": "Hello"}]
IMAGE = [{"role": "user", "content": [{"image": {"format": "png", "source": {"bytes": "eA=="}}}]}]
TOOL = {"toolSpec": {"name": "get_weather", "inputSchema": {"json": {"type": "object"}}}}
JSON = {"responseFormat": {"type": "json", "jsonSchema": {"type": "object"}}}
TOOLS = {"toolConfig": {"tools": [TOOL]}}
AUTO = {"toolConfig": {"autoExecute": True, "allowedTools": ["generate_image"]}}
TABLE: list[tuple[str, dict[str, Any], str | None]] = [
    (LITE, {}, None),
    (LITE, JSON, "supportsStructuredOutput"),
    (LITE, TOOLS, "supportsTools"),
    (LITE, AUTO, "supportsTools"),
    (LITE, {"messages": IMAGE}, None),
    (MICRO, {"messages": IMAGE}, "supportsMultimodal"),
    (SONNET, TOOLS, None),
    (SONNET, JSON, "supportsStructuredOutput"),
    (PRO, {**TOOLS, **JSON, "messages": IMAGE}, None),
    (EMBEDDER, {}, "chat"),
]


@pytest.mark.parametrize("path", ["/chat", "/chat/stream"])
@pytest.mark.parametrize("is_async", [False, True])
@pytest.mark.parametrize(("model", "fields", "missing"), TABLE)
def test_a_chat_beyond_its_model_is_refused(
    api: ApiClient, path: str, is_async: bool, model: str, fields: dict[str, Any], missing: str | None
) -> None:
    body = {"modelId": model, "messages": HELLO, "async": is_async, **fields}
    assert api.post(path, body).status_code == (202 if is_async else 200)
    noted = api.mock.requests()[-1].get("warning")
    api.mock.settings(strict_capabilities=True)
    reply = api.post(path, body)
    if missing is None:
        assert (reply.status_code, noted) == (202 if is_async else 200, None)
        return
    refusal = ok(reply, 400)
    assert refusal["message"] == noted
    assert {"code": "MODEL_CAPABILITY_MISSING", "modelId": model, "capability": missing}.items() <= refusal.items()
    assert model in refusal["message"]


def test_an_agent_with_tools_needs_a_model_with_tools(api: ApiClient) -> None:
    agent = {
        "name": "Painter",
        "modelId": LITE,
        "description": "Paints",
        "systemPrompt": "Paint.",
        "allowedTools": ["generate_image"],
    }
    agent_id = ok(api.post("/agents", agent), 201)["agent"]["agentId"]
    ok(api.post(f"/agents/{agent_id}/chat", {"message": "Hello"}))
    api.mock.settings(strict_capabilities=True)
    assert ok(api.post(f"/agents/{agent_id}/chat", {"message": "Hello"}), 400)["capability"] == "supportsTools"


def test_several_missing_capabilities_are_named_together(api: ApiClient) -> None:
    ok(api.post("/chat", {"modelId": LITE, "messages": HELLO, **TOOLS, **JSON}))
    assert api.mock.requests()[-1]["warning"] == (
        f"The model {LITE} does not support tools and structured output (responseFormat)."
    )


def test_the_examples_of_the_spec_use_models_that_support_them(api: ApiClient) -> None:
    api.mock.settings(strict_capabilities=True)
    spec = committed_spec().data
    examples = spec["paths"]["/chat"]["post"]["requestBody"]["content"]["application/json"]["examples"]
    for name, example in examples.items():
        reply = api.post("/chat", example["value"])
        assert reply.status_code in (200, 202, 404), (name, reply.text)
