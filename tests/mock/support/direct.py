"""A mock whose application is called directly: for tests that send thousands of requests and need no network."""

from __future__ import annotations

import asyncio
from typing import Any

import httpx

from quant_ai_mock import Organisation, make_app
from quant_ai_mock.control.mock_app import MockApp


class DirectTransport(httpx.BaseTransport):
    """Calls an application, as a client that stays until it has the whole reply."""

    def __init__(self, app: MockApp, loop: asyncio.AbstractEventLoop) -> None:
        self._app, self._loop = app, loop

    def handle_request(self, request: httpx.Request) -> httpx.Response:
        incoming: list[Any] = [{"type": "http.request", "body": request.read()}]
        sent: list[Any] = []

        async def receive() -> Any:
            return incoming.pop() if incoming else await asyncio.Event().wait()

        async def send(message: Any) -> None:
            sent.append(message)

        path, _, query = request.url.raw_path.partition(b"?")
        headers = [(name.lower(), value) for name, value in request.headers.raw]
        scope: dict[str, Any] = {
            "type": "http",
            "http_version": "1.1",
            "method": request.method,
            "scheme": "http",
            "headers": headers,
        }
        scope |= {"path": request.url.path, "raw_path": path, "query_string": query}
        self._loop.run_until_complete(self._app(scope, receive, send))
        start, *rest = sent
        content = b"".join(message.get("body", b"") for message in rest)
        return httpx.Response(start["status"], headers=start["headers"], content=content)


class DirectMock:
    """A server without a network, and its organisations."""

    url = "http://mock"

    def __init__(self) -> None:
        self.app = make_app(strict=True)
        self._loop = asyncio.new_event_loop()
        self.transport = DirectTransport(self.app, self._loop)
        self._control = httpx.Client(transport=self.transport, base_url=self.url)

    def organisation(self, name: str) -> Organisation:
        """An organisation of the server."""
        connection: Any = self
        return Organisation(self.url, connection, name)

    def request(self, method: str, path: str, content: bytes | None) -> tuple[int, bytes]:
        """Send a request to the control plane, as an organisation does."""
        headers = {"Content-Type": "application/json"}
        reply = self._control.request(method, path, content=content, headers=headers)
        return reply.status_code, reply.content

    def close(self) -> None:
        """Close the store of the server, and its event loop."""
        self._control.close()
        self.app.state.store.close()
        self._loop.close()
