"""Files: sent in the request itself, or uploaded to a signed URL."""

from __future__ import annotations

import base64
import mimetypes
from typing import Any

import orjson

from ..document.refusal import bad_request, not_found, too_large
from ..state import signed_storage
from ..state.clock import iso
from ..state.listing import Listing
from ..state.marks import mark
from ..state.paging import paginate
from ..state.request_context import RequestContext

MAX_BYTES = 7 * 1024 * 1024
KIND = signed_storage.KIND
ARTIFACTS = {"image": "image", "video": "video", "text": "document"}


def files_list(context: RequestContext) -> Any:
    wanted = _filter(context.query.get("filter"))
    listing = Listing(
        context.store,
        KIND,
        [[mark(name, value)] for name, value in wanted.items() if value is not None],
        live_at=context.now,
        fits=(lambda file: all(_matches(file["metadata"].get(name), value) for name, value in wanted.items()))
        if wanted
        else None,
    )
    return paginate(context, listing, _as_reply)


def files_upload(context: RequestContext) -> dict[str, Any]:
    body = context.body
    presigned = body["requestUploadUrl"]
    content = b"" if presigned else base64.b64decode(body["content"])
    if len(content) > MAX_BYTES:
        raise too_large("A file in the request may have 7 MB; ask for an upload URL for larger ones.")
    file_id = context.new_uuid("file")
    suffix = mimetypes.guess_extension(body["contentType"]) or ""
    file = {
        "fileId": file_id,
        "filename": body.get("filename") or f"{file_id}{suffix}",
        "contentType": body["contentType"],
        "size": body.get("size", 0) if presigned else len(content),
        "metadata": {"artifactType": _artifact_type(body["contentType"]), **body.get("metadata", {})},
        "created": context.now,
        "ready": not presigned,
    }
    signed_storage.save(context.store, file)
    found = _as_reply(file)
    if presigned:
        address = signed_storage.signed_url(context, file_id, "PUT")
        return found | {
            "uploadUrl": address,
            "s3Key": signed_storage.s3_key(context, file_id),
            "expiresIn": signed_storage.LIFETIME,
        }
    context.store.put_bytes(KIND, file_id, content)
    return found | _locations(context, file_id)


def files_get(context: RequestContext) -> dict[str, Any]:
    """A file, with a new URL to download it. A file that was not uploaded yet does not exist."""
    file_id = context.path["fileId"]
    file = context.store.get(KIND, file_id)
    if file is None or not file["ready"]:
        raise not_found("File", fileId=file_id)
    return _as_reply(file) | _locations(context, file_id)


def files_delete(context: RequestContext) -> dict[str, Any]:
    file_id = context.path["fileId"]
    if not context.store.delete(KIND, file_id):
        raise not_found("File", fileId=file_id)
    return {"message": "File deleted", "fileId": file_id}


def _filter(text: str | None) -> dict[str, Any]:
    if text is None:
        return {}
    try:
        found = orjson.loads(text)
    except orjson.JSONDecodeError:
        found = None
    if not isinstance(found, dict):
        raise bad_request("The filter has to be a JSON object.")
    return found


def _matches(value: Any, wanted: Any) -> bool:
    return value == wanted or (isinstance(value, list) and wanted in value)


def _artifact_type(content_type: str) -> str:
    if content_type in ("text/html", "text/javascript", "text/css", "text/yaml", "application/json"):
        return "code"
    if content_type in ("application/zip", "application/gzip"):
        return "archive"
    return ARTIFACTS.get(content_type.split("/")[0], "document")


def _locations(context: RequestContext, file_id: str) -> dict[str, Any]:
    return {"s3Uri": signed_storage.s3_uri(context, file_id), "url": signed_storage.signed_url(context, file_id, "GET")}


def _as_reply(file: dict[str, Any]) -> dict[str, Any]:
    found = {name: file[name] for name in ("fileId", "filename", "contentType", "size", "metadata")}
    return found | {"createdAt": iso(file["created"])}
