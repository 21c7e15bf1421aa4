"""The options of a call, and their defaults."""

from __future__ import annotations

from typing import Any, Final, NamedTuple

import httpx

from ..clock import SYSTEM_CLOCK, Clock
from ..errors import ConfigurationError
from ..numeric import is_number
from .additions import NOTHING, Additions
from .retry import RetryPolicy

DEFAULT_TIMEOUT: Final = httpx.Timeout(60.0, connect=10.0)
DEFAULT_DEADLINE: Final = 600.0
DEFAULT_IDLE_TIMEOUT: Final = 120.0


class CallOptions(NamedTuple):
    """How calls are made. All times are in seconds."""

    timeout: httpx.Timeout = DEFAULT_TIMEOUT
    deadline: float | None = None
    """For a whole call. None means 600 for a call, and no deadline for a stream, which has `idle_timeout`."""
    idle_timeout: float | None = DEFAULT_IDLE_TIMEOUT
    retry: RetryPolicy = RetryPolicy()
    strict: bool = False
    max_reply_size: int | None = None
    """Bytes of a decompressed reply, and of an event. None means 256 MiB for a reply, and 32 MiB for an event."""
    clock: Clock = SYSTEM_CLOCK
    additions: Additions = NOTHING


def positive(seconds: Any, argument: str) -> float:
    """The argument, which is a number of seconds above zero; infinity for no limit.

    Raises:
        ConfigurationError: It is something else.
    """
    if not is_number(seconds) or not seconds > 0:
        raise ConfigurationError(f"{argument} must be a positive number of seconds, got {seconds!r:.100}")
    return float(seconds)
