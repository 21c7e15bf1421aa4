"""Identify the running event loop, asyncio's or trio's. Neither is imported before it runs."""

from __future__ import annotations

import sys
from typing import Any


def current_loop() -> Any:
    """The event loop that runs here: asyncio's loop, or trio's token.

    Raises:
        RuntimeError: None runs here.
    """
    import asyncio

    try:
        return asyncio.get_running_loop()
    except RuntimeError:
        trio = sys.modules.get("trio")
        if trio is None:
            raise
        return trio.lowlevel.current_trio_token()


def is_asyncio(loop: Any) -> bool:
    """Whether an event loop is asyncio's."""
    return hasattr(loop, "call_soon_threadsafe")


def has_ended(loop: Any) -> bool:
    """Whether an event loop is no longer running."""
    if is_asyncio(loop):
        return bool(loop.is_closed())
    try:
        loop.run_sync_soon(_nothing)
    except sys.modules["trio"].RunFinishedError:
        return True
    return False


def _nothing() -> None:
    return None
