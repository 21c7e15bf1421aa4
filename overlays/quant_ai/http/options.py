"""The options of a call, and their defaults."""

from __future__ import annotations

from typing import Final, NamedTuple

import httpx

from ..clock import SYSTEM_CLOCK, Clock
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
