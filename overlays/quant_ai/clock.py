"""What tells the time, waits and rolls the dice: one object, so that tests can move it."""

from __future__ import annotations

import random
import time


class Clock:
    """The system's clock. Subclass it to test code that waits without waiting, and pass it as `clock=`."""

    def monotonic(self) -> float:
        """Seconds that only ever grow; what deadlines are measured in."""
        return time.monotonic()

    def time(self) -> float:
        """Seconds since 1970; what a Retry-After date is measured against."""
        return time.time()

    def random(self) -> float:
        """A number from 0 up to 1, for jitter."""
        return random.random()

    def sleep(self, seconds: float) -> None:
        """Wait, in the sync client."""
        time.sleep(seconds)

    async def sleep_async(self, seconds: float) -> None:
        """Wait, in the async client."""
        import anyio

        await anyio.sleep(seconds)


SYSTEM_CLOCK = Clock()
