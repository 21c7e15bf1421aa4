"""Files: kept byte for byte, sent in the request itself or to an address that the service gives out."""

from __future__ import annotations

import base64
import mimetypes
from typing import Any

import orjson

from ..document.refusal import bad_request, not_found, too_large
from ..state import signed_storage
from ..state.clock import iso
from ..state.paging import paginate
from ..state.request_context import RequestContext

LARGEST = 7 * 1024 * 1024
KIND = signed_storage.KIND
ARTIFACTS = {"image": "image", "video": "video", "text": "document"}


def files_list(context: RequestContext) -> Any:
    wanted = _filter(context.query.get("filter"))
    files = [
        _shown(file)
        for file in context.store.all(KIND, newest_first=True)
        if file["ready"] and all(_holds(file["metadata"].get(name), value) for name, value in wanted.items())
    ]
    return paginate(context, files, lambda file: str(file["fileId"]))


def files_upload(context: RequestContext) -> dict[str, Any]:
    body = context.body
    presigned = body["requestUploadUrl"]
    content = b"" if presigned else base64.b64decode(body["content"])
    if len(content) > LARGEST:
        raise too_large("A file in the request may have 7 MB; ask for an upload URL for larger ones.")
    own_id = context.new_uuid("file")
    suffix = mimetypes.guess_extension(body["contentType"]) or ""
    file = {
        "fileId": own_id,
        "filename": body.get("filename") or f"{own_id}{suffix}",
        "contentType": body["contentType"],
        "size": body.get("size", 0) if presigned else len(content),
        "metadata": {"artifactType": _artifact(body["contentType"]), **body.get("metadata", {})},
        "created": context.now,
        "ready": not presigned,
    }
    context.store.put(KIND, own_id, file)
    found = _shown(file)
    if presigned:
        address = signed_storage.signed_url(context, own_id, "PUT")
        return found | {
            "uploadUrl": address,
            "s3Key": signed_storage.s3_key(context, own_id),
            "expiresIn": signed_storage.LIFETIME,
        }
    context.store.put_bytes(KIND, own_id, content)
    return found | _places(context, own_id)


def files_get(context: RequestContext) -> dict[str, Any]:
    """What is known of a file, with a new address to fetch it from; a file without its bytes is not there yet."""
    own_id = context.path["fileId"]
    file = context.store.get(KIND, own_id)
    if file is None or not file["ready"]:
        raise not_found("File", fileId=own_id)
    return _shown(file) | _places(context, own_id)


def files_delete(context: RequestContext) -> dict[str, Any]:
    own_id = context.path["fileId"]
    if not context.store.delete(KIND, own_id):
        raise not_found("File", fileId=own_id)
    return {"message": "File deleted", "fileId": own_id}


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


def _holds(there: Any, wanted: Any) -> bool:
    return there == wanted or (isinstance(there, list) and wanted in there)


def _artifact(content_type: str) -> str:
    if content_type in ("text/html", "text/javascript", "text/css", "text/yaml", "application/json"):
        return "code"
    if content_type in ("application/zip", "application/gzip"):
        return "archive"
    return ARTIFACTS.get(content_type.split("/")[0], "document")


def _places(context: RequestContext, own_id: str) -> dict[str, Any]:
    return {"s3Uri": signed_storage.s3_uri(context, own_id), "url": signed_storage.signed_url(context, own_id, "GET")}


def _shown(file: dict[str, Any]) -> dict[str, Any]:
    found = {name: file[name] for name in ("fileId", "filename", "contentType", "size", "metadata")}
    return found | {"createdAt": iso(file["created"])}
