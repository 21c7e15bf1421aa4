"""Paginate a list in the style that the spec gives for the operation (`x-pagination`).

A cursor is opaque and holds the position of the last item of a page, so that pages stay correct while items are added
and deleted.
"""

from __future__ import annotations

import base64
import binascii
from collections.abc import Callable
from typing import Any

from .listing import Listing, Position, Record
from .numbers import whole_number
from .request_context import RequestContext


def paginate(context: RequestContext, listing: Listing, as_reply: Callable[[Record], Any]) -> Any:
    """The reply of a list operation: the requested page of stored records, with the cursor of the next one."""
    style, limit, offset, cursor = _request(context)
    if not style:
        return [as_reply(record) for record in listing.records(limit)]
    if style["style"] == "offset":
        shown = [as_reply(record) for _, record in listing.read(offset=offset, limit=limit)]
        return {style["items"]: shown} if "items" in style else shown
    after = None if cursor is None else _position(cursor, text=listing.by_id)
    if cursor is not None and after is None:
        rows: list[tuple[Position, Record]] = []  # a cursor that was never issued
    else:
        rows = listing.read(after=after, limit=None if limit is None else limit + 1)
    shown_rows = rows[:limit]
    more = len(rows) > len(shown_rows)
    return _page(style, [as_reply(record) for _, record in shown_rows], shown_rows[-1][0] if more else None)


def paginate_items(context: RequestContext, items: list[Any]) -> Any:
    """The same for items that are in memory, and are only ever added at the end."""
    style, limit, offset, cursor = _request(context)
    if not style:
        return items[:limit]
    if style["style"] == "offset":
        shown = items[offset:][:limit]
        return {style["items"]: shown} if "items" in style else shown
    start = 0 if cursor is None else _position(cursor, text=False)
    start = len(items) if not isinstance(start, int) else start
    shown = items[start:][:limit]
    end = start + len(shown)
    return _page(style, shown, end if end < len(items) else None)


def _request(context: RequestContext) -> tuple[dict[str, Any], int | None, int, str | None]:
    """The style of the operation, and the limit, the offset and the cursor that were sent."""
    style: dict[str, Any] = context.operation.extensions.get("x-pagination") or {}
    source = context.body if style.get("in") == "body" else context.query
    limit = source.get(style.get("limit", "limit"))
    offset = source.get(style.get("offset", "offset")) or 0
    return style, limit or None, min(offset, 2**62), source.get(style.get("cursor", "cursor")) if style else None


def _page(style: dict[str, Any], shown: list[Any], last: Position | None) -> dict[str, Any]:
    found: dict[str, Any] = {style["items"]: shown, style["next"]: None if last is None else _encode(str(last))}
    if "more" in style:
        found[style["more"]] = last is not None
    return found


def _position(cursor: str, *, text: bool) -> Position | None:
    decoded = _decode(cursor)
    return decoded if text or decoded is None else whole_number(decoded)


def _encode(position: str) -> str:
    return base64.urlsafe_b64encode(position.encode()).decode().rstrip("=")


def _decode(cursor: str) -> str | None:
    try:
        return base64.urlsafe_b64decode(cursor + "=" * (-len(cursor) % 4)).decode()
    except (binascii.Error, ValueError):
        return None
