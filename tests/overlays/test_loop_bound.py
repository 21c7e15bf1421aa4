"""Objects that belong to one event loop each, while several threads ask for them."""

from __future__ import annotations

import asyncio
from typing import Any

import pytest

from quant_ai.http import loop_bound


class Closing:
    async def aclose(self) -> None:
        pass


def test_another_thread_may_remove_what_an_ended_loop_has_left(monkeypatch: pytest.MonkeyPatch) -> None:
    bound = loop_bound.LoopBound(Closing)
    first = asyncio.run(bound.here())

    def ended_and_removed(loop: Any) -> bool:
        bound._all.clear()
        return True

    monkeypatch.setattr(loop_bound, "has_ended", ended_and_removed)
    assert asyncio.run(bound.here()) is not first
