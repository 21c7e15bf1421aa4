"""A run with one tool, by a client of any kind."""

from __future__ import annotations

import asyncio
from typing import Any

import pytest

from quant_ai import Run

from .clients import async_client, sync_client
from .clock import FakeClock
from .raw_server import RawServer

HOW: Any = [{"role": "user", "content": "How is it?"}]
every_way = pytest.mark.parametrize("via", ["execution", "reply", "stream"])


def get_weather(city: str, days: int = 1) -> dict[str, Any]:
    """Get the current weather for a city."""
    return {"city": city, "sky": "clear", "days": days}


async def run(kind: str, server: RawServer, clock: FakeClock, tools: Any, **options: Any) -> Run:
    """Run a chat with tools, by a client of a kind."""
    options = {"model_id": "nova", "messages": HOW, **options}
    if kind == "sync":
        with sync_client(server.url, clock=clock) as client:
            return await asyncio.to_thread(client.chat.run, tools=tools, **options)
    async with async_client(server.url, clock=clock) as other:
        return await other.chat.run(tools=tools, **options)
