"""URLs that others wrote: links, redirects and upload URLs.

None leads the token or a file elsewhere, or raises another library's error.
"""

from __future__ import annotations

import json
import logging
from typing import Any

import anyio
import pytest

from quant_ai import OriginError, QuantAIError, ReplyError
from quant_ai.http.endpoint import Endpoint
from quant_ai.http.urls import UrlError, read_url
from quant_ai_client.operation import Request

from .support.calls import call
from .support.clients import TOKEN, any_client
from .support.http_kinds import KINDS, client_of_kind, loop_of
from .support.operations import GET, TO_GET
from .support.raw_server import Connection, RawServer, answering, reply, serving

pytestmark = [
    pytest.mark.anyio,
    pytest.mark.filterwarnings("ignore:Sending a large body directly:ResourceWarning"),  # httpx-aiohttp does
]

ODD: list[Any] = [
    "http://xn--a/", "http://\ud800/", "http://x:99999/", "http://x:0/", "http://x:1:2/", "http://[/", "http://[::1",
    "http://" + "a" * 64 + "/", "http://a..b/", "http://\x00/", "//\x7f", "http://me:word@127.0.0.1/", "ftp://x/", "file:///etc",
    "http:///path", "http://%zz/", "javascript:alert(1)", "http://\u2100/",
]  # fmt: skip


@pytest.mark.parametrize("url", [*ODD, 5, None, b"http://x", ["http://x"]], ids=repr)
def test_what_is_no_url_is_one_error(url: Any) -> None:
    with pytest.raises(UrlError):
        read_url(url)


@pytest.mark.parametrize("url", ODD, ids=repr)
def test_an_odd_link_is_an_error_of_this_package(url: str) -> None:
    with pytest.raises(OriginError):
        Endpoint(TOKEN, "acme", "http://x").resolve_link(url if "://" in url or url[:2] == "//" else f"http://{url}")


@pytest.mark.parametrize("http", KINDS)
def test_an_odd_redirect_is_an_error_of_this_package(http: str) -> None:
    async def main(server: RawServer, url: str) -> None:
        async with client_of_kind(http, server.url, max_retries=1) as client:
            with pytest.raises(OriginError):
                await client._caller.call(GET, TO_GET)
        assert len(server.requests) == 1

    for url in ODD:
        try:
            url.encode("latin-1")
        except UnicodeEncodeError:
            continue
        if {"\x00", "\x7f"} & set(url):
            continue
        with serving(answering(reply(b"", 307, headers={"Location": url}))) as server:
            anyio.run(main, server, url, backend=loop_of(http))


async def test_a_redirect_with_a_password_does_not_take_the_tokens_place(kind: str) -> None:
    def redirects(connection: Connection) -> None:
        connection.read()
        url = connection.server.url.replace("//", "//me:word@")
        connection.send(reply(b"", 307, headers={"Location": f"{url}/x"}))
        connection.until_closed()

    with serving(redirects) as server:
        outcome = await call(kind, server.url, GET, TO_GET)
        assert isinstance(outcome.error, OriginError)
        assert len(server.requests) == 1


ROOT = "/api/v3/organisations/acme/ai"


@pytest.mark.parametrize(
    "target",
    [
        "/",
        "/login?next=/api",
        "/api/v3/organisations/other/ai/things",
        "/api/v3/organisations/acme/projects",
        "/api/v4/organisations/acme/ai/things",
        ROOT,
        f"{ROOT}x/things",
        f"{ROOT}/../../other/ai/things",
        f"{ROOT}/%2e%2e/%2E./other/ai/things",
        f"{ROOT}/..%2f..%2fother/ai/things",
        f"{ROOT}/..%5c..%5cother/ai/things",
        "//{host}/api/v3/organisations/other/ai/things",
    ],
)
async def test_a_redirect_out_of_the_api_is_not_followed(kind: str, target: str) -> None:
    def redirects(connection: Connection) -> None:
        connection.read()
        location = target.replace("{host}", connection.server.url.removeprefix("http://"))
        connection.send(reply(b"", 307, headers={"Location": location}))
        connection.until_closed()

    with serving(redirects) as server:
        outcome = await call(kind, server.url, GET, TO_GET)
        assert isinstance(outcome.error, OriginError)
        assert f"outside of {ROOT}" in str(outcome.error)
        assert len(server.requests) == 1


@pytest.mark.parametrize("target", ["elsewhere", "things/", f"{ROOT}/a%2Fb?c=/../d", ROOT.replace("sa", "za") + "/x"])
async def test_a_redirect_inside_the_api_is_followed(kind: str, target: str) -> None:
    with serving(answering(reply(b"", 307, headers={"Location": target}), reply(b'{"there":1}'))) as server:
        assert (await call(kind, server.url, GET, TO_GET)).value == {"there": 1}
        assert server.requests[1].target.endswith(target)


@pytest.mark.parametrize("http", KINDS)
def test_paths_and_queries_leave_byte_for_byte(http: str) -> None:
    path = "/things/XkdV%3D/a%2Fb/%7E%21%27%28%29/%C3%BC"

    async def main(url: str) -> None:
        async with client_of_kind(http, url) as client:
            await client._caller.call(GET, Request(path, query=[("q", "a b&c=d+é"), ("q", "%2F")]))

    if http == "asyncio HttpxAiohttpClient":
        return  # httpx-aiohttp rewrites them: docs/http-clients.md says so
    with serving(answering(reply(b"{}"))) as server:
        anyio.run(main, server.url, backend=loop_of(http))
        assert server.requests[0].target.endswith(f"/ai{path}?q=a%20b%26c%3Dd%2B%C3%A9&q=%252F")


SIGNED = "/b%3D/k%2Fey?X-Amz-Credential=AK%2F2026%2Fs3&X-Amz-Signature=secret%2Bword%3D"


class Storage:
    """A file store that reserves upload URLs."""

    def __init__(self, url: Any) -> None:
        self.url = url

    def __call__(self, connection: Connection) -> None:
        while (request := connection.read()) is not None:
            if request.method == "PUT":
                connection.send(reply(b"", 200, ""))
            else:
                url = connection.server.url + self.url if self.url == SIGNED else self.url
                connection.send(reply(json.dumps({"fileId": "f-1", "uploadUrl": url}).encode(), 201))


LARGE = b"%PDF-" + bytes(7 * 1024 * 1024 + 1)


@pytest.mark.parametrize("http", KINDS)
def test_a_signed_url_leaves_byte_for_byte_and_stays_out_of_logs(http: str, caplog: pytest.LogCaptureFixture) -> None:
    async def main(url: str) -> None:
        async with client_of_kind(http, url) as client:
            await client.files.upload_bytes(LARGE, filename="a.pdf", content_type="application/pdf")

    with caplog.at_level(logging.DEBUG), serving(Storage(SIGNED)) as server:
        anyio.run(main, server.url, backend=loop_of(http))
        put = server.requests[1]
        assert len(put.body) == len(LARGE)
        assert "authorization" not in put.headers
        if http != "asyncio HttpxAiohttpClient":  # which rewrites URLs, and shows them
            assert put.target == SIGNED
            assert "secret" not in caplog.text


@pytest.mark.parametrize(
    "url", [*[url for url in ODD if "\ud800" not in url and url != "http:///path"], 5, "", None], ids=repr
)
async def test_an_odd_upload_url_is_an_error_of_this_package(kind: str, url: Any) -> None:
    with serving(Storage(url)) as server:
        async with any_client(kind, server.url, max_retries=0) as client:
            with pytest.raises(QuantAIError):
                await client.files.upload_bytes(LARGE, filename="a.pdf", content_type="application/pdf")


async def test_a_plain_upload_url_is_refused_if_the_api_is_at_https() -> None:
    from quant_ai.resources.presigned_upload import PresignedUrl
    from quant_ai_client.models import FileUploaded

    place = FileUploaded.from_dict({"fileId": "f-1", "uploadUrl": "http://169.254.169.254/latest"})
    with pytest.raises(OriginError, match="not https"):
        PresignedUrl(Endpoint(TOKEN, "acme", "https://api.test"), place, 9, "application/pdf", open)
    PresignedUrl(Endpoint(TOKEN, "acme", "http://api.test"), place, 9, "application/pdf", open)


async def test_a_missing_upload_url_is_named() -> None:
    from quant_ai.resources.presigned_upload import PresignedUrl
    from quant_ai_client.models import FileUploaded

    place = FileUploaded.from_dict({"fileId": "f-1", "uploadUrl": ""})
    with pytest.raises(ReplyError, match="f-1"):
        PresignedUrl(Endpoint(TOKEN, "acme", "https://api.test"), place, 9, "application/pdf", open)
