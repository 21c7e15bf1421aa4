"""Paginate a list in the style that the spec gives for the operation (`x-pagination`).

A cursor is opaque and holds the id of the last item of a page, so that pages stay correct while items are added and
deleted.
"""

from __future__ import annotations

import base64
import binascii
from typing import Any

from .request_context import RequestContext


def paginate(context: RequestContext, items: list[Any], id_field: str | None = None) -> Any:
    """The reply of a list operation: the requested page, with the cursor of the next one.

    Args:
        items: All items, in order.
        id_field: The field with the id of an item; needed for cursors.
    """
    style = context.operation.extensions.get("x-pagination")
    source = context.body if style and style.get("in") == "body" else context.query
    if not style:
        limit = context.query.get("limit")
        return items if limit is None else items[:limit]
    limit = source.get(style.get("limit", "limit")) or len(items) or 1
    if style["style"] == "offset":
        start = source.get(style.get("offset", "offset")) or 0
        shown = items[start : start + limit]
        return {style["items"]: shown} if "items" in style else shown
    if id_field is None:
        raise TypeError("a list with cursors needs the id of its items")
    cursor = source.get(style["cursor"])
    start = 0 if cursor is None else _after(items, id_field, cursor)
    shown = items[start : start + limit]
    more = start + limit < len(items)
    found: dict[str, Any] = {style["items"]: shown, style["next"]: _encode(str(shown[-1][id_field])) if more else None}
    if "more" in style:
        found[style["more"]] = more
    return found


def _after(items: list[Any], id_field: str, cursor: str) -> int:
    """The index after the item of a cursor; past the end for a cursor that was never issued."""
    wanted = _decode(cursor)
    return next((index + 1 for index, item in enumerate(items) if str(item[id_field]) == wanted), len(items))


def _encode(id: str) -> str:
    return base64.urlsafe_b64encode(id.encode()).decode().rstrip("=")


def _decode(cursor: str) -> str | None:
    try:
        return base64.urlsafe_b64decode(cursor + "=" * (-len(cursor) % 4)).decode()
    except (binascii.Error, ValueError):
        return None
