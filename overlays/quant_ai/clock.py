"""The time, sleeping and random numbers behind one object, so that tests can replace them."""

from __future__ import annotations

import random
import time


class Clock:
    """The system's clock. To test code that waits, pass a subclass as `clock=`."""

    def monotonic(self) -> float:
        """Seconds that never go back; deadlines are measured with them."""
        return time.monotonic()

    def time(self) -> float:
        """Seconds since 1970; a Retry-After date is compared with them."""
        return time.time()

    def random(self) -> float:
        """A random number from 0 up to 1, for jitter."""
        return random.random()

    def sleep(self, seconds: float) -> None:
        """Sleep, in the sync client.

        Args:
            seconds: For how many seconds.
        """
        time.sleep(seconds)

    async def sleep_async(self, seconds: float) -> None:
        """Sleep, in the async client.

        Args:
            seconds: For how many seconds.
        """
        import anyio

        await anyio.sleep(seconds)


SYSTEM_CLOCK = Clock()
