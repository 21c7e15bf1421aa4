"""Upload URLs: what is sent to them, which are refused, and what the errors of file stores say; without a network."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import httpx
import pytest

from quant_ai import MediaError, OriginError, PermissionDeniedError, ReplyError, StatusError, models
from quant_ai.http.endpoint import Endpoint
from quant_ai.http.http_client import FOREIGN
from quant_ai.http.replies import HttpReply
from quant_ai.resources.local_files import _left
from quant_ai.resources.presigned_upload import UPLOAD, PresignedUrl, check_upload
from quant_ai_client.operation import Request

from .support.clients import TOKEN


def presigned(url: Any, base_url: str = "https://api.test") -> PresignedUrl:
    place = models.FileUploaded.from_dict({"fileId": "f-1", "uploadUrl": url})
    return PresignedUrl(Endpoint(TOKEN, "acme", base_url), place, 3, "image/png", lambda path, size: [b"abc"])


def test_a_file_is_sent_with_its_type_and_size_and_without_the_token() -> None:
    timeout: dict[str, float | None] = {}
    url = "https://store.test/b?X-Amz-Signature=s%2Fs"
    request = presigned(url).request(UPLOAD, Request(UPLOAD.path, body=b"abc"), timeout)
    assert (request.method, str(request.url), request.content) == ("PUT", url, b"abc")
    assert request.headers["content-type"] == "image/png"
    assert request.headers["content-length"] == "3"
    assert "authorization" not in request.headers
    assert request.extensions == {"timeout": timeout, FOREIGN: True}
    assert request.extensions["timeout"] is timeout


def test_an_upload_url_may_be_relative_to_the_api() -> None:
    assert presigned("/put/f-1").base_url == "https://api.test"
    assert presigned("//store.test/f-1", "http://api.test").base_url == "http://store.test"


def test_an_upload_url_without_tls_is_refused_where_the_api_has_it() -> None:
    with pytest.raises(OriginError) as caught:
        presigned("http://store.test:81/f-1?secret")
    assert str(caught.value) == (
        "the service gave http://store.test:81 to send a file to, which is not https, as the API is; it was not sent"
    )
    assert caught.value.url == "http://store.test:81"
    assert presigned("http://store.test", "http://api.test").base_url == "http://store.test"
    assert presigned("https://store.test").base_url == "https://store.test"


def test_a_redirect_of_a_store_is_refused() -> None:
    url = presigned("https://store.test")
    with pytest.raises(ReplyError) as caught:
        url.redirect_target("https://other.test", httpx.Request("PUT", "https://store.test"), UPLOAD)
    assert str(caught.value) == "the upload URL redirects, which is not allowed"


def refused(status: int, content: bytes) -> StatusError:
    with pytest.raises(StatusError) as caught:
        check_upload(HttpReply(status, httpx.Headers({"x-a": "1"}), content, 2, "r-1"))
    return caught.value


def test_the_error_of_a_store_has_all_that_is_known() -> None:
    xml = b"<Error><Code>AccessDenied</Code><Message>Too l\xc3\xa4te\xff</Message></Error>"
    error = refused(403, xml)
    assert isinstance(error, PermissionDeniedError)
    assert str(error) == "PUT (upload URL) answered 403: Too l\u00e4te\ufffd (request r-1) (2 attempts)"
    assert (error.code, error.attempts, error.request_id, error.content) == ("AccessDenied", 2, "r-1", xml)
    assert (error.method, error.path, error.headers["x-a"]) == ("PUT", "(upload URL)", "1")
    assert refused(404, b'{"message":"Gone"}').message == "Gone"
    for status in (200, 201, 204):
        check_upload(HttpReply(status, httpx.Headers(), b"", 1, None))


def test_a_file_that_changes_while_it_is_sent_is_noticed() -> None:
    path = Path("a.txt")
    assert _left(path, 5, b"abc") == 2
    assert _left(path, 3, b"abc") == 0
    assert _left(path, 0, None) == 0
    for left, chunk in ((2, b"abc"), (1, None)):
        with pytest.raises(MediaError, match=r"^a\.txt was changed while it was sent; upload it again$"):
            _left(path, left, chunk)
