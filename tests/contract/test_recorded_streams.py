"""The client reads every recorded stream, however its bytes are cut, and raises what it should at its end."""

from __future__ import annotations

import asyncio
import re
from collections.abc import AsyncIterator, Mapping
from typing import Any

import httpx
import pytest

from quant_ai import AsyncQuantAI, QuantAI, StreamError, StreamIncompleteError
from quant_ai_contract.contract_operations import EVENT_STREAM

from .support.client_names import bound
from .support.loaded_spec import contract
from .support.recordings import call_for, is_stream, load_recordings
from .support.tested_client import wire_form

STREAMS = [entry for entry in load_recordings(contract()) if is_stream(entry)]
each_stream = pytest.mark.parametrize("entry", STREAMS, ids=lambda entry: entry["file"])
OPTIONS: dict[str, Any] = {"token": "t", "organisation": "acme", "max_retries": 0}

StreamResult = tuple[list[str], str, StreamError | None]
"""The kinds of the events, their text, and the error at the end."""


@each_stream
@pytest.mark.parametrize("size", [1, 2, 3, 7, 4096])
def test_a_recorded_stream_is_read_alike_however_it_is_cut(entry: dict[str, Any], size: int) -> None:
    assert_as_recorded(entry, read_stream(entry, size))


@each_stream
def test_a_recorded_stream_is_read_alike_in_async(entry: dict[str, Any]) -> None:
    assert_as_recorded(entry, asyncio.run(read_stream_async(entry)))


def read_stream(entry: Mapping[str, Any], size: int) -> StreamResult:
    def handler(_: httpx.Request) -> httpx.Response:
        return httpx.Response(entry["status"], headers={"content-type": EVENT_STREAM}, content=iter(cut(entry, size)))

    client = QuantAI(http_client=httpx.Client(transport=httpx.MockTransport(handler)), **OPTIONS)
    method, positional, keyword = bound(client, contract(), call_for(contract(), entry))
    kinds: list[str] = []
    text = ""
    try:
        with method(*positional, **keyword) as stream:
            for event in stream:
                kinds.append(kind_of(event))
                text += text_of(event)
    except StreamError as error:
        return kinds, text, error
    return kinds, text, None


async def read_stream_async(entry: Mapping[str, Any]) -> StreamResult:
    async def body() -> AsyncIterator[bytes]:
        for chunk in cut(entry, 5):
            yield chunk

    def handler(_: httpx.Request) -> httpx.Response:
        return httpx.Response(entry["status"], headers={"content-type": EVENT_STREAM}, content=body())

    kinds: list[str] = []
    text = ""
    async with httpx.AsyncClient(transport=httpx.MockTransport(handler)) as http:
        client = AsyncQuantAI(http_client=http, **OPTIONS)
        method, positional, keyword = bound(client, contract(), call_for(contract(), entry))
        try:
            async with method(*positional, **keyword) as stream:
                async for event in stream:
                    kinds.append(kind_of(event))
                    text += text_of(event)
        except StreamError as error:
            return kinds, text, error
    return kinds, text, None


def cut(entry: Mapping[str, Any], size: int) -> list[bytes]:
    """The bytes of a recording in chunks of this size."""
    raw = entry["path"].read_bytes()
    return [raw[start : start + size] for start in range(0, len(raw), size)]


def kind_of(event: Any) -> str:
    """The kind of a typed event: an unknown event has its name, the others have it in their class."""
    name = getattr(event, "event", None)
    if name:
        return str(name)
    return re.sub(r"(?<!^)([A-Z])", r"_\1", type(event).__name__.removesuffix("Event")).lower()


def text_of(event: Any) -> str:
    if kind_of(event) != "content":
        return ""
    wire = wire_form(event)
    return str(next((wire[key] for key in ("delta", "content", "text") if key in wire), ""))


def assert_as_recorded(entry: Mapping[str, Any], result: StreamResult) -> None:
    kinds, text, failure = result
    assert kinds == [kind for kind in entry["events"] if kind != "error"]
    assert text == entry["text"]
    ends = entry.get("ends", "well")
    if ends == "well":
        assert failure is None, repr(failure)
    elif ends == "incomplete":
        assert isinstance(failure, StreamIncompleteError), repr(failure)
    else:
        assert ends == "failed"
        assert failure is not None
        assert "Model stream failed" in str(failure)
