"""The addresses to which files are uploaded and from which they are fetched, without a token but with a signature.

They stand for the signed S3 addresses of the service: good for an hour, for one file and one method.
"""

from __future__ import annotations

from urllib.parse import parse_qs, quote

from ..document.refusal import Refusal, forbidden, not_found
from .request_context import Call, Reply
from .server_state import World

KIND = "file"
LIVES = 60 * 60  # seconds
PREFIX = "_storage"


def address(call: Call, own_id: str, method: str) -> str:
    """A signed address for one file."""
    expires = int(call.now) + LIVES
    signature = _signature(call.world, call.organisation, own_id, method, expires)
    path = f"/{PREFIX}/{quote(call.organisation, safe='')}/{own_id}"
    return f"{call.base_url}{path}?X-Amz-Expires={expires}&X-Amz-Signature={signature}"


def key(call: Call, own_id: str) -> str:
    return f"{call.organisation}/{own_id}"


def uri(call: Call, own_id: str) -> str:
    return f"s3://quant-ai-mock/{key(call, own_id)}"


def serve(world: World, method: str, segments: list[str], query: bytes, content: bytes) -> Reply:
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
    if not expires.isdigit() or signed != _signature(world, organisation, own_id, method, int(expires)):
        raise forbidden("The signature does not fit.")
    if world.clock.now(organisation) >= int(expires):
        raise forbidden("The address has expired.")
    shelf = world.store.shelf(organisation)
    file = shelf.get(KIND, own_id)
    if file is None:
        raise not_found("File", fileId=own_id)
    if method == "PUT":
        shelf.put(KIND, own_id, file | {"ready": True, "size": len(content)})
        shelf.put_bytes(KIND, own_id, content)
        return Reply(200, content=b"", content_type="")
    return Reply(200, content=shelf.get_bytes(KIND, own_id) or b"", content_type=file["contentType"])


def _signature(world: World, organisation: str, own_id: str, method: str, expires: int) -> str:
    return world.digest("storage", organisation, own_id, method, expires).hex()
