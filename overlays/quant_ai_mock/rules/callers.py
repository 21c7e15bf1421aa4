"""Identify the caller: ids of tokens and of their users, derived from the seed."""

from __future__ import annotations

from ..state.request_context import RequestContext


def token_id(context: RequestContext) -> str:
    """An id of the caller's token that does not reveal it."""
    return f"tok_{_digest(context, 'token').hex()}"


def user_id(context: RequestContext) -> str:
    """The id of the user that the caller's token belongs to: a number, as in the portal."""
    return str(int.from_bytes(_digest(context, "user")[:2]) + 1000)


def _digest(context: RequestContext, kind: str) -> bytes:
    cache = context.state.caches
    key = kind, context.token
    if key not in cache:
        cache[key] = context.state.digest(*key, size=6)
    found: bytes = cache[key]
    return found
