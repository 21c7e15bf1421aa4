"""The mock server as one ASGI application: the control plane under `/_mock`, and the gateway for everything else."""

from __future__ import annotations

from functools import cached_property

from starlette.types import ASGIApp, Receive, Scope, Send

from ..gateway.app import Gateway
from ..gateway.request import api_path
from ..state.server_state import ServerState

PREFIX = b"/_mock"


class MockApp:
    """The mock server as an ASGI application."""

    def __init__(self, state: ServerState, control_token: str | None = None) -> None:
        """`control_token` is the bearer token that the control plane requires, if any."""
        self.state = state
        self.gateway = Gateway(state)
        self._control_token = control_token

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] == "lifespan":
            await _lifespan(receive, send)
            return
        if scope["type"] == "websocket":
            await send({"type": "websocket.close"})
            return
        path: bytes = api_path(scope) if scope.get("root_path") else scope.get("raw_path") or scope["path"].encode()
        if path == b"/" and scope["method"] in ("GET", "HEAD") and self._has_no_root:
            await _redirect(f"{scope.get('root_path', '')}/_mock/", send)
            return
        app = self._control_plane if path == PREFIX or path.startswith(PREFIX + b"/") else self.gateway
        await app(scope, receive, send)

    @cached_property
    def _has_no_root(self) -> bool:
        """Whether the API has nothing at "/", as is usual. A person who opens it in a browser wants the page."""
        return not any(one.prefix == () and one.path == "/" for one in self.state.api.operations.values())

    @cached_property
    def _control_plane(self) -> ASGIApp:
        from .plane import control_app  # Starlette would take a third of the start-up time

        return control_app(self.state, self._control_token)


async def _redirect(location: str, send: Send) -> None:
    headers = [(b"location", location.encode("latin-1", "replace")), (b"content-length", b"0")]
    await send({"type": "http.response.start", "status": 302, "headers": headers})
    await send({"type": "http.response.body", "body": b""})


async def _lifespan(receive: Receive, send: Send) -> None:
    while True:
        message = await receive()
        await send({"type": f"{message['type']}.complete"})
        if message["type"] == "lifespan.shutdown":
            return
