"""Whatever a service streams: events are read as far as possible, or it is a QuantAIError; never another exception."""

from __future__ import annotations

import contextlib
import copy
import importlib
import json
import pickle
import random
from collections.abc import Iterator
from typing import Any

import pytest
from tests.committed_spec import committed_spec

from openapi.spec_operation import STREAM
from quant_ai import QuantAIError, models
from quant_ai_client.operation import EventTypes

from .support.mutations import JUNK, mutated
from .support.streams import event_reader

SPEC = committed_spec()

Frame = dict[str, Any]


def streams() -> Iterator[tuple[str, EventTypes, list[Frame]]]:
    """Every stream of the spec, with the events of its examples."""
    for operation in SPEC.operations:
        media = operation.responses.get("200") and operation.responses["200"].content.get(STREAM)
        if media:
            module = importlib.import_module(f"quant_ai_client.api.{operation.resource}.{operation.module}")
            frames = [example["value"] for example in media["examples"].values()]
            found = [{**each, "data": json.loads(each["data"])} for each in frames if each["data"][0] == "{"]
            yield operation.id, module.STREAM.events, found


def written(frame: Frame, dice: random.Random) -> bytes:
    """An event as bytes; its parts may be missing, misspelt or cut off."""
    data = json.dumps(frame["data"])
    if dice.random() < 0.1:
        data = data[: dice.randint(0, len(data))]
    lines = [f"{key}: {frame[key]}" for key in ("id", "event") if key in frame and dice.random() < 0.8]
    lines.append(f"data: {data}" if dice.random() < 0.95 else "data")
    end = dice.choice(["\n", "\r\n"])
    return end.join([*lines, "", ""]).encode(errors="surrogatepass")


def changed(frames: list[Frame], dice: random.Random) -> list[Frame]:
    """The events, some of them with changes, twice, not at all, or under another's name."""
    found = []
    for frame in frames:
        if dice.random() < 0.2:
            continue
        other = dict(frame)
        if dice.random() < 0.5:
            other["data"] = mutated(frame["data"], dice)
        if dice.random() < 0.1:
            other["event"] = dice.choice(["", "message", "news", "ping", dice.choice(frames).get("event", "x")])
        if dice.random() < 0.05:
            other["data"] = dice.choice(JUNK)
        found += [other] * dice.choice([1, 1, 1, 2])
    return found


@pytest.mark.parametrize(("types", "frames"), [case[1:] for case in streams()], ids=[case[0] for case in streams()])
@pytest.mark.parametrize("strict", [False, True])
def test_no_stream_raises_anything_but_a_quant_ai_error(types: EventTypes, frames: list[Frame], strict: bool) -> None:
    dice = random.Random(f"{types.reply} {strict}")
    read = 0
    for _ in range(200):
        content = b"".join(written(frame, dice) for frame in changed(frames, dice))
        if types.done_mark and dice.random() < 0.5:
            content += f"data: {types.done_mark}\n\n".encode()
        cuts = sorted(dice.randint(0, len(content)) for _ in range(dice.randint(0, 3)))
        chunks = [content[start:end] for start, end in zip([0, *cuts], [*cuts, len(content)], strict=True)]
        reader = event_reader(types, getattr(models, types.reply or ""), strict=strict)
        events: list[Any] = []
        with contextlib.suppress(QuantAIError):
            events.extend(reader.events(chunks))
            events.extend(reader.end())
        read += len(events)
        reply = reader.reply()
        assert repr(reply)
        json.dumps(reply.to_dict())
        assert pickle.loads(pickle.dumps(events)) == copy.deepcopy(events) == events
    assert read > 100
