"""What an upload sends, how a file is read, and which media type it has; without a network."""

from __future__ import annotations

import base64
import io
import json
from pathlib import Path
from typing import Any

import httpx
import pytest

from quant_ai import MediaError
from quant_ai.resources import async_files, files
from quant_ai.resources.local_files import chunks, media_type

from .support.clients import client_of

pytestmark = pytest.mark.anyio

OPTIONS: dict[str, Any] = {"filename": "a.bin", "content_type": "application/x-own", "metadata": {"tags": ["a"]}}
DECLARED = {"filename": "a.bin", "contentType": "application/x-own", "metadata": {"tags": ["a"]}}


@pytest.mark.parametrize("by_path", [False, True])
@pytest.mark.parametrize("size", [8, 9])
async def test_a_file_is_sent_with_all_that_was_given(
    kind: str, size: int, by_path: bool, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for module in (files, async_files):
        monkeypatch.setattr(module, "MAX_INLINE_SIZE", 8)
    data, seen = bytes(range(size)), list[Any]()
    (tmp_path / "x").write_bytes(data)

    async def handler(request: httpx.Request) -> httpx.Response:
        return answer(request, await request.aread())

    def answer(request: httpx.Request, body: bytes) -> httpx.Response:
        seen.append(json.loads(body) if request.method == "POST" else (body, request.headers["content-type"]))
        return httpx.Response(200, json={"fileId": "f-1", "uploadUrl": "/place"})

    service: Any = handler if kind == "async" else lambda request: answer(request, request.read())
    async with client_of(kind, service) as client:
        if by_path:
            stored = await client.files.upload_path(tmp_path / "x", **OPTIONS)
        else:
            stored = await client.files.upload_bytes(data, **OPTIONS)
    assert stored.file_id == "f-1"
    if size == 8:
        assert seen == [{**DECLARED, "content": base64.b64encode(data).decode()}]
    else:
        assert seen == [{**DECLARED, "requestUploadUrl": True, "size": 9}, (data, "application/x-own")]


@pytest.mark.parametrize(
    ("start", "name", "expected"),
    [
        (b"\x89PNG\r\n\x1a\n", "a.txt", "image/png"),
        (b"%PDF-", "a", "application/pdf"),
        (b"# Notes", "a.MD", "text/markdown"),
        (b"a: 1", "a.yml", "text/yaml"),
        (b"a: 1", "a.txt", "text/plain"),
        (b"\x00\x00\x00\x18ftypqt  ", "a.mov", "video/quicktime"),
        (b"\x1f\x8b", "a.txt", "application/gzip"),
        (b"BZh9", "a.json.bz2", None),
        (b"???", "a", None),
        (b"???", "a.bin.qqq", None),
    ],
)
@pytest.mark.parametrize("by_path", [False, True])
def test_the_media_type_is_found_from_the_content_or_else_from_the_name(
    start: bytes, name: str, expected: str | None, by_path: bool, tmp_path: Path
) -> None:
    (tmp_path / "x").write_bytes(start)
    source = tmp_path / "x" if by_path else start
    if expected is not None:
        assert media_type(source, name) == expected
        return
    with pytest.raises(MediaError) as caught:
        media_type(source, name)
    assert str(caught.value) == f"the media type of {name!r} is unknown; pass content_type="


def test_a_file_is_never_read_as_a_whole(monkeypatch: pytest.MonkeyPatch) -> None:
    sizes: list[int] = []

    class Large(io.BytesIO):
        def read(self, size: int | None = -1) -> bytes:
            assert size is not None
            sizes.append(size)
            return super().read(size)

    data = b"%PDF-" + bytes(1_000_000)
    monkeypatch.setattr(Path, "open", lambda path, mode: Large(data))
    assert media_type(Path("a.pdf"), "a.pdf") == "application/pdf"
    assert b"".join(chunks(Path("a.pdf"), len(data))) == data
    assert 0 < min(sizes) <= max(sizes) < 300_000


async def test_an_open_file_is_no_path(kind: str) -> None:
    async with client_of(kind, lambda request: httpx.Response(500)) as client:
        with pytest.raises(MediaError) as caught:
            await client.files.upload_path(io.BytesIO(b"a"))
    assert str(caught.value) == "upload_path takes a path; for an open file there is upload_bytes"
