"""Content blocks from files and bytes, and files from generated images."""

from __future__ import annotations

import base64
import io
import zipfile
from pathlib import Path
from typing import Any

import pytest

from quant_ai import (
    MediaError,
    document_block,
    image_block,
    image_bytes,
    media,
    models,
    save_images,
    video_block,
)
from quant_ai.media import MAX_SIZE, sniff

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
        (b"GIF87a..", "gif"),
        (b"RIFF\0\0\0\0AVI LIST", None),
        (b"\0\0\0\0\0\0\0\0WEBP", None),
        (b"\0\0\0\x14ftypqt  \0\0\0\0", "mov"),
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
def test_content_is_recognised_by_its_first_bytes(data: bytes, kind: str | None) -> None:
    assert sniff(data) == kind


def test_blocks_are_made_from_bytes_and_paths(tmp_path: Path) -> None:
    path = tmp_path / "picture.jpg"  # the wrong suffix
    path.write_bytes(PNG)
    expected = {"image": {"format": "png", "source": {"bytes": base64.b64encode(PNG).decode()}}}
    assert image_block(PNG).to_dict() == expected
    assert image_block(path).to_dict() == expected
    assert image_block(str(path)).to_dict() == expected
    assert video_block(b"\0\0\0\x18ftypisom").video.format == "mp4"
    assert image_block(b"raw", format="gif").image.format == "gif"


def test_documents_get_names_that_models_accept(tmp_path: Path) -> None:
    path = tmp_path / "Plan_2026 (final).v2.md"
    path.write_text("# Plan")
    block = document_block(path)
    assert (block.document.format, block.document.name) == ("md", "Plan 2026 (final) v2")
    assert document_block(path, name="Plan").document.name == "Plan"
    assert document_block(b"%PDF-1.7").document.name == "document"
    assert document_block(b"a,b", format="csv").document.format == "csv"


@pytest.mark.parametrize("make", [image_block, video_block, document_block])
def test_other_kinds_are_refused(make: Any, tmp_path: Path) -> None:
    path = tmp_path / "thing.exe"
    path.write_bytes(b"MZ")
    with pytest.raises(MediaError, match=r"thing\.exe is not"):
        make(path)
    with pytest.raises(MediaError, match="empty"):
        make(b"")


@pytest.mark.parametrize(
    ("make", "what"),
    [
        (image_block, "an image (png, jpeg, gif, webp)"),
        (video_block, "a video (mp4, mov, mkv, webm)"),
        (document_block, "a document; if it is one, pass format= (pdf, csv, "),
    ],
)
def test_what_is_refused_is_named(make: Any, what: str) -> None:
    with pytest.raises(MediaError) as caught:
        make(b"\0\0")
    assert str(caught.value).startswith(f"it is not {what}")


def test_a_block_holds_the_bytes_in_base64() -> None:
    text = base64.b64encode(PNG).decode()
    assert image_block(PNG).to_dict()["image"] == {"format": "png", "source": {"bytes": text}}
    assert video_block(PNG, format="mp4").to_dict()["video"] == {"format": "mp4", "source": {"bytes": text}}
    assert document_block(PNG, format="txt", name="a").to_dict()["document"] == {
        "format": "txt", "name": "a", "source": {"bytes": text},
    }  # fmt: skip


def test_the_limit_of_a_block_is_the_largest_that_it_takes(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(media, "MAX_SIZE", len(PNG))
    image_block(PNG)
    with pytest.raises(MediaError, match=r"^it has 29 bytes, more than the 28 that one block may have"):
        image_block(PNG + b"\0")
    with pytest.raises(MediaError, match=r"^a\.png has 29 bytes"):
        image_block(Named(PNG + b"\0"))


class Named(io.BytesIO):
    name = "/somewhere/a.png"


def test_a_file_without_a_usable_name_is_taken() -> None:
    class Unnamed(io.BytesIO):
        name = 3  # of a file that was opened by its number

    assert image_block(Unnamed(PNG)).image.format == "png"
    with pytest.raises(MediaError, match=r"^it is not an image"):
        image_block(Unnamed(b"\0\0"))


@pytest.mark.parametrize(("suffix", "kind"), [("htm", "html"), ("text", "txt"), ("MD", "md")])
def test_a_document_is_recognised_by_its_suffix_too(suffix: str, kind: str, tmp_path: Path) -> None:
    path = tmp_path / f"a.{suffix}"
    path.write_text("hello")
    assert document_block(path).document.format == kind


def test_a_folder_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with pytest.raises(MediaError, match=f"^{tmp_path.name} is a folder$"):
        image_block(tmp_path)
    monkeypatch.chdir(tmp_path)
    with pytest.raises(MediaError, match=r"^\. is a folder$"):
        image_block(Path())


def test_a_start_of_a_file_name_may_be_any_but_a_folder(tmp_path: Path) -> None:
    assert save_images(base64.b64encode(PNG).decode(), tmp_path, stem="X") == [tmp_path / "X-1.png"]
    for stem in (".", "..", "", "a/b", "a\\b", "a\0b"):
        with pytest.raises(MediaError, match=r"^stem= must be"):
            save_images([], tmp_path, stem=stem)


def test_files_that_are_too_large_are_refused_before_they_are_read(tmp_path: Path) -> None:
    path = tmp_path / "big.png"
    with path.open("wb") as file:
        file.truncate(MAX_SIZE + 1)
    with pytest.raises(MediaError, match=r"^\S+ has 26,214,401 bytes"):
        image_block(path)
    with pytest.raises(MediaError):
        image_block(bytes(MAX_SIZE + 1))


def test_images_are_saved_in_a_new_folder_with_the_suffix_of_their_kind(tmp_path: Path) -> None:
    folder = tmp_path / "new" / "folder"
    saved = save_images([base64.b64encode(each).decode() for each in (PNG, b"unknown")], folder, stem="a.b")
    assert saved == [folder / "a.b-1.png", folder / "a.b-2.bin"]


def test_images_are_saved_whether_plain_or_data_uris(tmp_path: Path) -> None:
    plain, jpeg = base64.b64encode(PNG).decode(), base64.b64encode(b"\xff\xd8\xff\xe0").decode()
    reply = models.ImageGenerationReply(images=[plain, f"data:image/jpeg;base64,{jpeg}", plain[:8] + "\n" + plain[8:]])
    paths = save_images(reply, tmp_path / "new", stem="tree")
    assert [path.name for path in paths] == ["tree-1.png", "tree-2.jpeg", "tree-3.png"]
    assert [path.read_bytes() for path in paths] == [PNG, b"\xff\xd8\xff\xe0", PNG]
    assert image_bytes(plain) == PNG


def test_nothing_is_saved_if_an_image_is_broken(tmp_path: Path) -> None:
    with pytest.raises(MediaError, match="base64"):
        save_images([base64.b64encode(PNG).decode(), "%%%"], tmp_path / "new")
    assert not (tmp_path / "new").exists()


def test_blocks_are_made_of_files_and_data_uris(tmp_path: Path) -> None:
    path = tmp_path / "picture.png"
    path.write_bytes(PNG)
    expected = image_block(PNG).to_dict()
    with path.open("rb") as file:
        assert image_block(file).to_dict() == expected
    assert image_block(io.BytesIO(PNG)).to_dict() == expected
    assert image_block(bytearray(PNG)).to_dict() == image_block(memoryview(PNG)).to_dict() == expected
    assert image_block("data:image/png;base64," + base64.b64encode(PNG).decode()).to_dict() == expected
    with (tmp_path / "Plan_2026.md").open("wb+") as file:
        file.write(b"# Plan")
        file.seek(0)
        block = document_block(file)
    assert (block.document.format, block.document.name) == ("md", "Plan 2026")


@pytest.mark.parametrize(
    ("source", "told"),
    [
        ("https://example.org/a.png?token=secret", r"a URL \(https://\.\.\.\) is not downloaded"),
        ("s3://bucket/a.png", r"a URL \(s3://\.\.\.\) is not downloaded"),
        (base64.b64encode(PNG * 3).decode(), "looks like base64"),
        (base64.b64encode(PNG * 300).decode(), "looks like base64"),
        ("x" * 70 + "?" * 5000, "this is no path"),
        ("a\0b", "this is no path"),
        ("data:image/png;base64,%%%", "not base64"),
        (io.BytesIO(), "it is empty"),
        (io.StringIO("x"), "it is open as text"),
        (None, "it must be bytes or an open file, and is NoneType"),
    ],
)
def test_sources_that_are_not_files_are_distinguished(source: Any, told: str) -> None:
    with pytest.raises(MediaError, match=told) as caught:
        image_block(source)
    assert "secret" not in str(caught.value)


def test_a_missing_path_is_pythons_own_error_and_a_folder_is_not(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError):
        image_block(tmp_path / "nothing.png")
    with pytest.raises(MediaError, match="is a folder"):
        image_block(tmp_path)


def test_names_of_documents_have_single_blanks(tmp_path: Path) -> None:
    path = tmp_path / "My_ report  (2026)_.pdf"
    path.write_bytes(b"%PDF-1")
    assert document_block(path).document.name == "My report (2026)"


def test_saving_images_overwrites_nothing(tmp_path: Path) -> None:
    outside = tmp_path / "outside.png"
    folder = tmp_path / "images"
    folder.mkdir()
    (folder / "image-2.png").symlink_to(outside)
    plain = base64.b64encode(PNG).decode()
    first, second = save_images([plain], folder), save_images([plain, plain], folder)
    assert [path.name for path in [*first, *second]] == ["image-1.png", "image-3.png", "image-4.png"]
    assert not outside.exists()
    assert [path.name for path in save_images(plain, folder, stem="one")] == ["one-1.png"]


@pytest.mark.parametrize("stem", ["", "../x", "a/b", "a\\b", "..", "a\0"])
def test_images_stay_in_their_folder(stem: str, tmp_path: Path) -> None:
    with pytest.raises(MediaError, match="stem="):
        save_images([base64.b64encode(PNG).decode()], tmp_path / "images", stem=stem)
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("image", [None, 5, b"x", ["x"]])
def test_what_is_no_image_is_refused(image: Any, tmp_path: Path) -> None:
    with pytest.raises(MediaError, match="not base64"):
        save_images([image], tmp_path / "new")
    assert not (tmp_path / "new").exists()


def test_a_reply_without_images_saves_none(tmp_path: Path) -> None:
    assert save_images(models.ImageGenerationReply.from_dict({"images": None}), tmp_path) == []
