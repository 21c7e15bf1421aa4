"""Close responses that were dropped instead of closed.

A response may be dropped at any moment. If it is part of a reference cycle, the collector may find it while httpcore
holds the lock of a pool, and closing the response would wait for that lock for ever. So `__del__` only closes the
socket, which takes no lock, and leaves the rest for the next call.
"""

from __future__ import annotations

from collections import deque
from contextlib import suppress
from typing import TYPE_CHECKING, Any, Final

from .event_loops import is_asyncio

if TYPE_CHECKING:
    import asyncio

    import httpx

DROP: Final = "quant_ai.drop"
"""The extension of a response that gives up its connection without I/O."""

_discarded: Final[deque[Any]] = deque(maxlen=10_000)


def discard(response: httpx.Response) -> None:
    """Close the connection of a response of the sync client; for `__del__`."""
    if response.is_closed:
        return
    _discarded.append(response)
    stream = response.extensions.get("network_stream")
    if stream is not None:
        with suppress(Exception):
            stream.close()


def close_discarded() -> None:
    """Close what was discarded; for the next call."""
    while _discarded:
        try:
            response = _discarded.popleft()
        except IndexError:  # another thread was faster
            return
        with suppress(Exception):
            response.close()


def discard_async(response: httpx.Response, loop: Any) -> None:
    """Close the connection of a response of the async client in its event loop; for `__del__`, in any thread."""
    if response.is_closed:
        return
    with suppress(Exception):  # the loop has ended, and has closed its connections
        if is_asyncio(loop):
            loop.call_soon_threadsafe(_close_in_task, response)
        else:
            loop.run_sync_soon(_close_socket, response)


_closing: Final[set[asyncio.Task[None]]] = set()


def _close_in_task(response: httpx.Response) -> None:
    import asyncio

    task = asyncio.ensure_future(_close(response))
    _closing.add(task)
    task.add_done_callback(_closing.discard)


async def _close(response: httpx.Response) -> None:
    with suppress(Exception):
        await response.aclose()


def _close_socket(response: httpx.Response) -> None:
    """Close a response without a task, which trio runs in nurseries only."""
    stream = response.extensions.get("network_stream")
    if stream is not None:
        stream.get_extra_info("socket").close()
    drop = response.extensions.get(DROP)
    if drop is not None:
        drop()
