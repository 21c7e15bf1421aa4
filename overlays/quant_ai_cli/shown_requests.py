"""HTTP clients that show requests: as a curl command instead of sending them, or as a log."""

from __future__ import annotations

import shlex
import time
from typing import TYPE_CHECKING, Final

import httpx

from quant_ai_client.operation import is_stream

from . import terminal

if TYPE_CHECKING:
    from .invocation import Invocation

_LONGEST: Final = 2000
_LEFT_OUT: Final = frozenset(
    ("host", "content-length", "connection", "accept-encoding", "user-agent", "authorization", "transfer-encoding")
)
_SECRET: Final = frozenset(("authorization", "proxy-authorization", "cookie", "set-cookie", "x-api-key"))


class Planned(BaseException):
    """Carries a request that was not sent; no code of the client takes it for a failed one."""

    def __init__(self, request: httpx.Request) -> None:
        super().__init__("not sent")
        self.request = request


class _Planner(httpx.BaseTransport):
    def handle_request(self, request: httpx.Request) -> httpx.Response:
        request.read()
        raise Planned(request)


def planning_client() -> httpx.Client:
    """A client that raises `Planned` for each request."""
    return httpx.Client(transport=_Planner())


def curl(request: httpx.Request) -> str:
    """The request as a command for a POSIX shell, with the token as `$QUANT_API_TOKEN`."""
    parts = ["curl"]
    if is_stream(request.headers.get("Accept", "")):
        parts.append("-N")
    if request.method != "GET" or request.content:
        parts += ["-X", request.method]
    parts.append(shlex.quote(str(request.url)))
    if "Authorization" in request.headers:
        parts += ["-H", '"Authorization: Bearer $QUANT_API_TOKEN"']
    for name, value in request.headers.items():
        if name.lower() not in _LEFT_OUT:
            parts += ["-H", shlex.quote(f"{name.title()}: {value}")]
    if request.content:
        parts += ["--data-binary" if b"\0" in request.content else "--data-raw", _quoted(request.content)]
    return " ".join(parts)


def _quoted(content: bytes) -> str:
    """A body for a shell; one that is not text stands in a file that the user has."""
    try:
        return shlex.quote(content.decode())
    except UnicodeDecodeError:
        return "@FILE"


def logging_client(options: Invocation) -> httpx.Client:
    """A client that logs its requests to stderr, without secrets."""
    started: dict[int, float] = {}

    def log(text: str) -> None:
        terminal.write_error(f"{terminal.safe(options.redacted(text))}\n")

    def on_request(request: httpx.Request) -> None:
        started[id(request)] = time.monotonic()
        log(f"> {request.method} {_place(request.url)}")
        if options.verbose > 1:
            _log_headers(">", request.headers)
            if request.headers.get("Content-Type", "").startswith("application/json"):
                log(f"> {request.read().decode('utf-8', 'replace')[:_LONGEST]}")

    def on_response(response: httpx.Response) -> None:
        seconds = time.monotonic() - started.pop(id(response.request), time.monotonic())
        named = response.headers.get("X-Request-Id")
        request_id = f", request {named}" if named else ""
        log(f"< {response.status_code} {response.reason_phrase} after {seconds * 1000:.0f} ms{request_id}")
        if options.verbose > 1:
            _log_headers("<", response.headers)

    def _log_headers(mark: str, headers: httpx.Headers) -> None:
        for name, value in headers.items():
            log(f"{mark} {name}: {'[REDACTED]' if name.lower() in _SECRET else value}")

    return httpx.Client(event_hooks={"request": [on_request], "response": [on_response]})


def _place(url: httpx.URL) -> str:
    """A URL as it may be logged: a signature is in the query of one that leads elsewhere."""
    query = "?..." if "ignature" in url.query.decode("ascii", "replace") else f"?{url.query.decode('ascii', 'replace')}"
    return f"{url.scheme}://{url.netloc.decode('ascii', 'replace').rpartition('@')[2]}{url.path}" + (
        query if url.query else ""
    )
