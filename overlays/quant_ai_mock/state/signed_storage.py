"""The addresses to which files are uploaded and from which they are fetched, without a token but with a signature.

They stand for the signed S3 addresses of the service: good for an hour, for one file and one method.
"""

from __future__ import annotations

from urllib.parse import parse_qs, quote

from ..document.refusal import Refusal, forbidden, not_found
from .request_context import Reply, RequestContext
from .server_state import ServerState

KIND = "file"
LIVES = 60 * 60  # seconds
PREFIX = "_storage"


def address(context: RequestContext, own_id: str, method: str) -> str:
    """A signed address for one file."""
    expires = int(context.now) + LIVES
    signature = _signature(context.state, context.organisation, own_id, method, expires)
    path = f"/{PREFIX}/{quote(context.organisation, safe='')}/{own_id}"
    return f"{context.base_url}{path}?X-Amz-Expires={expires}&X-Amz-Signature={signature}"


def key(context: RequestContext, own_id: str) -> str:
    return f"{context.organisation}/{own_id}"


def uri(context: RequestContext, own_id: str) -> str:
    return f"s3://quant-ai-mock/{key(context, own_id)}"


def serve(state: ServerState, method: str, segments: list[str], query: bytes, content: bytes) -> Reply:
    """Answer a request to a signed address.

    Raises:
        Refusal: 403 for a wrong or old signature, 404 for a file that is gone, 405 for another method.
    """
    if len(segments) != 2:
        raise not_found("File")
    organisation, own_id = segments
    if method not in ("GET", "PUT"):
        raise Refusal(405, {"message": "The method is not supported.", "error": True}, {"Allow": "GET, PUT"})
    values = parse_qs(query.decode("latin-1"))
    expires = values.get("X-Amz-Expires", ["0"])[0]
    signed = values.get("X-Amz-Signature", [""])[0]
    if not expires.isdigit() or signed != _signature(state, organisation, own_id, method, int(expires)):
        raise forbidden("The signature does not fit.")
    if state.clock.now(organisation) >= int(expires):
        raise forbidden("The address has expired.")
    store = state.store.of(organisation)
    file = store.get(KIND, own_id)
    if file is None:
        raise not_found("File", fileId=own_id)
    if method == "PUT":
        store.put(KIND, own_id, file | {"ready": True, "size": len(content)})
        store.put_bytes(KIND, own_id, content)
        return Reply(200, content=b"", content_type="")
    return Reply(200, content=store.get_bytes(KIND, own_id) or b"", content_type=file["contentType"])


def _signature(state: ServerState, organisation: str, own_id: str, method: str, expires: int) -> str:
    return state.digest("storage", organisation, own_id, method, expires).hex()
