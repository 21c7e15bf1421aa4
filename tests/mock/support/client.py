"""A plain HTTP client for one organisation of the mock, independent of the client under test elsewhere."""

from __future__ import annotations

import json
import re
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeVar

import httpx

from quant_ai_mock import Organisation

T = TypeVar("T")

MODEL = "amazon.nova-lite-v1:0"
TOOL_MODEL = "anthropic.claude-sonnet-4-20250514-v1:0"


def documented() -> list[str]:
    """The operationIds in the text of the spec, in order."""
    text = (Path(__file__).parents[3] / "spec/openapi.yaml").read_text(encoding="utf-8")
    return re.findall(r"^ {6}operationId: (\w+)$", text, re.MULTILINE)


class ApiClient:
    """Requests to the API of an organisation; `mock` controls the organisation."""

    def __init__(
        self, mock: Organisation, token: str | None = "test-token", transport: httpx.BaseTransport | None = None
    ) -> None:
        self.mock = mock
        headers = {} if token is None else {"Authorization": f"Bearer {token}"}
        self.http = httpx.Client(base_url=mock.api_url, headers=headers, timeout=10, verify=False, transport=transport)

    def __enter__(self) -> ApiClient:
        return self

    def __exit__(self, *_: object) -> None:
        self.http.close()

    def get(self, path: str, **query: Any) -> httpx.Response:
        return self.http.get(path, params=query or None)

    def post(self, path: str, body: Any = None, **options: Any) -> httpx.Response:
        return self.http.post(path, json=body, **options) if body is not None else self.http.post(path, **options)

    def put(self, path: str, body: Any = None) -> httpx.Response:
        return self.http.put(path, json=body) if body is not None else self.http.put(path)

    def delete(self, path: str, body: Any = None, **query: Any) -> httpx.Response:
        return self.http.request("DELETE", path, json=body, params=query or None)

    def chat(self, text: str = "Hello", *, model: str = MODEL, **fields: Any) -> httpx.Response:
        return self.post("/chat", chat_body(text, model=model, **fields))

    def stream(self, text: str = "Hello", *, model: str = MODEL, **fields: Any) -> list[dict[str, str]]:
        reply = self.post("/chat/stream", chat_body(text, model=model, **fields))
        assert reply.status_code == 200, reply.text
        return events(reply.text)


def chat_body(text: str = "Hello", *, model: str = MODEL, **fields: Any) -> dict[str, Any]:
    return {"modelId": model, "messages": [{"role": "user", "content": text}], **fields}


def ok(reply: httpx.Response, status: int = 200) -> Any:
    """The JSON of a reply, which must have this status."""
    assert reply.status_code == status, f"{reply.status_code}: {reply.text}"
    return reply.json() if reply.content else None


def tool(name: str = "get_order", **properties: Any) -> dict[str, Any]:
    """A tool, as a request declares it."""
    schema = {"type": "object", "properties": properties or {"orderNumber": {"type": "string"}}}
    return {"toolSpec": {"name": name, "inputSchema": {"json": schema}}}


def events(text: str) -> list[dict[str, str]]:
    """The events of a stream, parsed strictly: every event ends with an empty line."""
    assert text.endswith("\n\n"), "the last event has no empty line after it"
    found = []
    for block in text.removesuffix("\n\n").split("\n\n"):
        event: dict[str, str] = {}
        for line in block.split("\n"):
            field, _, value = line.partition(": ")
            event[field] = value
        found.append(event)
    return [event for event in found if "data" in event]


def data(event: dict[str, str]) -> Any:
    return json.loads(event["data"])


def kinds(stream: list[dict[str, str]]) -> list[str]:
    """The kinds of events in a stream; consecutive content events count as one."""
    found: list[str] = []
    for event in stream:
        kind = event.get("event", "")
        if not (found and kind == "content" == found[-1]):
            found.append(kind)
    return found


def wait_for(look: Callable[[], T | None], seconds: float = 5.0) -> T:
    """The result of a function, called until it returns something, because the server may need a moment."""
    end = time.monotonic() + seconds
    while not (found := look()):
        assert time.monotonic() < end, "nothing came"
    return found
