"""Signed URLs to upload and download files without a token.

They stand for the presigned S3 URLs of the service: each is valid for an hour, for one file and one method.
"""

from __future__ import annotations

from urllib.parse import parse_qs, quote

from ..document.refusal import Refusal, forbidden, not_found
from .request_context import Reply, RequestContext
from .server_state import ServerState

KIND = "file"
LIFETIME = 60 * 60  # seconds
PREFIX = "_storage"


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


def serve(state: ServerState, method: str, segments: list[str], query: bytes, content: bytes) -> Reply:
    """Handle a request to a signed URL.

    Raises:
        Refusal: 403 for a wrong or expired signature, 404 for a file that was deleted, 405 for another method.
    """
    if len(segments) != 2:
        raise not_found("File")
    organisation, file_id = segments
    if method not in ("GET", "PUT"):
        raise Refusal(405, {"message": "The method is not supported.", "error": True}, {"Allow": "GET, PUT"})
    values = parse_qs(query.decode("latin-1"))
    expires = values.get("X-Amz-Expires", ["0"])[0]
    signed = values.get("X-Amz-Signature", [""])[0]
    if not expires.isdigit() or signed != _signature(state, organisation, file_id, method, int(expires)):
        raise forbidden("The signature does not fit.")
    if state.clock.now(organisation) >= int(expires):
        raise forbidden("The address has expired.")
    store = state.store.of(organisation)
    file = store.get(KIND, file_id)
    if file is None:
        raise not_found("File", fileId=file_id)
    if method == "PUT":
        store.put(KIND, file_id, file | {"ready": True, "size": len(content)})
        store.put_bytes(KIND, file_id, content)
        return Reply(200, content=b"", content_type="")
    return Reply(200, content=store.get_bytes(KIND, file_id) or b"", content_type=file["contentType"])


def _signature(state: ServerState, organisation: str, file_id: str, method: str, expires: int) -> str:
    return state.digest("storage", organisation, file_id, method, expires).hex()
