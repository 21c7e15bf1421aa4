"""The mock behind the recorder, then its recording replayed: replies, streams and faults are the same byte for byte."""

from __future__ import annotations

import contextlib
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import httpx
import pytest
from tests.contract.support.loaded_spec import contract
from tests.contract.support.target import Target

from quant_ai_contract.samples import samples
from quant_ai_mock import Organisation

from .support.recordings_made import recording

FAULTS = ("drop", "reset", "reset=3", "truncate", "stall=1", "malformed", "content-type")
KEPT = ("date", "transfer-encoding", "connection")


@pytest.fixture
def organisation(target: Target) -> Organisation:
    return target.mock.organisation(target.new_organisation())


def received(http: httpx.Client, method: str, target: str, headers: dict[str, str], content: bytes) -> Any:
    """What a client sees of a reply: status, headers and chunks; or that the connection broke, and after what."""
    chunks: list[bytes] = []
    status, shown = 0, {}
    try:
        with http.stream(method, target, headers=headers, content=content or None) as reply:
            status = reply.status_code
            shown = {name: value for name, value in reply.headers.items() if name not in KEPT}
            chunks += reply.iter_raw()
    except httpx.TransportError:
        shown.pop("content-length", None)
        return status, shown, "broken", b"".join(chunks)
    return status, shown, [b"".join(chunks)] if "content-length" in shown else chunks  # else reads decide the pieces


def requests(organisation: str) -> Iterator[tuple[str, str, dict[str, str], bytes, bool]]:
    """Every sample request, a few replies that are asked for, and every fault of a reply and of a stream."""
    base = f"/api/v3/organisations/{organisation}/ai"
    chat = contract().operations["chat_stream"]
    for sample in samples(contract()):
        target = sample.target.removeprefix("/..") if sample.target.startswith("/..") else f"/ai{sample.target}"
        token = {"Authorization": "Bearer test-token", **sample.headers}
        full = base.removesuffix("/ai") + target
        yield sample.operation.method, full, token, sample.content, True
        if sample.operation is chat or sample.operation.id == "models_get":
            for fault in FAULTS:
                yield sample.operation.method, full, {**token, "X-Mock-Fault": fault}, sample.content, False
    for status in (401, 429, 500):
        yield "GET", f"{base}/models", {"Authorization": "Bearer test-token", "Prefer": f"code={status}"}, b"", True


def as_of(target: Target, proxy: str, got: Any) -> Any:
    """What was received of the proxy, with the URLs that the mock has without it, and without signatures of URLs."""
    status, headers, *rest = got
    for chunks in rest:
        if isinstance(chunks, list):
            chunks[:] = [re.sub(rb"(?<=Signature=)\w+", b"REDACTED", one.replace(proxy.encode(), target.url.encode()))
                         for one in chunks]  # fmt: skip
            if "content-length" in headers:
                headers["content-length"] = str(len(chunks[0]) or headers["content-length"])
    return (status, headers, *rest)


def test_every_operation_stream_and_fault_comes_back_byte_for_byte(
    target: Target, organisation: Organisation, tmp_path: Path
) -> None:
    sent = list(requests(organisation.name))
    with contextlib.ExitStack() as stack:
        made = stack.enter_context(recording(target.url, tmp_path / "traffic.har"))
        http = stack.enter_context(httpx.Client(base_url=made.url, timeout=30, headers={"Accept-Encoding": "identity"}))
        recorded = [received(http, *one[:4]) for one in sent]
        text = made.file.read_text("utf-8")
    operations = {verdict.operation for verdict in made.verdicts}
    assert set(contract().operations) <= operations
    assert "test-token" not in text
    assert organisation.replay(made.file, only=True) == len(sent)
    with httpx.Client(base_url=target.url, timeout=30, headers={"Accept-Encoding": "identity"}) as http:
        for (method, path, headers, content, _), expected in zip(sent, recorded, strict=True):
            plain = {name: value for name, value in headers.items() if name not in ("X-Mock-Fault", "Prefer")}
            assert received(http, method, path, plain, content) == as_of(target, made.url, expected), (method, path)
    assert organisation.unused() == []


def test_what_the_mock_says_has_no_findings(target: Target, organisation: Organisation, tmp_path: Path) -> None:
    with recording(target.url, tmp_path / "traffic.har") as made, httpx.Client(base_url=made.url, timeout=30) as http:
        for method, path, headers, content, is_valid in requests(organisation.name):
            if is_valid:
                received(http, method, path, headers, content)
    assert made.errors == []
