"""Serve an application on uvicorn, in a program or in a thread of one."""

from __future__ import annotations

import os
import socket
from collections.abc import Callable
from types import FrameType
from typing import TYPE_CHECKING, Any, Final

import uvicorn

if TYPE_CHECKING:
    from starlette.types import ASGIApp

    from .http_protocol import PlainHttpProtocol

_BACKLOG: Final = 1024


class HttpServer(uvicorn.Server):
    """uvicorn without its logging, and with signals that end it and nothing else."""

    def __init__(
        self, app: ASGIApp, protocol: type[PlainHttpProtocol], ready: Callable[[], None], **options: Any
    ) -> None:
        """`ready` is called as soon as requests are answered; `options` are further ones of `uvicorn.Config`."""
        super().__init__(
            uvicorn.Config(
                app,
                http=protocol,
                ws="none",
                lifespan="off",
                interface="asgi3",
                log_config=None,
                workers=1,
                proxy_headers=False,
                server_header=False,
                backlog=_BACKLOG,
                **options,
            )
        )
        self._ready = ready

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        """Start to serve, and say when that is so."""
        await super().startup(sockets)
        self._ready()

    def handle_exit(self, sig: int, frame: FrameType | None) -> None:  # noqa: ARG002
        """End at the first signal, and at the second one at once. uvicorn would raise the signal again afterwards."""
        self.force_exit = self.should_exit
        self.should_exit = True


def listen(host: str, port: int) -> socket.socket:
    """A socket that listens.

    Raises:
        OSError: It cannot.
    """
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    # asyncio turns off Nagle's algorithm, which holds back small pieces, only for sockets that say they are TCP.
    listener = socket.socket(family, socket.SOCK_STREAM, socket.IPPROTO_TCP)
    try:
        if os.name == "posix":  # on Windows two servers could share a port then
            listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        listener.bind((host, port))
        listener.listen(_BACKLOG)
        listener.setblocking(False)
    except (OSError, OverflowError) as error:
        listener.close()
        raise error if isinstance(error, OSError) else OSError(0, str(error)) from None
    return listener
