"""Recordings in every form that tools write, plain or packed, and files that are none."""

from __future__ import annotations

import contextlib
import gzip
import io
import os
import re
import sys
import tracemalloc
import zipfile
import zlib
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from quant_ai_common import har_stream, pipes, recording_files
from quant_ai_contract.command_line import main

from .support.har_entries import JSON, CheckHar, created, entry, har

Out = pytest.CaptureFixture[str]


def zipped(**files: bytes) -> bytes:
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files.items():
            archive.writestr(name.replace("_", "."), content)
    return target.getvalue()


PLAIN = har(entry("GET", "/sessions?limit=0", content={"mimeType": JSON, "text": "[]"}))
PACKED = {
    "plain": PLAIN,
    "with a byte order mark": b"\xef\xbb\xbf" + PLAIN,
    "UTF-16": PLAIN.decode().encode("utf-16"),
    "gzip": gzip.compress(PLAIN),
    "gzip in two parts": gzip.compress(PLAIN[:9]) + gzip.compress(PLAIN[9:]),
    "zlib, as mitmproxy writes it": zlib.compress(PLAIN),
    "zip, as Playwright writes it": zipped(trace_txt=b"x", har_har=PLAIN),
}


@pytest.mark.parametrize("form", PACKED)
def test_a_recording_is_read_in_every_form_that_tools_write(check_har: CheckHar, form: str) -> None:
    status, output, _ = check_har(PACKED[form])
    assert status == 1
    assert "0 is less than the minimum of 1" in output


def test_a_recording_is_read_from_the_standard_input(monkeypatch: pytest.MonkeyPatch, capsys: Out) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(PLAIN)))
    assert main(["har", "-"]) == 1
    assert "1 exchange checked" in capsys.readouterr().out


ATTACHED = har(created({"size": 4, "mimeType": JSON, "_file": "body.json"}))


def test_bodies_in_files_beside_the_recording_are_checked(check_har: CheckHar, tmp_path: Path) -> None:
    (tmp_path / "body.json").write_bytes(b"[7]")
    status, output, _ = check_har(ATTACHED)
    assert status == 1
    assert "reply-body" in output


def test_bodies_in_the_archive_are_checked(check_har: CheckHar) -> None:
    status, output, _ = check_har(zipped(har_har=ATTACHED, body_json=b"[7]"), name="x.zip")
    assert status == 1
    assert "reply-body" in output


@pytest.mark.parametrize("name", ["../secret", "/etc/passwd", "..", "", "a\\b", "\0", "x" * 5000])
def test_a_recording_names_no_file_elsewhere(check_har: CheckHar, tmp_path: Path, name: str) -> None:
    (tmp_path.parent / "secret").write_bytes(b"[7]")
    assert check_har(har(created({"size": 4, "mimeType": JSON, "_file": name})))[:2] == (
        0,
        "1 exchange checked, 0 with findings; 1 without a body to check\n",
    )


REFUSED: dict[str, bytes] = {
    "empty": b"",
    "no JSON": b"<html>",
    "binary": bytes(range(256)) * 100,
    "nested 100,000 deep": b"[" * 100_000,
    "gzip cut short": gzip.compress(PLAIN)[:-9],
    "gzip that is broken": gzip.compress(PLAIN)[:40] + b"\xff" * 40,
    "zip cut short": zipped(har_har=PLAIN)[:60],
    "zip that is broken": zipped(har_har=PLAIN).replace(b"log", b"lag").replace(b"PK\x01\x02", b"PK\x01\x03"),
    "zip without a recording": zipped(trace_txt=b"x"),
    "gzip of JSON that is no HAR": gzip.compress(b"{}"),
    "log is a list": b'{"log": []}',
    "entries are a number": b'{"log": {"entries": 5}}',
    "a list": b"[1]",
}


@pytest.mark.parametrize("name", REFUSED)
def test_a_file_that_is_no_recording_is_one_line_with_its_name(check_har: CheckHar, name: str) -> None:
    status, output, error = check_har(REFUSED[name])
    assert (status, output) == (2, "")
    assert re.fullmatch(r"quant-ai-contract: .*traffic\.har: .+\n", error), error


@pytest.mark.parametrize("pack", [gzip.compress, zlib.compress, lambda raw: zipped(har_har=raw)])
def test_what_a_recording_unpacks_to_is_bounded(
    check_har: CheckHar, monkeypatch: pytest.MonkeyPatch, pack: Callable[[bytes], bytes]
) -> None:
    monkeypatch.setattr(recording_files, "MAX_SIZE", 2**20)
    monkeypatch.setattr(recording_files, "MAX_UNPACKED", 2**20)
    status, _, error = check_har(pack(PLAIN + b" " * 2**21))
    assert status == 2
    assert "larger than 1 MB" in error


@pytest.mark.parametrize("pack", [gzip.compress, zlib.compress])
def test_a_packed_recording_is_read_piece_by_piece(tmp_path: Path, pack: Callable[[bytes], bytes]) -> None:
    file = tmp_path / "large.har"
    file.write_bytes(pack(har(*[created({"size": 100_000, "text": "x" * 100_000})] * 100)))
    with recording_files.open_recording(file) as recording:
        next(recording.entries)
        tracemalloc.start()
        try:
            assert sum(1 for _ in recording.entries) == 99
            assert tracemalloc.get_traced_memory()[1] < 6_000_000
        finally:
            tracemalloc.stop()


def test_a_device_without_an_end_is_refused(capsys: Out) -> None:
    assert main(["har", "/dev/zero"]) == 2
    assert "not a HAR file" in capsys.readouterr().err


@pytest.fixture
def pipe(tmp_path: Path) -> Path:
    file = tmp_path / "pipe.har"
    if not hasattr(os, "mkfifo"):
        pytest.skip("this system has no named pipes")
    os.mkfifo(file)
    return file


def test_a_pipe_is_read_when_a_program_writes_to_it(pipe: Path, capsys: Out) -> None:
    with ThreadPoolExecutor() as pool:
        written = pool.submit(pipe.write_bytes, gzip.compress(PLAIN + b" " * 200_000, 0))
        assert main(["har", str(pipe)]) == 1
        assert written.result() > 200_000
    assert "1 exchange checked" in capsys.readouterr().out


@pytest.mark.parametrize("begun", [False, True])
def test_a_pipe_to_which_nothing_is_written_is_not_waited_for_for_ever(
    pipe: Path, capsys: Out, monkeypatch: pytest.MonkeyPatch, begun: bool
) -> None:
    monkeypatch.setattr(pipes, "LONGEST_SILENCE", 0.02)
    with contextlib.ExitStack() as stack:
        if begun:  # a program that stops in the middle
            stack.callback(os.close, os.open(pipe, os.O_RDWR))
            writer = os.open(pipe, os.O_WRONLY)
            stack.callback(os.close, writer)
            os.write(writer, PLAIN[:50])
        for options in (["har", str(pipe)], ["har", "--document", str(pipe), "x.har"]):
            assert main(options) == 2
    assert capsys.readouterr().err.count("pipe.har: nothing was written to this pipe for 0 s\n") == 2


def test_a_plain_recording_is_read_piece_by_piece(check_har: CheckHar, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(har_stream, "_PIECE", 1000)
    monkeypatch.setattr(har_stream, "LARGEST_ENTRY", 20_000)
    assert check_har(har(*[created() for _ in range(300)]))[:2] == (0, "300 exchanges checked, 0 with findings\n")
    status, _, error = check_har(har(entry(content={"size": 1, "mimeType": JSON, "text": "x" * 50_000})))
    assert status == 2
    assert "in one piece" in error


@pytest.mark.parametrize("left", [1, 40, 400])
def test_of_a_recording_that_is_cut_short_the_whole_entries_are_checked(check_har: CheckHar, left: int) -> None:
    status, output, error = check_har(har(*[created() for _ in range(5)])[:-left])
    assert status == (0 if left == 1 else 2)
    assert output == f"{5 if left == 1 else 4} exchanges checked, 0 with findings\n"
    assert re.fullmatch(r"" if left == 1 else r"quant-ai-contract: .*traffic\.har: it is cut short [^\n]*\n", error)


def test_a_folder_is_refused(tmp_path: Path, capsys: Out) -> None:
    assert main(["har", str(tmp_path)]) == 2
    assert "Is a directory" in capsys.readouterr().err
