"""Recordings as browsers, proxies and test tools write them, for the tests of `quant-ai-contract har`."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any, TypeAlias

BASE = "https://dashboard.quantcdn.io/api/v3/organisations/acme/ai"
JSON = "application/json"
STREAM = "text/event-stream; charset=utf-8"
SESSION = {
    "sessionId": "s-1",
    "status": "active",
    "createdAt": "2026-01-01T00:00:00Z",
    "expiresAt": "2026-01-01T01:00:00Z",
}
CHAT = {"modelId": "m", "messages": [{"role": "user", "content": "Hi"}]}
POSTED = {"mimeType": JSON, "text": json.dumps({"userId": "ada"})}

Entry: TypeAlias = dict[str, Any]
CheckHar: TypeAlias = Callable[..., tuple[int, str, str]]
"""Checks a recording with the command; returns its exit status and output."""


def entry(
    method: str = "GET",
    path: str = "/models",
    status: Any = 200,
    content: Any = None,
    *,
    sent: Any = None,
    size: Any = 0,
    **more: Any,
) -> Entry:
    text = json.dumps({"models": [], "count": 0})
    content = {"size": len(text), "mimeType": JSON, "text": text} if content is None else content
    headers = [{"name": "Authorization", "value": "Bearer x"}]
    request = {"method": method, "url": BASE + path, "headers": headers, "bodySize": size}
    if sent is not None:
        request["postData"] = sent
    return {"request": request, "response": {"status": status, "headers": [], "content": content, **more}}


def created(content: Any = None, sent: Any = POSTED, size: int = 17) -> Entry:
    text = json.dumps(SESSION)
    content = {"size": len(text), "mimeType": JSON, "text": text} if content is None else content
    return entry("POST", "/sessions", 201, content, sent=sent, size=size)


def streamed(content: Any, **more: Any) -> Entry:
    return entry("POST", "/chat/stream", 200, content, sent={"mimeType": JSON, "text": json.dumps(CHAT)}, **more)


def har(*entries: Any) -> bytes:
    return json.dumps({"log": {"version": "1.2", "entries": entries}}).encode()
