"""Objects that belong to one event loop each, while several threads ask for them."""

from __future__ import annotations

import asyncio
import gc
import sys
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


@pytest.mark.parametrize("explicit", [True, False])
def test_a_loop_that_does_not_close_generators_leaves_its_object_to_close(explicit: bool) -> None:
    """nest_asyncio's loop does not, and the garbage collector would await in the midst of any task."""
    closed: list[Closing] = []

    class Noted(Closing):
        async def aclose(self) -> None:
            await asyncio.sleep(0)
            closed.append(self)

    async def main() -> None:
        sys.set_asyncgen_hooks(None, None)
        bound = loop_bound.LoopBound(Noted)
        value = await bound.here()
        assert await bound.here() is value
        if explicit:
            await bound.aclose()
        del bound
        gc.collect()
        assert closed == ([value] if explicit else [])

    asyncio.run(main())
