"""What the transport over aiohttp passes on, and what its exceptions are turned into; without a network."""

from __future__ import annotations

import asyncio
import ssl
from types import SimpleNamespace
from typing import Any

import aiohttp
import httpx
import pytest
from aiohttp.client_reqrep import ConnectionKey
from yarl import URL

from quant_ai import ConfigurationError, OriginError
from quant_ai.http import aiohttp_transport, proxies
from quant_ai.http.aiohttp_failures import TranslatedBody, translated
from quant_ai.http.aiohttp_transport import AiohttpTransport, _Body, _Session
from quant_ai.http.connections import PROXY

pytestmark = pytest.mark.anyio


class Response:
    """A response of aiohttp, as far as it is looked at."""

    status, raw_headers = 203, ((b"X-A", b"1"),)

    def __init__(self) -> None:
        self.released = 0
        self.content = SimpleNamespace(iter_any=self.pieces, set_exception=self.fail)
        self.failure: Any = None

    async def pieces(self) -> Any:
        yield b"abc"

    def fail(self, error: Exception) -> None:
        self.failure = error

    def release(self) -> None:
        self.released += 1


class Session:
    """A session of aiohttp that records the requests."""

    def __init__(self) -> None:
        self.response, self.sent, self.options = Response(), (), {}

    async def request(self, *given: Any, **options: Any) -> Any:
        self.sent, self.options = given, options
        return self.response


@pytest.fixture
def transport(monkeypatch: pytest.MonkeyPatch) -> Any:
    made: Any = AiohttpTransport()
    made.here = SimpleNamespace(session=Session(), bodies=set())
    monkeypatch.setattr(made, "_certificates", "certificates")

    async def here() -> Any:
        return made.here

    made._sessions = SimpleNamespace(here=here)
    return made


async def sent(transport: Any, url: str = "http://a.test/b%2Fc?d=%20", content: Any = None, **options: Any) -> Any:
    request = httpx.Request("PUT", url, content=content, headers=options.pop("headers", None), extensions=options)
    response = await transport.handle_async_request(request)
    return request, response, transport.here.session.options


async def test_a_request_is_passed_on_as_it_is(transport: Any) -> None:
    timeout = {"pool": 1.0, "connect": 2.0, "read": 4.0, "write": 8.0}
    _, response, options = await sent(transport, content=b"abc", headers={"X-B": "2"}, timeout=timeout)
    method, url = transport.here.session.sent
    assert (method, url) == ("PUT", URL("http://a.test/b%2Fc?d=%20", encoded=True))
    assert options.pop("data").read() == b"abc"
    assert dict(options.pop("headers"))["x-b"] == "2"
    assert options == {
        "skip_auto_headers": ("Accept", "Accept-Encoding", "Content-Type", "User-Agent"),
        "allow_redirects": False,
        "timeout": aiohttp.ClientTimeout(connect=3.0, sock_connect=2.0, sock_read=4.0),
        "ssl": True,
        "proxy": None,
    }
    assert (response.status_code, response.headers["x-a"]) == (203, "1")
    assert await response.aread() == b"abc"
    assert transport.here.session.response.released == 1
    assert len(transport.here.bodies) == 1


@pytest.mark.parametrize(
    ("given", "connect"),
    [({"pool": None, "connect": 2.0}, None), ({"pool": 2.0, "connect": None}, None), ({}, None)],
)
async def test_no_timeout_stays_none(transport: Any, given: dict[str, Any], connect: float | None) -> None:
    _, _, options = await sent(transport, timeout=given)
    assert options["timeout"].connect is connect
    assert options["timeout"].sock_connect == given.get("connect")


async def test_a_request_without_a_body_has_none(transport: Any) -> None:
    _, _, options = await sent(transport)
    assert options["data"] is None


async def test_a_body_in_chunks_is_passed_on_without_a_second_header(transport: Any) -> None:
    async def chunks() -> Any:
        yield b"abc"

    request, _, options = await sent(transport, content=chunks())
    assert request.headers["transfer-encoding"] == "chunked"
    assert options["data"] is request.stream
    assert "transfer-encoding" not in dict(options["headers"])


@pytest.mark.parametrize(
    ("url", "proxy", "context"),
    [
        ("https://a.test/", None, "certificates"),
        ("http://a.test/", "https://p.test:1", "certificates"),
        ("http://a.test/", "http://p.test:1", True),
        ("https://a.test/", "http://p.test:1", "certificates"),
    ],
)
async def test_certificates_are_those_of_every_tls_connection(
    transport: Any, url: str, proxy: str | None, context: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    if proxy:
        monkeypatch.setenv("ALL_PROXY", proxy)
    request, _, options = await sent(transport, url)
    assert (options["ssl"], options["proxy"]) == (context, proxy)
    assert request.extensions.get(PROXY) == (f"{proxy} (ALL_PROXY)" if proxy else None)


async def test_the_environment_is_read_before_the_first_request(monkeypatch: pytest.MonkeyPatch) -> None:
    transport = AiohttpTransport()
    assert transport.agent == f"aiohttp/{aiohttp.__version__}"
    reads: list[Any] = []
    monkeypatch.setattr(aiohttp_transport, "trusted_certificates", lambda library: reads.append(library) or "x")
    transport.prepare("http", "a.test", None)
    assert not reads
    for _ in range(2):
        transport.prepare("https", "a.test", None)
    assert len(reads) == 1
    monkeypatch.setattr(proxies, "find_spec", lambda name: name)  # as if socksio were installed
    monkeypatch.setenv("HTTPS_PROXY", "socks5://p.test:1")
    monkeypatch.setenv("NO_PROXY", "a.test:444")
    transport.prepare("https", "a.test", 444)
    with pytest.raises(ConfigurationError) as caught:
        transport.prepare("https", "a.test", 445)
    assert str(caught.value) == "HTTPS_PROXY is a SOCKS proxy, which aiohttp does not speak; use httpx"


def test_trio_is_refused_with_what_works_there(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(aiohttp_transport, "current_loop", object)
    with pytest.raises(ConfigurationError) as caught:
        AiohttpTransport()._session()
    assert str(caught.value) == (
        'http_client="aiohttp" needs asyncio, and trio runs here; leave it out, or pass http_client="httpx2"'
    )


async def test_a_session_sends_nothing_again_and_keeps_no_cookie(monkeypatch: pytest.MonkeyPatch) -> None:
    made: dict[str, Any] = {}
    real = aiohttp.ClientSession

    def session(**options: Any) -> Any:
        made.update(options)
        return real(**options)

    monkeypatch.setattr(aiohttp, "ClientSession", session)
    here = _Session()
    try:
        assert here.session._retry_connection is False
        assert here.session.connector.limit == 1000
        assert here.session.connector._keepalive_timeout == 5.0
        assert isinstance(here.session.cookie_jar, aiohttp.DummyCookieJar)
        assert made["timeout"] == aiohttp.ClientTimeout()
        assert (made["auto_decompress"], made["max_line_size"], made["max_field_size"]) == (False, 65536, 65536)
        response: Any = Response()
        body = _Body(response)
        here.bodies.add(body)
    finally:
        await here.aclose()
    assert type(response.failure) is aiohttp.ClientConnectionError
    assert str(response.failure) == "the client was closed"
    assert here.session.closed


# What exceptions are turned into

INFO: Any = SimpleNamespace(real_url="http://a.test/")
KEY: Any = ConnectionKey("a.test", 443, True, True, None, None, None)


def by(error: Exception, cause: BaseException) -> Exception:
    error.__cause__ = cause
    return error


@pytest.mark.parametrize(
    ("error", "kind", "text", "cause"),
    [
        (aiohttp.ClientConnectorError(KEY, OSError("refused")), httpx.ConnectError, "refused", OSError),
        (aiohttp.ClientProxyConnectionError(KEY, OSError("refused")), httpx.ProxyError, "refused", OSError),
        (
            aiohttp.ClientConnectorError(KEY, OSError()),
            httpx.ConnectError,
            "Cannot connect to host a.test:443 ssl:default [None]",
            OSError,
        ),
        (
            aiohttp.ClientConnectorCertificateError(KEY, ssl.SSLCertVerificationError("bad")),
            httpx.LocalProtocolError,
            None,
            None,
        ),
        (
            aiohttp.ClientHttpProxyError(INFO, (), status=407, message="Nope"),
            httpx.ProxyError,
            "407 Nope",
            None,
        ),
        (aiohttp.ConnectionTimeoutError("slow"), httpx.ConnectTimeout, "slow", None),
        (aiohttp.SocketTimeoutError("slow"), httpx.ReadTimeout, "slow", None),
        (TimeoutError(), httpx.ReadTimeout, "TimeoutError", None),
        (
            by(aiohttp.ClientOSError("lost"), aiohttp.ClientConnectionResetError("closing")),
            httpx.ConnectError,
            "the server closed the connection before the request was sent",
            None,
        ),
        (aiohttp.ClientResponseError(INFO, (), message="bad head"), httpx.RemoteProtocolError, "bad head", None),
        (
            aiohttp.ClientResponseError(INFO, ()),
            httpx.RemoteProtocolError,
            "ClientResponseError",
            None,
        ),
        (aiohttp.InvalidURL("x"), httpx.LocalProtocolError, "x", None),
        (ValueError("header"), httpx.LocalProtocolError, "header", None),
        (TypeError("body"), httpx.LocalProtocolError, "body", None),
        (aiohttp.ClientPayloadError("cut"), httpx.RemoteProtocolError, "cut", None),
        (aiohttp.ServerDisconnectedError(), httpx.RemoteProtocolError, "Server disconnected", None),
        (aiohttp.ClientOSError("lost"), httpx.ReadError, "lost", None),
        (OSError(), httpx.ReadError, "OSError", None),
    ],
)
def test_an_exception_of_aiohttp_becomes_that_of_httpx(
    error: Exception, kind: Any, text: str | None, cause: type[Exception] | None
) -> None:
    for raised in (error, by(httpx.ConnectTimeout("of httpx-aiohttp"), error)):
        if raised is not error and not isinstance(error, (aiohttp.ClientError, asyncio.TimeoutError)):
            continue
        with pytest.raises(httpx.TransportError) as caught, translated():
            raise raised
        if text is not None:
            assert (type(caught.value), str(caught.value)) == (kind, text)
            assert cause is None or type(caught.value.__cause__) is cause
            assert cause is not None or caught.value.__cause__ is None


def test_what_the_body_of_a_request_raises_reaches_the_user() -> None:
    ours = OriginError("mine")
    with pytest.raises(OriginError) as caught, translated():
        raise by(aiohttp.ClientOSError("lost"), ours)
    assert caught.value is ours


def test_other_exceptions_stay_as_they_are() -> None:
    error = httpx.ReadError("cut")
    with pytest.raises(httpx.ReadError) as caught, translated():
        raise error
    assert caught.value is error


async def test_a_read_that_another_task_ends_is_an_error_of_httpx() -> None:
    async def broken() -> Any:
        yield b"a"
        raise RuntimeError("session is closed")

    body = TranslatedBody(broken())
    read: list[bytes] = []
    with pytest.raises(httpx.ReadError, match=r"^session is closed$"):
        async for chunk in body:
            read.append(chunk)
    assert read == [b"a"]
