"""Decide whether a request is sent again, and after which delay.

A pure policy: a status or a failure goes in, a delay comes out. The rules protect the user's bill. If the reply to a
chat message was lost, the message may still have been answered and billed. After such a loss, only operations that the
spec marks as idempotent are retried. A request that the service refused or never received may always be retried.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC
from email.utils import parsedate_to_datetime
from enum import Enum
from math import isfinite
from typing import Final, NamedTuple

REFUSED: Final = frozenset({429, 503})
"""The service did not accept the request: safe to retry for every operation."""
UNCERTAIN: Final = frozenset({408, 500, 502, 504})
"""The service or a proxy gave up at some point: safe to retry for idempotent operations only."""


class Failure(Enum):
    """How a request failed to get a reply."""

    NOT_SENT = "not sent"
    """There was no connection: the service never received the request."""
    NO_REPLY = "no reply"
    """The request was sent at least in part: the service may have acted on it."""


class RetryPolicy(NamedTuple):
    """How often to retry, and after which delays.

    Delays double from `first_delay` up to `max_delay`. Each is drawn at random between 0 and that limit ("full
    jitter"), so that clients which failed together do not retry together. A Retry-After replaces the delay. If it is
    longer than `max_retry_after`, the call fails at once, which is better than a program that seems to hang.
    """

    max_retries: int = 2
    first_delay: float = 0.5
    max_delay: float = 8.0
    max_retry_after: float = 60.0

    def delay(self, attempt: int, draw: float, retry_after: float | None = None) -> float | None:
        """Seconds to wait after a failed attempt; None to give up.

        Args:
            attempt: The number of the attempt, counted from 1.
            draw: A random number from 0 up to 1.
            retry_after: Seconds that the service asks to wait.
        """
        if attempt > self.max_retries:
            return None
        if retry_after is not None:
            return retry_after if retry_after <= self.max_retry_after else None
        return draw * min(self.max_delay, self.first_delay * 2.0 ** min(attempt - 1, 32))


def may_retry(outcome: int | Failure, *, idempotent: bool) -> bool:
    """Whether a request with this status or failure may be sent again."""
    if outcome in REFUSED or outcome is Failure.NOT_SENT:
        return True
    return idempotent and (outcome in UNCERTAIN or outcome is Failure.NO_REPLY)


def retry_after(headers: Mapping[str, str], now: float) -> float | None:
    """Seconds to wait according to `Retry-After-Ms` or `Retry-After` (seconds or a date).

    Args:
        headers: The headers of the reply, with case-insensitive names.
        now: Seconds since 1970, to compare a date with.

    Returns:
        None if neither header is there or can be understood.
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
        moment = parsedate_to_datetime(value)
        if moment.tzinfo is None:  # asctime's form and "-0000" name no zone; HTTP means GMT in all its forms
            moment = moment.replace(tzinfo=UTC)
        return max(0.0, moment.timestamp() - now)
    except (ValueError, OverflowError):
        return None


def _number(value: str | None) -> float | None:
    try:
        number = float(value or "")
    except ValueError:
        return None
    return number if isfinite(number) and number >= 0 else None
