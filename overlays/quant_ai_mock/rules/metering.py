"""Write down what was used, so that usage and spending can be added up."""

from __future__ import annotations

from datetime import UTC, datetime
from functools import lru_cache

from ..state.request_context import RequestContext
from ..synthetic.catalogue import Model
from . import admission, callers


def record(
    context: RequestContext,
    model: Model,
    input_tokens: int,
    output_tokens: int,
    user: str = "",
    interface: str = admission.GATEWAY,
) -> float:
    """Add one request to the sums; returns its price in US cents.

    Without a `user` it is the caller's own. `interface` is the way by which it came, as limits of spending name it.
    """
    cents = model.cents(input_tokens, output_tokens)
    who, token = user or callers.user_id(context), callers.token_id(context)
    day = _day(int(context.now // 86400))
    context.store.use(day, model.id, who, token, interface, input_tokens, output_tokens, cents)
    admission.warn(context, cents)
    return cents


@lru_cache(maxsize=64)
def _day(number: int) -> str:
    """The date of a day, counted from 1970."""
    return datetime.fromtimestamp(number * 86400, UTC).strftime("%Y-%m-%d")
