"""Write down what was used, so that the usage operation can add it up."""

from __future__ import annotations

from datetime import UTC, datetime

from .catalogue import Model
from .world import Call


def record(call: Call, model: Model, input_tokens: int, output_tokens: int, user: str = "") -> float:
    """Add one request to the sums; returns its price in US cents."""
    cents = model.cents(input_tokens, output_tokens)
    day = datetime.fromtimestamp(call.now, UTC).strftime("%Y-%m-%d")
    call.shelf.use(day, model.id, user, token_id(call), input_tokens, output_tokens, cents)
    return cents


def token_id(call: Call) -> str:
    """A name for the caller's token that does not give it away."""
    return f"tok_{call.world.digest('token', call.token, size=6).hex()}"
