"""A clock for clients under test: they wait by the mock's clock, so that waiting takes no time."""

from __future__ import annotations

import random
import threading
import time

from quant_ai import Clock

from .testing import Organisation


class MockClock(Clock):
    """The clock of an organisation of the mock server, as a client's clock.

    Where the client would sleep, between polls or before a retry, this clock moves the organisation's clock forward
    instead. Deadlines see the time that was skipped. Only sleeping is skipped: what the server sends slowly, it sends
    slowly.

        QuantAI(base_url=acme.url, token=acme.token, organisation=acme.name, clock=MockClock(acme))
    """

    def __init__(self, organisation: Organisation) -> None:
        self._organisation = organisation
        self._skipped = 0.0
        self._lock = threading.Lock()
        self._random = random.Random(organisation.name)

    def monotonic(self) -> float:
        """Seconds that never go back, with those that were skipped."""
        return time.monotonic() + self._skipped

    def time(self) -> float:
        """The time of the organisation, in seconds since 1970."""
        return self._organisation.now()

    def random(self) -> float:
        """A random number from 0 up to 1, the same in every run."""
        return self._random.random()

    def sleep(self, seconds: float) -> None:
        """Move the organisation's clock forward.

        Args:
            seconds: By how many seconds.
        """
        self._skip(self._skipped + seconds)

    async def sleep_async(self, seconds: float) -> None:
        """Move the organisation's clock forward.

        Args:
            seconds: By how many seconds.
        """
        import anyio

        self._skip(self._skipped + seconds)
        await anyio.lowlevel.checkpoint()

    def _skip(self, end: float) -> None:
        with self._lock:  # of several threads that sleep at once, the first moves the clock for all
            seconds = end - self._skipped
            if seconds > 0:
                self._organisation.advance(seconds)
                self._skipped += seconds
