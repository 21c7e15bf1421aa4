"""Send a large file to the presigned URL that the service reserved for it. No I/O."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from quant_ai_client.operation import Operation, Request

from ..errors import OriginError, ReplyError
from ..http.http_client import FOREIGN
from ..http.replies import error_content
from ..http.status_errors import status_error
from ..http.urls import UrlError, read_url

if TYPE_CHECKING:
    from collections.abc import Callable, MutableMapping

    import httpx

    from quant_ai_client.models import FileUploaded

    from ..http.endpoint import Endpoint
    from ..http.replies import HttpReply

MAX_INLINE_SIZE: Final = 7 * 1024 * 1024
"""Bytes up to which the service takes a file in the request itself."""

_XML: Final = re.compile(rb"<(Code|Message)>([^<]+)<")
_MAX_XML: Final = 65536

UPLOAD: Final[Operation[None]] = Operation(
    "files_put", "PUT", "(upload URL)", {200: lambda _: None, 201: lambda _: None, 204: lambda _: None}, idempotent=True
)
"""The call that sends the file. Its path hides the URL, whose signature must not show up in errors and logs."""


class PresignedUrl:
    """Takes the place of the endpoint for an upload to a presigned URL, so that the token is not sent there.

    Args:
        endpoint: Where the API is; upload URLs may be relative to it.
        place: The reply that reserved the place, with the URL.
        size: The size of the file in bytes.
        content_type: The file's media type.
        chunks: Reads a file in chunks.

    Raises:
        ReplyError: The service gave no URL that a file can be sent to.
        OriginError: The API is at https, and the URL is not.
    """

    def __init__(
        self, endpoint: Endpoint, place: FileUploaded, size: int, content_type: str, chunks: Callable[[Path, int], Any]
    ) -> None:
        if not place.upload_url:
            raise ReplyError(f"the service accepted file {place.file_id}, but returned no upload URL")
        try:
            url = read_url(place.upload_url, endpoint.base_url)
        except UrlError as error:
            raise ReplyError(f"the service returned an upload URL for file {place.file_id} that {error}") from None
        self.base_url = f"{url.scheme}://{url.netloc.decode('ascii')}"
        if endpoint.base_url.startswith("https:") and url.scheme != "https":
            raise OriginError(
                f"the service gave {self.base_url} to send a file to, which is not https, as the API is; it was not"
                " sent",
                url=self.base_url,
            )
        self.library = endpoint.library
        self._url = self.library.http.URL(str(url))
        self._headers = {"Content-Type": content_type, "Content-Length": str(size)}
        self._chunks, self._size = chunks, size

    def request(
        self, operation: Operation[Any], request: Request, timeout: MutableMapping[str, float | None]
    ) -> httpx.Request:
        """Build the httpx request that sends the file."""
        source = request.body
        content = self._chunks(source, self._size) if isinstance(source, Path) else source
        built: httpx.Request = self.library.http.Request(
            operation.method,
            self._url,
            headers=self._headers,
            content=content,
            extensions={"timeout": timeout, FOREIGN: True},
        )
        return built

    def redirect_target(self, target: str, sent: httpx.Request, operation: Operation[Any]) -> httpx.URL:  # noqa: ARG002
        """Refuse redirects, which presigned URLs do not use.

        Raises:
            ReplyError: Always.
        """
        raise ReplyError("the upload URL redirects, which is not allowed")


def _error_of(content: bytes) -> Any:
    """The body of an error, of a store of files too, which writes XML: the code and the message in it."""
    found = {name.decode().lower(): text for name, text in _XML.findall(content[:_MAX_XML])}
    return {name: text.decode("utf-8", "replace") for name, text in found.items()} or error_content(content)


def check_upload(reply: HttpReply) -> None:
    """Check that the file was accepted.

    Raises:
        StatusError: It was not.
    """
    if reply.status_code not in UPLOAD.replies:
        raise status_error(
            reply.status_code,
            _error_of(reply.content),
            method=UPLOAD.method,
            path=UPLOAD.path,
            attempts=reply.attempts,
            request_id=reply.request_id,
            headers=reply.headers,
            content=reply.content,
        )
