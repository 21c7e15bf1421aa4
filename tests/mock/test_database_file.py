"""The file of `--db`: who may use it, and what it keeps besides records."""

from __future__ import annotations

import sqlite3
from pathlib import Path

import httpx
import pytest
from tests.mock.support.client import ApiClient, ok

from quant_ai_mock import make_app, running_mock
from quant_ai_mock.state.database import StoreError


def change(file: Path, statement: str) -> None:
    connection = sqlite3.connect(file)
    connection.execute(statement)
    connection.commit()
    connection.close()


def used(file: Path) -> str:
    """A file that a server has used; returns the id of a session in it."""
    with running_mock(db=file) as mock, ApiClient(mock.organisation("acme")) as api:
        return str(ok(api.post("/sessions", {"userId": "ada"}), 201)["sessionId"])


def test_a_file_of_another_layout_is_refused_in_one_line(tmp_path: Path) -> None:
    file = tmp_path / "mock.db"
    used(file)
    change(file, "PRAGMA user_version = 7")
    with pytest.raises(StoreError, match="has layout 7, and this version reads ") as refused:
        make_app(db=file)
    assert "\n" not in str(refused.value)


def test_a_file_of_another_program_is_refused(tmp_path: Path) -> None:
    file = tmp_path / "other.db"
    change(file, "CREATE TABLE sums (organisation TEXT)")
    with pytest.raises(StoreError, match="not a file of quant-ai-mock"):
        make_app(db=file)


def test_a_damaged_file_is_refused(tmp_path: Path) -> None:
    file = tmp_path / "mock.db"
    with running_mock(db=file) as mock, ApiClient(mock.organisation("acme")) as api:
        for _ in range(50):
            ok(api.post("/sessions", {"userId": "ada", "metadata": {"text": "x" * 1000}}), 201)
    content = bytearray(file.read_bytes())
    for place in range(4096, len(content), 4096):
        content[place : place + 200] = b"\xff" * 200
    file.write_bytes(content)
    with pytest.raises(StoreError, match=r"damaged|malformed"):
        make_app(db=file)


def test_a_file_keeps_its_clock(tmp_path: Path) -> None:
    file = tmp_path / "mock.db"
    with running_mock(db=file) as mock:
        mock.freeze(1_900_000_000)
        mock.organisation("ahead").release()
        mock.organisation("ahead").advance(1_000_000)
    with running_mock(db=file) as mock:
        assert mock.now() == 1_900_000_000
        assert mock.organisation("ahead").now() > 1_900_900_000
        mock.reset()
    with running_mock(db=file) as mock:
        assert mock.now() < 1_900_000_000


def test_a_session_that_has_expired_stays_so_after_a_restart(tmp_path: Path) -> None:
    file = tmp_path / "mock.db"
    session = used(file)
    with running_mock(db=file) as mock:
        mock.advance(7200)
    with running_mock(db=file) as mock, ApiClient(mock.organisation("acme")) as api:
        assert api.get(f"/sessions/{session}").status_code == 404


def test_signed_addresses_outlive_a_restart_and_no_other_server_can_make_them(tmp_path: Path) -> None:
    file, body = tmp_path / "mock.db", {"contentType": "text/plain", "content": "eHl6"}
    with running_mock(db=file) as mock, ApiClient(mock.organisation("acme")) as api:
        url = ok(api.post("/files", body), 201)["url"]
    path = url.partition("/_storage")[2]
    with running_mock(db=file) as mock:
        assert httpx.get(f"{mock.url}/_storage{path}").content == b"xyz"
    with running_mock() as mock, ApiClient(mock.organisation("acme")) as api:
        mock.freeze(0)
        other = ok(api.post("/files", body), 201)
        assert other["fileId"] in url  # ids follow from the seed
        mock.freeze(int(url.partition("Expires=")[2].partition("&")[0]) - 1)
        assert httpx.get(f"{mock.url}/_storage{path}").status_code == 403
