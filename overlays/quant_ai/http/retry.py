"""Decide whether a call is sent again, and when.

A pure policy: it is told what happened and answers with a delay. What it protects is the user's bill. A chat message
that was sent may have been answered and paid for although its reply was lost, so only what the document declares
idempotent is sent again after that; a request that the service never took, or refused, may always be.
"""

from __future__ import annotations

from collections.abc import Mapping
from email.utils import parsedate_to_datetime
from enum import Enum
from math import isfinite
from typing import Final, NamedTuple

REFUSED: Final = frozenset({429, 503})
"""The service says that it did not take the request: safe to send again whatever it was."""
UNCERTAIN: Final = frozenset({408, 500, 502, 504})
"""The service, or something before it, gave up at some point: safe only for idempotent operations."""


class Loss(Enum):
    """How a request was lost, where no reply came."""

    NOT_SENT = "not sent"
    """No connection was made: the service never saw it."""
    NO_REPLY = "no reply"
    """It was sent, wholly or in part: the service may have acted on it."""


class RetryPolicy(NamedTuple):
    """How often and how long to try.

    Delays double from `first_delay` up to `max_delay`, and each is drawn evenly from 0 up to that ("full jitter"), so
    that clients which failed together do not come back together. A Retry-After replaces the draw; one past
    `max_retry_after` ends the tries, because a program had better hear of it than hang.
    """

    max_retries: int = 2
    first_delay: float = 0.5
    max_delay: float = 8.0
    max_retry_after: float = 60.0

    def delay(self, attempt: int, draw: float, retry_after: float | None = None) -> float | None:
        """Seconds to wait after try number `attempt` (the first is 1) has failed; None to give up."""
        if attempt > self.max_retries:
            return None
        if retry_after is not None:
            return retry_after if retry_after <= self.max_retry_after else None
        return draw * min(self.max_delay, self.first_delay * 2.0 ** min(attempt - 1, 32))


def may_repeat(outcome: int | Loss, *, idempotent: bool) -> bool:
    """Whether a request that met with this status or loss may be sent again."""
    if outcome in REFUSED or outcome is Loss.NOT_SENT:
        return True
    return idempotent and (outcome in UNCERTAIN or outcome is Loss.NO_REPLY)


def retry_after(headers: Mapping[str, str], now: float) -> float | None:
    """Seconds that the service asks to wait, from `Retry-After` (seconds or a date) or `Retry-After-Ms`.

    Args:
        headers: Those of the reply, with names in any case.
        now: Seconds since 1970, to measure a date against.

    Returns:
        None where nothing is asked, or nothing that can be understood.
    """
    milliseconds = _number(headers.get("retry-after-ms"))
    if milliseconds is not None:
        return milliseconds / 1000
    value = headers.get("retry-after")
    if value is None:
        return None
    seconds = _number(value)
    if seconds is not None:
        return seconds
    try:
        return max(0.0, parsedate_to_datetime(value).timestamp() - now)
    except (ValueError, OverflowError):
        return None


def _number(value: str | None) -> float | None:
    try:
        number = float(value or "")
    except ValueError:
        return None
    return number if isfinite(number) and number >= 0 else None
