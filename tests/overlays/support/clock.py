"""Clocks that tests control."""

from __future__ import annotations

from quant_ai import Clock
from quant_ai_mock.testing import Organisation


class FakeClock(Clock):
    """A clock on which time passes only by sleeping. It records what was slept."""

    def __init__(self) -> None:
        self.now = 1000.0
        self.slept: list[float] = []
        self.draw = 1.0

    def monotonic(self) -> float:
        return self.now

    def time(self) -> float:
        return 1_700_000_000.0 + self.now

    def random(self) -> float:
        return self.draw

    def sleep(self, seconds: float) -> None:
        self.slept.append(seconds)
        self.now += seconds

    async def sleep_async(self, seconds: float) -> None:
        self.sleep(seconds)


class SharedClock(FakeClock):
    """The clock of a client and of the mock server: when the client sleeps, the server's time passes too."""

    def __init__(self, mock: Organisation) -> None:
        super().__init__()
        self.mock = mock
        mock.freeze(self.time())

    def sleep(self, seconds: float) -> None:
        super().sleep(seconds)
        self.mock.advance(seconds)
