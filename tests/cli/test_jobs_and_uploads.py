"""Jobs that are waited for, and uploads of local files."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from .support.running import CommandRunner

MESSAGE = '{"role": "user", "content": "Hi"}'
START = ("chat", "start", "--model-id", "amazon.nova-lite-v1:0", "--messages", MESSAGE)
EMBEDDING = "amazon.titan-embed-text-v2:0"


def test_a_job_is_started_and_waited_for(quant_ai: CommandRunner) -> None:
    accepted = quant_ai(*START).json
    assert accepted["requestId"]
    done = quant_ai("chat", "wait", accepted["requestId"])
    assert done.json["status"] in ("complete", "completed")
    assert done.err == f"{done.json['status']}\n"
    assert quant_ai("chat", "wait-for-execution", accepted["requestId"]).code == 0
    assert quant_ai(*START, "--wait").json["result"]["response"]["content"]


def test_a_job_that_takes_too_long_is_incomplete(quant_ai: CommandRunner) -> None:
    quant_ai.service.transitions(execution="time")
    done = quant_ai(*START, "--wait", "--deadline", "0.01")
    assert done.code == 5, done.err
    assert done.err.count("\n") == 1


def test_a_job_that_fails_is_an_error(quant_ai: CommandRunner) -> None:
    quant_ai.service.script(failure={"error_type": "ModelError", "error_message": "it broke"})
    done = quant_ai(*START, "--wait")
    assert done.code == 1
    assert "it broke" in done.err


@pytest.mark.parametrize("deadline", ["0", "-1", "soon"])
def test_a_wrong_deadline_is_a_mistake(quant_ai: CommandRunner, deadline: str) -> None:
    assert quant_ai(*START, "--wait", "--deadline", deadline).code == 2


def test_a_crawl_is_waited_for(quant_ai: CommandRunner) -> None:
    site = ("ai-search", "--project", "site")
    assert quant_ai(*site, "enable", "--base-url", "https://www.example.com").code == 0
    done = quant_ai(*site, "trigger-crawl", "--crawler-uuid", "3f1a2b4c-5d6e-4f70-8a9b-0c1d2e3f4a5b", "--wait")
    assert done.json["status"] in ("completed", "complete"), done.err
    assert done.err.splitlines()[-1] == done.json["status"]


def collection(quant_ai: CommandRunner) -> str:
    made = quant_ai("vector-db", "create-collection", "--name", "docs", "--embedding-model", EMBEDDING).json
    return str(made["collection"]["collectionId"])


def documents(home: Path) -> None:
    for name in ("docs/a.md", "docs/deep/b.md", "docs/deep/c.txt"):
        (home / name).parent.mkdir(parents=True, exist_ok=True)
        (home / name).write_text(f"The text of {name}.")


def test_text_files_become_documents_with_their_paths_as_keys(quant_ai: CommandRunner, home: Path) -> None:
    documents(home)
    found = collection(quant_ai)
    assert quant_ai("vector-db", "upload", found, "docs/**/*.md").json == {"uploaded": 2, "failed": []}
    assert quant_ai("vector-db", "upload", found, "docs/a.md", "docs/deep/c.txt").json["uploaded"] == 2
    stored = quant_ai("vector-db", "list-documents", found).json["documents"]
    assert len(stored) == 3
    (body,) = quant_ai.bodies("vector_db_upload_documents")[:1]
    assert body["documents"][0] == {"key": "docs/a.md", "content": "The text of docs/a.md."}


@pytest.mark.parametrize(
    ("name", "message"),
    [
        ("docs", "docs is a folder; write 'docs/**/*'"),
        ("nothing/*.md", "nothing/*.md: there is no such file"),
        ("picture.png", "picture.png is not text in UTF-8"),
    ],
)
def test_what_is_no_text_file_is_refused_before_anything_is_sent(
    quant_ai: CommandRunner, home: Path, name: str, message: str
) -> None:
    documents(home)
    (home / "picture.png").write_bytes(b"\x89PNG\xff")
    done = quant_ai("vector-db", "upload", "c-1", "docs/a.md", name)
    assert message in done.err
    assert (done.code, done.err.count("\n")) == (2, 1)
    assert quant_ai.bodies("vector_db_upload_documents") == []


def test_an_upload_to_nowhere_has_the_exit_code_of_its_error(quant_ai: CommandRunner, home: Path) -> None:
    documents(home)
    done = quant_ai("vector-db", "upload", "nowhere", "docs/a.md")
    assert done.code == 4
    assert json.loads(done.out) == {"uploaded": 0, "failed": ["docs/a.md"]}
    assert "docs/a.md: " in done.err


def test_files_are_uploaded(quant_ai: CommandRunner, home: Path) -> None:
    documents(home)
    one = quant_ai("files", "upload", "docs/a.md", "--metadata", '{"team": "docs"}').json
    assert one["filename"] == "a.md"
    several = quant_ai("files", "upload", "docs/deep/*").json
    assert (several["uploaded"], several["failed"]) == (2, [])
    (home / "empty.md").write_text("")
    done = quant_ai("files", "upload", "docs/a.md", "empty.md")
    assert (done.code, json.loads(done.out)["failed"]) == (5, ["empty.md"])
    names = quant_ai("files", "list", "--all", "--jq", ".filename", "-r").out.split()
    assert sorted(names) == ["a.md", "a.md", "b.md", "c.txt"]


def test_a_file_is_described_by_options_too(quant_ai: CommandRunner) -> None:
    made = quant_ai("files", "upload", "--content-type", "text/plain", "--content", "SGVsbG8=", "--filename", "a.txt")
    assert made.json["filename"] == "a.txt"


@pytest.mark.parametrize(
    ("more", "message"),
    [
        (["--content", "SGVsbG8="], "--content describes a single file"),
        (["--body", "{}"], "--body describes a single file"),
        (["docs/deep/b.md", "--filename", "x"], "--filename is for a single file"),
    ],
)
def test_options_that_cannot_be_meant_are_refused(
    quant_ai: CommandRunner, home: Path, more: list[str], message: str
) -> None:
    documents(home)
    done = quant_ai("files", "upload", "docs/a.md", *more)
    assert message in done.err
    assert done.code == 2


def test_a_dry_run_uploads_nothing(quant_ai: CommandRunner, home: Path) -> None:
    documents(home)
    for arguments in (("vector-db", "upload", "c-1", "docs/a.md"), ("files", "upload", "docs/a.md")):
        done = quant_ai(*arguments, "--dry-run")
        assert (done.code, done.out.count("curl ")) == (0, 1), done.err
    assert quant_ai("files", "list").json["files"] == []


def test_uploads_show_progress_on_a_terminal(quant_ai: CommandRunner, home: Path, monkeypatch: Any) -> None:
    documents(home)
    quant_ai.on_terminal()
    done = quant_ai("files", "upload", "docs/**/*.*", "-o", "json")
    assert json.loads(done.out)["uploaded"] == 3
    monkeypatch.setitem(__import__("sys").modules, "rich.console", None)
    done = quant_ai("files", "upload", "docs/**/*.*", "-o", "json")
    assert "files 3/3" in done.err
    assert done.err.endswith("\r\x1b[K")
