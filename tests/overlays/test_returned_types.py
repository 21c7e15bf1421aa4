"""What methods return are the exported classes, with all that those promise."""

from __future__ import annotations

import copy
import inspect
import pickle
from typing import Any

import httpx
import pytest

import quant_ai
from quant_ai import AsyncJob, AsyncPage, AsyncPaginator, AsyncStream, Job, Page, Stream, Unknown, UnknownEvent

from .support.clients import client_of, unwrapped

pytestmark = pytest.mark.anyio

REPLY = {"files": [], "requestId": "req-1", "pollUrl": "/chat/executions/req-1", "status": "queued"}
CHAT: dict[str, Any] = {"model_id": "m", "messages": []}


def answer(request: httpx.Request) -> httpx.Response:
    return httpx.Response(202 if request.url.path.endswith("/chat") else 200, json=REPLY)


async def test_methods_return_instances_of_the_exported_classes(kind: str) -> None:
    async with client_of(kind, answer) as client:
        assert isinstance(unwrapped(client.chat.stream(**CHAT)), (Stream, AsyncStream))
        assert type(unwrapped(await client.chat.start(**CHAT))) in (Job, AsyncJob)
        assert type(unwrapped(client.chat.job("req-1"))) in (Job, AsyncJob)
        assert type(unwrapped(client.files.list())) in (Page, AsyncPaginator)
        assert type(unwrapped(await client.files.list())) in (Page, AsyncPage)


@pytest.mark.parametrize("name", ["Job", "AsyncJob", "Page", "AsyncPage", "AsyncPaginator", "Stream", "AsyncStream"])
def test_every_public_member_of_an_exported_class_has_a_docstring(name: str) -> None:
    exported = getattr(quant_ai, name)
    assert inspect.getdoc(exported)
    members = {member: value for member, value in inspect.getmembers(exported) if not member.startswith("_")}
    assert [member for member, value in members.items() if not inspect.getdoc(value)] == []


async def test_a_job_has_an_id_and_says_in_one_line_why_it_is_not_pickled(kind: str) -> None:
    async with client_of(kind, answer) as client:
        job = unwrapped(await client.chat.start(**CHAT))
    assert (job.id, job.reply.request_id) == ("req-1", "req-1")
    assert repr(job) == f"{type(job).__name__}('req-1')"
    assert copy.copy(job) is copy.deepcopy(job) is job
    with pytest.raises(TypeError, match=r"cannot be pickled; its id is enough in another process$"):
        pickle.dumps(job)


def test_unknown_events_are_equal_if_name_and_data_are_and_can_be_pickled() -> None:
    event = UnknownEvent({"a": 1}, "new", '{"a": 1}')
    assert event == UnknownEvent({"a": 1}, "new", '{"a": 1}')
    assert event != UnknownEvent({"a": 1}, "newer", '{"a": 1}')
    assert event != UnknownEvent({"a": 1}, "new", '{"a":1}')
    assert event != Unknown({"a": 1})
    assert pickle.loads(pickle.dumps(event)) == event
