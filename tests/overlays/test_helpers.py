"""Helpers for media, files, documents and embeddings."""

from __future__ import annotations

import asyncio
import base64
import io
import json
import threading
import zipfile
from array import array
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import httpx
import pytest

from quant_ai import (
    BulkUpload,
    MediaError,
    NotFoundError,
    PermissionDeniedError,
    ReplyError,
    document_block,
    image_block,
    image_bytes,
    models,
    save_images,
    video_block,
)
from quant_ai.media import MAX_SIZE, sniff

from .conftest import TOKEN, FakeClock, async_client, sync_client
from .raw_server import Connection, reply, serving

pytestmark = pytest.mark.anyio

PNG = b"\x89PNG\r\n\x1a\n" + b"\0" * 20


def office(folder: str) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        archive.writestr(f"{folder}/document.xml", "<x/>")
    return buffer.getvalue()


@pytest.mark.parametrize(
    ("data", "kind"),
    [
        (PNG, "png"),
        (b"\xff\xd8\xff\xe0", "jpeg"),
        (b"GIF89a..", "gif"),
        (b"RIFF\0\0\0\0WEBPVP8 ", "webp"),
        (b"\0\0\0\x18ftypisom", "mp4"),
        (b"\0\0\0\x14ftypqt  ", "mov"),
        (b"\x1a\x45\xdf\xa3....B\x82\x84webm", "webm"),
        (b"\x1a\x45\xdf\xa3....B\x82\x88matroska", "mkv"),
        (b"%PDF-1.7", "pdf"),
        (office("word"), "docx"),
        (office("xl"), "xlsx"),
        (office("other"), None),
        (b"hello", None),
        (b"", None),
    ],
)
def test_content_tells_what_it_is(data: bytes, kind: str | None) -> None:
    assert sniff(data) == kind


@pytest.fixture(params=["sync", "async"])
def kind(request: pytest.FixtureRequest) -> str:
    return str(request.param)


def test_blocks_are_made_of_bytes_and_paths(tmp_path: Path) -> None:
    path = tmp_path / "picture.jpg"  # the name lies
    path.write_bytes(PNG)
    expected = {"image": {"format": "png", "source": {"bytes": base64.b64encode(PNG).decode()}}}
    assert image_block(PNG).to_dict() == expected
    assert image_block(path).to_dict() == expected
    assert image_block(str(path)).to_dict() == expected
    assert video_block(b"\0\0\0\x18ftypisom").video.format == "mp4"
    assert image_block(b"raw", format="gif").image.format == "gif"


def test_documents_get_names_that_models_take(tmp_path: Path) -> None:
    path = tmp_path / "Plan_2026 (final).v2.md"
    path.write_text("# Plan")
    block = document_block(path)
    assert (block.document.format, block.document.name) == ("md", "Plan 2026 (final) v2")
    assert document_block(path, name="Plan").document.name == "Plan"
    assert document_block(b"%PDF-1.7").document.name == "document"
    assert document_block(b"a,b", format="csv").document.format == "csv"


@pytest.mark.parametrize("make", [image_block, video_block, document_block])
def test_what_is_none_of_the_kinds_is_refused(make: Any, tmp_path: Path) -> None:
    path = tmp_path / "thing.exe"
    path.write_bytes(b"MZ")
    with pytest.raises(MediaError, match=r"thing\.exe is not"):
        make(path)
    with pytest.raises(MediaError, match="empty"):
        make(b"")


def test_what_is_too_large_is_refused_before_it_is_read(tmp_path: Path) -> None:
    path = tmp_path / "big.png"
    with path.open("wb") as file:
        file.truncate(MAX_SIZE + 1)
    with pytest.raises(MediaError, match="26,214,401 bytes"):
        image_block(path)
    with pytest.raises(MediaError):
        image_block(bytes(MAX_SIZE + 1))


def test_images_are_saved_whether_plain_or_data_uris(tmp_path: Path) -> None:
    plain, jpeg = base64.b64encode(PNG).decode(), base64.b64encode(b"\xff\xd8\xff\xe0").decode()
    reply = models.ImageGenerationReply(images=[plain, f"data:image/jpeg;base64,{jpeg}", plain[:8] + "\n" + plain[8:]])
    paths = save_images(reply, tmp_path / "new", stem="tree")
    assert [path.name for path in paths] == ["tree-1.png", "tree-2.jpeg", "tree-3.png"]
    assert [path.read_bytes() for path in paths] == [PNG, b"\xff\xd8\xff\xe0", PNG]
    assert image_bytes(plain) == PNG


def test_nothing_is_saved_where_an_image_is_broken(tmp_path: Path) -> None:
    with pytest.raises(MediaError, match="base64"):
        save_images([base64.b64encode(PNG).decode(), "%%%"], tmp_path / "new")
    assert not (tmp_path / "new").exists()


class Vectors:
    """A service that embeds a text as its length, and counts what it was sent."""

    def __init__(self) -> None:
        self.batches: list[int] = []

    def __call__(self, request: httpx.Request) -> httpx.Response:
        texts = json.loads(request.content)["input"]
        self.batches.append(len(texts))
        vectors = [[float(len(text)), 0.5] for text in texts]
        return httpx.Response(200, json={"embeddings": vectors, "model": "m", "dimension": 2, "usage": {}})


async def embed(kind: str, handler: Any, texts: Any, **options: Any) -> Any:
    if kind == "sync":
        with httpx.Client(transport=httpx.MockTransport(handler)) as mine:
            return sync_client("http://x", http_client=mine).embeddings.create_many(texts, **options)
    async with httpx.AsyncClient(transport=httpx.MockTransport(handler)) as mine_too:
        return await async_client("http://x", http_client=mine_too).embeddings.create_many(texts, **options)


@pytest.mark.parametrize("count", [0, 1, 96, 97, 1000])
async def test_embeddings_of_any_number_keep_their_order(kind: str, count: int) -> None:
    handler = Vectors()
    vectors = await embed(kind, handler, ("x" * (number % 50) for number in range(count)))
    assert vectors == [[float(number % 50), 0.5] for number in range(count)]
    assert sum(handler.batches) == count
    assert max(handler.batches, default=0) <= 96


async def test_embeddings_can_be_packed(kind: str) -> None:
    assert await embed(kind, Vectors(), ["a", "bb"], packed=True) == [array("f", [1, 0.5]), array("f", [2, 0.5])]


async def test_one_text_is_not_taken_for_many(kind: str) -> None:
    with pytest.raises(TypeError, match="create"):
        await embed(kind, Vectors(), "hello")


async def test_a_reply_that_lacks_vectors_is_an_error(kind: str) -> None:
    def short(request: httpx.Request) -> httpx.Response:
        return httpx.Response(200, json={"embeddings": [[1.0]], "model": "m", "dimension": 1, "usage": {}})

    with pytest.raises(ReplyError, match="2 texts"):
        await embed(kind, short, ["a", "b"])


async def test_an_error_of_one_batch_is_raised_by_itself(kind: str) -> None:
    def refusing(request: httpx.Request) -> httpx.Response:
        return httpx.Response(403, json={"message": "No"})

    with pytest.raises(PermissionDeniedError):
        await embed(kind, refusing, ["x"] * 500)


class Store:
    """A collection that takes documents, but for those that are called bad."""

    def __init__(self, blames: bool) -> None:
        self.blames = blames
        self.stored: list[str] = []
        self.sizes: list[int] = []

    def __call__(self, request: httpx.Request) -> httpx.Response:
        documents = json.loads(request.content)["documents"]
        self.sizes.append(len(documents))
        bad = [place for place, document in enumerate(documents) if document["content"] == "bad"]
        if bad:
            errors = {f"documents.{place}.content": ["It is bad."] for place in bad} if self.blames else {}
            return httpx.Response(422, json={"message": "No", "errors": errors})
        self.stored += [document["content"] for document in documents]
        ids = [f"d-{document['content']}" for document in documents]
        return httpx.Response(200, json={"success": True, "documentIds": ids, "chunksCreated": 2 * len(ids)})


async def upload(kind: str, store: Any, documents: Any, **options: Any) -> BulkUpload:
    if kind == "sync":
        with httpx.Client(transport=httpx.MockTransport(store)) as mine:
            return sync_client("http://x", http_client=mine).vector_db.upload_many("c-1", documents, **options)
    async with httpx.AsyncClient(transport=httpx.MockTransport(store)) as mine_too:
        client = async_client("http://x", http_client=mine_too)
        return await client.vector_db.upload_many("c-1", documents, **options)


def documents(count: int, *bad: int) -> list[dict[str, str]]:
    return [{"content": "bad" if number in bad else str(number)} for number in range(count)]


@pytest.mark.parametrize("count", [0, 1, 100, 101, 950])
async def test_documents_are_uploaded_in_batches_of_a_hundred(kind: str, count: int) -> None:
    store = Store(blames=True)
    progress: list[tuple[int, int]] = []
    done = await upload(kind, store, iter(documents(count)), on_progress=lambda *numbers: progress.append(numbers))
    assert done.ok
    assert (done.uploaded, done.chunks_created, len(done.document_ids)) == (count, 2 * count, count)
    assert sorted(store.stored, key=int) == [str(number) for number in range(count)]
    assert max(store.sizes, default=0) <= 100
    assert [numbers[0] for numbers in progress] == sorted(numbers[0] for numbers in progress)
    assert count == 0 or progress[-1] == (count, 0)


async def test_documents_that_the_service_names_fail_alone(kind: str) -> None:
    store = Store(blames=True)
    done = await upload(kind, store, documents(250, 7, 180))
    assert not done.ok
    assert done.uploaded == 248
    assert [(failure.index, failure.document["content"]) for failure in done.failures] == [(7, "bad"), (180, "bad")]


async def test_a_batch_without_a_culprit_fails_whole_and_stops_no_other(kind: str) -> None:
    done = await upload(kind, Store(blames=False), documents(250, 180))
    assert done.uploaded == 150
    assert [failure.index for failure in done.failures] == list(range(100, 200))
    assert "422" in str(done.failures[0].error)


async def test_a_batch_cannot_be_larger_than_the_service_takes(kind: str) -> None:
    with pytest.raises(ValueError, match="batch_size"):
        await upload(kind, Store(blames=True), [], batch_size=101)


class Crowd:
    """Hands requests on, and counts how many are there at once; in threads, three wait for each other."""

    def __init__(self, handler: Callable[[httpx.Request], httpx.Response]) -> None:
        self.handler = handler
        self.here = self.most = 0
        self.lock, self.together = threading.Lock(), threading.Barrier(3, timeout=5)

    def __call__(self, request: httpx.Request) -> httpx.Response:
        with self.lock:
            self.here += 1
            self.most = max(self.most, self.here)
        self.together.wait()
        with self.lock:
            self.here -= 1
        return self.handler(request)

    async def later(self, request: httpx.Request) -> httpx.Response:
        """The same among tasks."""
        self.here += 1
        self.most = max(self.most, self.here)
        for _ in range(20):
            await asyncio.sleep(0)
        self.here -= 1
        return self.handler(request)


@pytest.mark.parametrize("what", ["embeddings", "documents"])
async def test_so_many_requests_are_made_at_a_time_and_no_more(kind: str, what: str) -> None:
    crowd = Crowd(Vectors() if what == "embeddings" else Store(blames=True))
    handler = crowd if kind == "sync" else crowd.later
    if what == "embeddings":
        await embed(kind, handler, ["x"] * 90, batch_size=1, concurrency=3)
    else:
        await upload(kind, handler, documents(90), batch_size=1, concurrency=3)
    assert crowd.most == 3


async def test_documents_are_taken_as_they_are_needed(kind: str) -> None:
    store, taken = Store(blames=True), list[int]()

    def produced() -> Iterator[dict[str, str]]:
        for number in range(50):
            taken.append(number - sum(store.sizes))
            yield {"content": str(number)}

    await upload(kind, store, produced(), batch_size=10, concurrency=1)
    assert max(taken) < 10


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
    by_path = isinstance(source, Path)
    if kind == "sync":
        with sync_client(url, clock=clock) as client:
            return (client.files.upload_path if by_path else client.files.upload_bytes)(source, **options)
    async with async_client(url, clock=clock) as other:
        return await (other.files.upload_path if by_path else other.files.upload_bytes)(source, **options)


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
        asked, *puts = server.requests
    assert stored.file_id == "f-1"
    assert json.loads(asked.body) == {
        "contentType": "video/mp4",
        "requestUploadUrl": True,
        "size": len(data),
        "filename": "tour.mp4",
    }
    assert [put.body == data for put in puts] == [True, True]  # the first was refused for a moment
    assert puts[0].target == "/signed/f-1?signature=secret"
    assert puts[0].headers["content-type"] == "video/mp4"
    assert "authorization" not in puts[0].headers
    assert TOKEN not in repr(puts)


async def test_a_refused_upload_is_an_error_that_keeps_the_signature_to_itself(kind: str, clock: FakeClock) -> None:
    data = b"%PDF-" + bytes(7 * 1024 * 1024)
    with serving(FileService(put_status=403)) as server, pytest.raises(PermissionDeniedError) as caught:
        await send_file(kind, server.url, data, clock, filename="a.pdf")
    assert "secret" not in str(caught.value)


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


async def test_a_file_of_no_known_type_needs_to_be_told(kind: str, tmp_path: Path, clock: FakeClock) -> None:
    path = tmp_path / "thing.qqq"
    path.write_bytes(b"???")
    with serving(FileService()) as server:
        with pytest.raises(MediaError, match="content_type="):
            await send_file(kind, server.url, path, clock)
        assert (await send_file(kind, server.url, path, clock, content_type="text/plain")).file_id == "f-1"


async def test_a_file_that_is_not_there_is_pythons_own_error(kind: str, tmp_path: Path, clock: FakeClock) -> None:
    with pytest.raises(FileNotFoundError):
        await send_file(kind, "http://127.0.0.1:1", tmp_path / "nothing", clock)


def test_deleting_what_is_gone_says_so() -> None:
    gone = httpx.MockTransport(lambda _: httpx.Response(404, json={"error": "Gone"}))
    with httpx.Client(transport=gone) as mine, pytest.raises(NotFoundError, match="DELETE /files/f-1"):
        sync_client("http://x", http_client=mine).files.delete("f-1")
