"""Who calls: names for tokens and for the users they belong to, which follow from the seed alone."""

from __future__ import annotations

from ..state.request_context import Call


def token_id(call: Call) -> str:
    """A name for the caller's token that does not give it away."""
    return f"tok_{_digest(call, 'token').hex()}"


def user_id(call: Call) -> str:
    """The user that the caller's token belongs to: a number, as the portal has it."""
    return str(int.from_bytes(_digest(call, "user")[:2]) + 1000)


def _digest(call: Call, kind: str) -> bytes:
    known = call.world.caches
    key = kind, call.token
    if key not in known:
        known[key] = call.world.digest(*key, size=6)
    found: bytes = known[key]
    return found
