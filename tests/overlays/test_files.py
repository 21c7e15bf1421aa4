"""`files.upload_path` and `upload_bytes`: small files in one request, large ones to a presigned URL."""

from __future__ import annotations

import base64
import gzip
import io
import json
import os
from pathlib import Path
from typing import Any

import anyio
import httpx
import pytest

from quant_ai import (
    MediaError,
    NotFoundError,
    PermissionDeniedError,
    ReplyError,
    models,
)
from quant_ai.resources.presigned_upload import MAX_INLINE_SIZE

from .support.clients import TOKEN, any_client, sync_client
from .support.clock import FakeClock
from .support.http_kinds import KINDS, client_of_kind, loop_of
from .support.raw_server import Connection, reply, serving

pytestmark = pytest.mark.anyio


class FileService:
    """A file store with presigned uploads, as a script for the raw server."""

    def __init__(self, put_status: int = 200) -> None:
        self.put_status = put_status

    def __call__(self, connection: Connection) -> None:
        while (request := connection.read()) is not None:
            if request.method == "PUT":
                connection.send(reply(b"", self.put_status, ""))
                self.put_status = 200 if self.put_status == 503 else self.put_status
                continue
            body = json.loads(request.body)
            value = {"fileId": "f-1", "contentType": body["contentType"], "filename": body["filename"]}
            if body.get("requestUploadUrl"):
                value["uploadUrl"] = f"{connection.server.url}/signed/f-1?signature=secret"
            connection.send(reply(json.dumps(value).encode(), 201))


async def send_file(kind: str, url: str, source: Any, clock: FakeClock, **options: Any) -> models.FileUploaded:
    async with any_client(kind, url, clock=clock) as client:
        send = client.files.upload_path if isinstance(source, Path) else client.files.upload_bytes
        stored: models.FileUploaded = await send(source, **options)
        return stored


async def test_a_small_file_goes_in_one_request(kind: str, tmp_path: Path, clock: FakeClock) -> None:
    path = tmp_path / "notes.md"
    path.write_text("# Notes")
    with serving(FileService()) as server:
        stored = await send_file(kind, server.url, path, clock, metadata={"tags": ["a"]})
        (request,) = server.requests
    assert stored.file_id == "f-1"
    assert json.loads(request.body) == {
        "contentType": "text/markdown",
        "content": base64.b64encode(b"# Notes").decode(),
        "filename": "notes.md",
        "metadata": {"tags": ["a"]},
    }


@pytest.mark.parametrize("by_path", [True, False])
async def test_a_big_file_goes_the_presigned_way_without_the_token(
    kind: str, by_path: bool, tmp_path: Path, clock: FakeClock
) -> None:
    data = b"\0\0\0\x18ftypisom" + bytes(7 * 1024 * 1024)
    path = tmp_path / "tour.mp4"
    path.write_bytes(data)
    with serving(FileService(put_status=503)) as server:
        source: Any = path if by_path else data
        stored = await send_file(kind, server.url, source, clock, filename="tour.mp4")
        reservation, *puts = server.requests
    assert stored.file_id == "f-1"
    assert json.loads(reservation.body) == {
        "contentType": "video/mp4",
        "requestUploadUrl": True,
        "size": len(data),
        "filename": "tour.mp4",
    }
    assert [put.body == data for put in puts] == [True, True]  # the first was refused temporarily
    assert puts[0].target == "/signed/f-1?signature=secret"
    assert puts[0].headers["content-type"] == "video/mp4"
    assert "authorization" not in puts[0].headers
    assert TOKEN not in repr(puts)


async def test_a_refused_upload_is_an_error_without_the_signature(kind: str, clock: FakeClock) -> None:
    data = b"%PDF-" + bytes(7 * 1024 * 1024)
    with serving(FileService(put_status=403)) as server, pytest.raises(PermissionDeniedError) as caught:
        await send_file(kind, server.url, data, clock, filename="a.pdf")
    assert "secret" not in str(caught.value)


@pytest.mark.parametrize("http", KINDS)
@pytest.mark.parametrize("more", [5, -5])
def test_a_file_that_changes_while_it_is_sent_is_an_error(http: str, more: int, tmp_path: Path) -> None:
    path = tmp_path / "a.pdf"
    path.write_bytes(b"%PDF-" + bytes(MAX_INLINE_SIZE))

    class Changing(FileService):
        def __call__(self, connection: Connection) -> None:
            os.truncate(path, MAX_INLINE_SIZE + 5 + more)
            super().__call__(connection)

    async def main(url: str) -> None:
        async with client_of_kind(http, url, timeout=5) as client:
            with pytest.raises(MediaError, match=r"^a\.pdf was changed while it was sent"):
                await client.files.upload_path(path)

    with serving(Changing()) as server:
        anyio.run(main, server.url, backend=loop_of(http))


async def test_an_error_of_the_store_is_told_in_its_words(kind: str, clock: FakeClock) -> None:
    class Expired(FileService):
        def __call__(self, connection: Connection) -> None:
            request = connection.read()
            if request is not None and request.method == "PUT":
                body = b"<?xml?><Error><Code>AccessDenied</Code><Message>Request has expired</Message></Error>"
                connection.send(reply(body, 403, "application/xml"))
            else:
                place = {"fileId": "f-1", "uploadUrl": f"{connection.server.url}/signed"}
                connection.send(reply(json.dumps(place).encode(), 201, headers={"Connection": "close"}))

    data = b"%PDF-" + bytes(MAX_INLINE_SIZE)
    with serving(Expired()) as server, pytest.raises(PermissionDeniedError) as caught:
        await send_file(kind, server.url, data, clock, filename="a.pdf")
    assert str(caught.value) == "PUT (upload URL) answered 403: Request has expired"
    assert caught.value.code == "AccessDenied"


async def test_an_upload_url_that_redirects_is_not_followed(kind: str, clock: FakeClock) -> None:
    data = b"%PDF-" + bytes(7 * 1024 * 1024)

    class Redirecting(FileService):
        def __call__(self, connection: Connection) -> None:
            request = connection.read()
            if request is not None and request.method == "PUT":
                connection.send(reply(b"", 307, "", {"Location": "/elsewhere", "Connection": "close"}))
            else:
                place = {"fileId": "f-1", "contentType": "application/pdf", "filename": "a.pdf"}
                place["uploadUrl"] = f"{connection.server.url}/signed"
                connection.send(reply(json.dumps(place).encode(), 201, headers={"Connection": "close"}))

    with serving(Redirecting()) as server:
        with pytest.raises(ReplyError, match="redirects"):
            await send_file(kind, server.url, data, clock, filename="a.pdf")
        assert "/elsewhere" not in [request.target for request in server.requests]


async def test_a_file_of_unknown_type_needs_a_content_type(kind: str, tmp_path: Path, clock: FakeClock) -> None:
    path = tmp_path / "thing.qqq"
    path.write_bytes(b"???")
    with serving(FileService()) as server:
        with pytest.raises(MediaError, match="content_type="):
            await send_file(kind, server.url, path, clock)
        assert (await send_file(kind, server.url, path, clock, content_type="text/plain")).file_id == "f-1"


@pytest.mark.parametrize("form", [bytes, bytearray, memoryview, io.BytesIO])
async def test_bytes_come_in_every_form(kind: str, form: Any, clock: FakeClock) -> None:
    with serving(FileService()) as server:
        await send_file(kind, server.url, form(b"# Notes"), clock, filename="notes.md")
        (request,) = server.requests
    assert json.loads(request.body)["content"] == base64.b64encode(b"# Notes").decode()


async def test_an_open_file_is_read_from_its_position(kind: str, tmp_path: Path, clock: FakeClock) -> None:
    path = tmp_path / "notes.md"
    path.write_bytes(b"# Notes")
    with serving(FileService()) as server, path.open("rb") as file:
        file.seek(2)
        await send_file(kind, server.url, file, clock, filename="notes.md")
        (request,) = server.requests
    assert json.loads(request.body)["content"] == base64.b64encode(b"Notes").decode()


async def test_a_big_open_file_goes_the_presigned_way(kind: str, clock: FakeClock) -> None:
    data = b"%PDF-" + bytes(7 * 1024 * 1024)
    with serving(FileService(put_status=503)) as server:
        await send_file(kind, server.url, io.BytesIO(data), clock, filename="a.pdf")
        assert [put.body == data for put in server.requests[1:]] == [True, True]


class AsyncFile:
    """Such as Starlette's UploadFile."""

    async def read(self) -> bytes:
        return b"a"


def closed_file() -> io.BytesIO:
    file = io.BytesIO(b"a")
    file.close()
    return file


@pytest.mark.parametrize(
    ("data", "told"),
    [
        ("hell", r"a\.txt must be bytes or an open file, and is text; encode it, as with text\.encode\(\)"),
        (b"", r"a\.txt is empty"),
        (io.BytesIO(), r"a\.txt is empty"),
        (io.StringIO("text"), r"a\.txt is open as text; open it in binary mode"),
        (closed_file(), r"a\.txt cannot be read: I/O operation on closed file"),
        (AsyncFile(), r"a\.txt is a file that is awaited; pass its bytes, as with await file\.read\(\)"),
        (None, r"a\.txt must be bytes or an open file, and is NoneType"),
        (5, r"a\.txt must be bytes or an open file, and is int"),
    ],
)
async def test_what_is_no_content_is_refused_before_anything_is_sent(
    kind: str, data: Any, told: str, clock: FakeClock
) -> None:
    with serving(FileService()) as server:
        with pytest.raises(MediaError, match=told):
            await send_file(kind, server.url, data, clock, filename="a.txt", content_type="text/plain")
        assert server.requests == []


async def test_paths_that_are_no_files_are_refused(kind: str, tmp_path: Path, clock: FakeClock) -> None:
    (tmp_path / "empty.txt").touch()
    for path, told in ((tmp_path, "is a folder"), (tmp_path / "empty.txt", r"empty\.txt is empty")):
        with pytest.raises(MediaError, match=told):
            await send_file(kind, "http://127.0.0.1:1", path, clock)
    async with any_client(kind, "http://127.0.0.1:1") as client:
        with pytest.raises(MediaError, match="for an open file there is upload_bytes"):
            await client.files.upload_path(io.BytesIO(b"a"))
        with pytest.raises(MediaError, match="this is no path: expected str, bytes or"):
            await client.files.upload_path(5)


async def test_a_path_may_be_text_or_bytes(kind: str, tmp_path: Path, clock: FakeClock) -> None:
    path = tmp_path / "notes.md"
    path.write_text("# Notes")
    with serving(FileService()) as server:
        async with any_client(kind, server.url, clock=clock) as client:
            for form in (str(path), os.fsencode(path)):
                assert (await client.files.upload_path(form)).file_id == "f-1"


@pytest.mark.parametrize("name", ["data.json.gz", "data.tar.gz", "data"])
async def test_a_compressed_file_is_not_of_the_type_of_its_content(
    kind: str, name: str, tmp_path: Path, clock: FakeClock
) -> None:
    path = tmp_path / name
    path.write_bytes(gzip.compress(b"{}"))
    with serving(FileService()) as server:
        await send_file(kind, server.url, path, clock)
        assert json.loads(server.requests[0].body)["contentType"] == "application/gzip"


async def test_a_file_in_another_compression_needs_a_content_type(kind: str, clock: FakeClock) -> None:
    with pytest.raises(MediaError, match="content_type="):
        await send_file(kind, "http://127.0.0.1:1", b"BZh9", clock, filename="data.json.bz2")


async def test_a_file_that_is_not_there_is_pythons_own_error(kind: str, tmp_path: Path, clock: FakeClock) -> None:
    with pytest.raises(FileNotFoundError):
        await send_file(kind, "http://127.0.0.1:1", tmp_path / "nothing", clock)


def test_deleting_what_is_gone_says_so() -> None:
    gone = httpx.MockTransport(lambda _: httpx.Response(404, json={"error": "Gone"}))
    with httpx.Client(transport=gone) as mine, pytest.raises(NotFoundError, match="DELETE /files/f-1"):
        sync_client("http://x", http_client=mine).files.delete("f-1")
