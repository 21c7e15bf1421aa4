"""One small chat request, and the same reply to it in the form of each service.

The replies have the same content in about the same number of bytes. In-process transports return them without a
network, so that only the client is measured.
"""

from __future__ import annotations

import io
import json
from collections.abc import AsyncIterator, Iterator
from types import ModuleType
from typing import Any

NOWHERE = "http://127.0.0.1:9"
"""An address where nothing listens; in-process transports never connect."""
MODEL = "amazon.nova-lite-v1:0"
ORGANISATION = "acme"
QUESTION = "Name three native trees of Tasmania."
ANSWER = "Huon pine, myrtle beech and pencil pine."
MESSAGES: list[Any] = [{"role": "user", "content": QUESTION}]

QUANT_REQUEST = {"modelId": MODEL, "messages": MESSAGES}


def _json(value: Any) -> bytes:
    return json.dumps(value, separators=(",", ":")).encode()


QUANT_REPLY = _json(
    {
        "response": {"role": "assistant", "content": ANSWER},
        "model": MODEL,
        "requestId": "XkdVWiEfSwMEPrw=",
        "finishReason": "stop",
        "usage": {"inputTokens": 14, "outputTokens": 12, "totalTokens": 26, "costCents": 0.0004},
    }
)
OPENAI_REPLY = _json(
    {
        "id": "chatcmpl-1",
        "object": "chat.completion",
        "created": 1781256600,
        "model": MODEL,
        "choices": [{"index": 0, "message": {"role": "assistant", "content": ANSWER}, "finish_reason": "stop"}],
        "usage": {"prompt_tokens": 14, "completion_tokens": 12, "total_tokens": 26},
    }
)
ANTHROPIC_REPLY = _json(
    {
        "id": "msg_1",
        "type": "message",
        "role": "assistant",
        "model": MODEL,
        "content": [{"type": "text", "text": ANSWER}],
        "stop_reason": "end_turn",
        "stop_sequence": None,
        "usage": {"input_tokens": 14, "output_tokens": 12},
    }
)

REPLIES = {"/chat": QUANT_REPLY, "/chat/completions": OPENAI_REPLY, "/messages": ANTHROPIC_REPLY}
"""The replies by the end of the path."""

CONTENT_EVENT = b'event: content\ndata: {"delta":"Hello ","complete":false}\n\n'
CONTENT_DATA = b'{"delta":"Hello ","complete":false}'
DONE_EVENT = b'event: done\ndata: {"complete":true,"finishReason":"stop"}\n\n'


def chunked(body: bytes, size: int) -> list[bytes]:
    """Split a body into chunks of one size."""
    return [body[start : start + size] for start in range(0, len(body), size)]


def transport(library: ModuleType, body: bytes | list[bytes], content_type: str = "application/json") -> Any:
    """A transport of httpx or httpx2 with the same reply to every request; a list is streamed chunk by chunk."""
    headers = {"content-type": content_type}
    pieces = body if isinstance(body, list) else []

    class Pieces(library.SyncByteStream, library.AsyncByteStream):  # type: ignore[misc, name-defined]
        def __iter__(self) -> Iterator[bytes]:
            yield from pieces

        async def __aiter__(self) -> AsyncIterator[bytes]:
            for piece in pieces:
                yield piece

    class Canned(library.BaseTransport, library.AsyncBaseTransport):  # type: ignore[misc, name-defined]
        def handle_request(self, request: Any) -> Any:
            if isinstance(body, list):
                return library.Response(200, headers=headers, stream=Pieces(), request=request)
            return library.Response(200, headers=headers, content=body, request=request)

        async def handle_async_request(self, request: Any) -> Any:
            return self.handle_request(request)

    return Canned()


class CannedPool:
    """Stands in for urllib3's pool in quantcdn-client."""

    def __init__(self, body: bytes) -> None:
        self.body = body

    def request(self, method: str, url: str, **options: Any) -> Any:
        """Return the same reply to every request."""
        import urllib3

        return urllib3.HTTPResponse(
            body=io.BytesIO(self.body), status=200, headers={"content-type": "application/json"}, preload_content=False
        )
