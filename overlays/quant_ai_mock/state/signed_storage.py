"""Signed URLs to upload and download files without a token.

They stand for the presigned S3 URLs of the service: each is valid for an hour, for one file and one method. They are
signed with a random key of the server, or of its database file: nobody else can make one.
"""

from __future__ import annotations

import hmac
from dataclasses import dataclass
from typing import Any
from urllib.parse import parse_qs, quote

from ..document.refusal import Refusal, forbidden, not_found
from .database import FOREVER
from .marks import map_marks
from .numbers import whole_number
from .organisation_store import OrganisationStore
from .request_context import Reply, RequestContext
from .server_state import ServerState

KIND = "file"
LIFETIME = 60 * 60  # seconds
PREFIX = "_storage"
OPERATIONS = {"GET": "storage_get", "PUT": "storage_put"}
"""What transfers are called in the journal and in faults, by method; the spec does not describe them."""
HARMLESS = {"Content-Security-Policy": "sandbox; default-src 'none'", "X-Content-Type-Options": "nosniff"}
"""Headers that keep an uploaded page from acting as a page of this server's origin."""


def signed_url(context: RequestContext, file_id: str, method: str) -> str:
    """A signed URL for one file."""
    expires = int(context.now) + LIFETIME
    signature = _signature(context.state, context.organisation, file_id, method, expires)
    path = f"/{PREFIX}/{quote(context.organisation, safe='')}/{file_id}"
    return f"{context.base_url}{path}?X-Amz-Expires={expires}&X-Amz-Signature={signature}"


def s3_key(context: RequestContext, file_id: str) -> str:
    """The key of a file in the bucket."""
    return f"{context.organisation}/{file_id}"


def s3_uri(context: RequestContext, file_id: str) -> str:
    """The S3 URI of a file."""
    return f"s3://quant-ai-mock/{s3_key(context, file_id)}"


@dataclass(frozen=True, slots=True)
class Transfer:
    """A request to a signed URL whose signature fits."""

    organisation: str
    file_id: str
    method: str


def authorise(state: ServerState, method: str, segments: list[str], query: bytes) -> Transfer:
    """Check a request to a signed URL, before its body is read.

    Raises:
        Refusal: 403 for a wrong or expired signature, 404 for a file that was deleted, 405 for another method.
    """
    if len(segments) != 2:
        raise not_found("File")
    organisation, file_id = segments
    signed_method = "GET" if method == "HEAD" else method
    if signed_method not in OPERATIONS:
        raise Refusal(405, {"message": "The method is not supported.", "error": True}, {"Allow": "GET, HEAD, PUT"})
    values = parse_qs(query.decode("latin-1"))
    expires = whole_number(values.get("X-Amz-Expires", ["0"])[0])
    signed = values.get("X-Amz-Signature", [""])[0].encode()
    if expires is None or not hmac.compare_digest(
        signed, _signature(state, organisation, file_id, signed_method, expires).encode()
    ):
        raise forbidden("The signature does not fit.")
    if state.clock.now(organisation) >= expires:
        raise forbidden("The address has expired.")
    _file(state, organisation, file_id)
    return Transfer(organisation, file_id, signed_method)


def serve(state: ServerState, transfer: Transfer, content: bytes) -> Reply:
    """Store or return the bytes of a file.

    Raises:
        Refusal: 404 for a file that was deleted meanwhile.
    """
    file_id = transfer.file_id
    file = _file(state, transfer.organisation, file_id)
    store = state.store.of(transfer.organisation)
    if transfer.method == "PUT":
        save(store, file | {"ready": True, "size": len(content)})
        store.put_bytes(KIND, file_id, content)
        return Reply(200, content=b"", content_type="")
    found = store.get_bytes(KIND, file_id) or b""
    return Reply(200, headers=dict(HARMLESS), content=found, content_type=file["contentType"])


def save(store: OrganisationStore, file: dict[str, Any]) -> None:
    """Store what is known of a file. Lists show it once its bytes are there."""
    store.put(KIND, file["fileId"], file, marks=map_marks(file["metadata"]), until=FOREVER if file["ready"] else 0)


def _file(state: ServerState, organisation: str, file_id: str) -> dict[str, Any]:
    file = state.store.of(organisation).get(KIND, file_id)
    if file is None:
        raise not_found("File", fileId=file_id)
    return file


def _signature(state: ServerState, organisation: str, file_id: str, method: str, expires: int) -> str:
    text = "\0".join((organisation, file_id, method, str(expires)))
    return hmac.new(state.signing_key, text.encode("utf-8", "surrogatepass"), "sha256").hexdigest()
