"""Who calls: names for tokens and for the users they belong to, which follow from the seed alone."""

from __future__ import annotations

from ..state.request_context import RequestContext


def token_id(context: RequestContext) -> str:
    """A name for the caller's token that does not give it away."""
    return f"tok_{_digest(context, 'token').hex()}"


def user_id(context: RequestContext) -> str:
    """The user that the caller's token belongs to: a number, as the portal has it."""
    return str(int.from_bytes(_digest(context, "user")[:2]) + 1000)


def _digest(context: RequestContext, kind: str) -> bytes:
    known = context.state.caches
    key = kind, context.token
    if key not in known:
        known[key] = context.state.digest(*key, size=6)
    found: bytes = known[key]
    return found
