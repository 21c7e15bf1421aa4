"""Record the usage of models, so that it can be summed up later."""

from __future__ import annotations

from datetime import UTC, datetime
from functools import lru_cache

from ..state.request_context import RequestContext
from ..synthetic.catalogue import CatalogueModel
from . import admission, callers


def record(
    context: RequestContext,
    model: CatalogueModel,
    input_tokens: int,
    output_tokens: int,
    user: str = "",
    interface: str = admission.GATEWAY,
) -> float:
    """Record one request; returns its price in US cents.

    Without a `user` it is the caller's own. `interface` is the interface of the request, as spend limits name it.
    """
    cents = model.cents(input_tokens, output_tokens)
    user_id, token_id = user or callers.user_id(context), callers.token_id(context)
    day = _day(int(context.now // 86400))
    context.store.usage.add(
        day,
        model=model.id,
        user=user_id,
        token=token_id,
        interface=interface,
        input=input_tokens,
        output=output_tokens,
        cents=cents,
    )
    admission.warn_near_limit(context, cents)
    return cents


@lru_cache(maxsize=64)
def _day(number: int) -> str:
    """The date of a day, given as the number of days since 1970."""
    return datetime.fromtimestamp(number * 86400, UTC).strftime("%Y-%m-%d")
