"""Write down what was used, so that the usage operation can add it up."""

from __future__ import annotations

from datetime import UTC, datetime
from functools import lru_cache

from .catalogue import Model
from .world import Call


def record(call: Call, model: Model, input_tokens: int, output_tokens: int, user: str = "") -> float:
    """Add one request to the sums; returns its price in US cents."""
    cents = model.cents(input_tokens, output_tokens)
    call.shelf.use(_day(int(call.now // 86400)), model.id, user, token_id(call), input_tokens, output_tokens, cents)
    return cents


@lru_cache(maxsize=64)
def _day(number: int) -> str:
    """The date of a day, counted from 1970."""
    return datetime.fromtimestamp(number * 86400, UTC).strftime("%Y-%m-%d")


def token_id(call: Call) -> str:
    """A name for the caller's token that does not give it away."""
    names = call.world.caches
    key = "token", call.token
    if key not in names:
        names[key] = f"tok_{call.world.digest(*key, size=6).hex()}"
    name: str = names[key]
    return name
