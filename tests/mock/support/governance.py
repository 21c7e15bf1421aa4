"""Set the rules of an organisation, spend its budget, and use models in every way."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import httpx
from tests.mock.support.client import ApiClient, chat_body, ok
from tests.removed import removed_resources

DEAR = "anthropic.claude-3-opus-20240229-v1:0"
EMBEDDER = "amazon.titan-embed-text-v2:0"
NOON = 1_800_014_400  # 2027-01-15, 12:00 UTC
DAY = 24 * 3600
LONG = "gold " * 400
Ask = Callable[[ApiClient], httpx.Response]
HELLO = {"input": "Hello"}
DRAWING = {"taskType": "TEXT_IMAGE", "textToImageParams": {"text": "A tree"}}


def agent(api: ApiClient, **fields: Any) -> str:
    body = {"name": "Helper", "description": "Helps.", "systemPrompt": "Be brief.", "modelId": DEAR, **fields}
    return str(ok(api.post("/agents", body), 201)["agent"]["agentId"])


ASKING: dict[str, Ask] = {
    "chat": lambda api: api.chat(model=DEAR),
    "chat in the background": lambda api: api.post("/chat", chat_body(model=DEAR) | {"async": True}),
    "stream": lambda api: api.post("/chat/stream", chat_body(model=DEAR)),
    "agent": lambda api: api.post("/agents/quantgov-code/chat", {"message": "Hello"}),
    "agent, streamed": lambda api: api.post("/agents/quantgov-code/chat", {"message": "Hello", "stream": True}),
    "agent in the background": lambda api: api.post("/agents/quantgov-code/chat", {"message": "Hello", "async": True}),
    "embeddings": lambda api: api.post("/embeddings", HELLO),
    "images": lambda api: api.post("/image-generation", DRAWING),
}
ASKING = {name: ask for name, ask in ASKING.items() if name not in removed_resources()}


def govern(api: ApiClient, **rules: Any) -> dict[str, Any]:
    body = {"aiEnabled": True, "modelPolicy": "unrestricted", **rules}
    return dict(ok(api.put("/governance", body))["config"])


def limit(api: ApiClient, **limits: Any) -> None:
    govern(api, spendLimits=limits)


def spend(api: ApiClient, **fields: Any) -> float:
    """Spend some cents; returns how many."""
    return float(ok(api.chat(LONG, model=DEAR, **fields))["usage"]["costCents"])


def me(api: ApiClient) -> str:
    return str(ok(api.get("/usage/me"))["userId"])


def refusal(reply: httpx.Response, code: str) -> dict[str, Any]:
    body: dict[str, Any] = ok(reply, 403)
    assert body["code"] == code
    return body
