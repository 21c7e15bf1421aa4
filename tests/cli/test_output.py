"""What commands print: JSON into a pipe, text and tables that fit on a terminal, or the requested format."""

from __future__ import annotations

import io
import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import yaml

from quant_ai_cli import terminal
from quant_ai_cli.invocation import Invocation
from quant_ai_cli.output import Output
from quant_ai_cli.tables import fields, table
from quant_ai_client.types import File

from .support.running import CommandRunner

ROWS = [
    {"id": "a-1", "name": "First", "size": 3, "tags": ["x", "y"], "inner": {"a": 1}, "note": None},
    {"id": "b-2", "name": "Second with a long name", "size": 40000, "tags": [], "inner": {}, "note": "two\nlines"},
]


def test_into_a_pipe_a_reply_is_json(quant_ai: CommandRunner) -> None:
    assert quant_ai("models", "list").json["count"] > 1


@pytest.mark.parametrize("form", ["json", "JSON"])
def test_each_format_holds_the_same(quant_ai: CommandRunner, form: str) -> None:
    found = quant_ai("models", "list", "-o", form).json
    assert yaml.safe_load(quant_ai("models", "list", "-o", "yaml").out) == found
    assert quant_ai("models", "list", "-o", "jsonl").lines == [found]
    assert quant_ai("models", "list", "-o", "table").out.splitlines()[0].startswith("id ")
    assert "models:\n" in quant_ai("models", "list", "-o", "text").out


def test_jq_filters_the_reply(quant_ai: CommandRunner) -> None:
    ids = [model["id"] for model in quant_ai("models", "list").json["models"]]
    assert quant_ai("models", "list", "--jq", ".models[].id").lines == ids
    assert quant_ai("models", "list", "--jq", ".models[].id", "-r").out.split() == ids
    assert quant_ai("models", "list", "--jq", "empty").out == ""


@pytest.mark.parametrize("expression", [".models[", ".count.name", "nothing()"])
def test_a_wrong_jq_expression_is_one_line(quant_ai: CommandRunner, expression: str) -> None:
    done = quant_ai("models", "list", "--jq", expression)
    assert (done.code, done.out, done.err.count("\n")) == (2, "", 1)
    assert done.err.startswith(f"quant-ai: --jq {expression}: ")


def test_a_mistake_in_a_jq_expression_is_found_before_anything_is_sent(quant_ai: CommandRunner) -> None:
    quant_ai("sessions", "create", "--user-id", "ada", "--jq", ".[")
    assert quant_ai("sessions", "list").json == []


def filled(quant_ai: CommandRunner, count: int = 5) -> None:
    for number in range(count):
        assert quant_ai("sessions", "create", "--user-id", f"user-{number}").code == 0


def test_all_reads_every_page(quant_ai: CommandRunner) -> None:
    filled(quant_ai)
    one = quant_ai("sessions", "list", "--limit", "2")
    assert len(one.json) == 2
    every = quant_ai("sessions", "list", "--limit", "2", "--all").lines
    assert len(every) == 5
    assert quant_ai("sessions", "list", "--limit", "2", "--all", "-o", "json").json == every
    assert yaml.safe_load(quant_ai("sessions", "list", "--limit", "2", "--all", "-o", "yaml").out) == every
    assert len(quant_ai("sessions", "list", "--limit", "2", "--all", "-o", "table").out.splitlines()) >= 6
    ids = quant_ai("sessions", "list", "--limit", "2", "--all", "--jq", ".sessionId", "-r").out.split()
    assert ids == [session["sessionId"] for session in every]


def test_all_of_nothing_is_nothing(quant_ai: CommandRunner) -> None:
    assert quant_ai("sessions", "list", "--all").out == ""
    assert quant_ai("sessions", "list", "--all", "-o", "json").json == []


def test_on_a_terminal_a_list_is_a_table_that_says_whether_there_is_more(quant_ai: CommandRunner) -> None:
    filled(quant_ai, 3)
    quant_ai.on_terminal(60)
    done = quant_ai("sessions", "list", "--limit", "2")
    assert len(done.out.splitlines()) >= 3
    assert max(map(len, done.out.splitlines())) <= 60 + len("\x1b[1m\x1b[0m")
    assert "--all reads every page" in done.err


@pytest.mark.parametrize("width", [10, 20, 40, 80, 200])
def test_a_table_fits_its_terminal(width: int) -> None:
    shown = table(ROWS, width)
    assert max(map(terminal.width_of, shown.splitlines())) <= width
    assert shown.startswith("id")
    assert "inner" not in shown
    if width >= 40:
        assert "a-1  First" in shown


def test_wide_letters_count_twice() -> None:
    shown = table([{"id": "1", "name": "日本語の名前です"}], 12)
    assert max(map(terminal.width_of, shown.splitlines())) <= 12


def test_a_table_of_no_objects_is_lines() -> None:
    assert table(["a", "b"], 80) == "a\nb\n"
    assert table([], 80) == "(none)\n"


def test_an_object_is_lines_with_what_is_inside_indented() -> None:
    value = {"id": "a", "inner": {"list": [1, 2], "deep": [{"a": 1, "b": "x"}]}, "text": "one\ntwo", "none": None}
    assert fields(value, 80).splitlines() == [
        "id: a", "inner:", "  list: 1, 2", "  deep:", "    - a: 1", "      b: x", "text: one", "  two", "none: null",
    ]  # fmt: skip


def test_escape_codes_of_the_service_do_not_reach_a_terminal(quant_ai: CommandRunner) -> None:
    quant_ai.on_terminal()
    name = "\x1b]0;title\x07\x9b31m\u202e"
    quant_ai("vector-db", "create-collection", "--name", name, "--embedding-model", "amazon.titan-embed-text-v2:0")
    for form in ("table", "text", "json", "yaml", "jsonl"):
        shown = quant_ai("vector-db", "list-collections", "-o", form, "--color", "never").out
        assert not {"\x1b", "\x07", "\x9b", "\u202e"} & set(shown), form
    shown = quant_ai("vector-db", "list-collections", "--jq", ".collections[].name", "-r").out
    assert not {"\x1b", "\x07", "\x9b", "\u202e"} & set(shown)


@pytest.mark.parametrize(
    ("choice", "environment", "terminal_", "expected"),
    [
        (None, {}, True, True),
        (None, {}, False, False),
        ("always", {"NO_COLOR": "1"}, False, True),
        ("never", {"FORCE_COLOR": "1"}, True, False),
        ("auto", {}, True, True),
        (None, {"NO_COLOR": "1"}, True, False),
        (None, {"NO_COLOR": ""}, True, True),
        (None, {"NO_COLOR": "1", "FORCE_COLOR": "1"}, True, False),
        (None, {"FORCE_COLOR": "1"}, False, True),
        (None, {"FORCE_COLOR": "0"}, False, False),
        (None, {"CLICOLOR_FORCE": "1"}, False, True),
        (None, {"CLICOLOR": "0"}, True, False),
        (None, {"TERM": "dumb"}, True, False),
    ],
)
def test_colours_follow_the_option_and_the_usual_variables(
    monkeypatch: pytest.MonkeyPatch, choice: str | None, environment: dict[str, str], terminal_: bool, expected: bool
) -> None:
    for name, value in environment.items():
        monkeypatch.setenv(name, value)
    monkeypatch.setattr("quant_ai_cli.terminal.is_terminal", lambda stream: terminal_)
    assert terminal.uses_color(choice, sys.stdout) is expected


def test_pictures_are_saved_and_their_paths_printed(quant_ai: CommandRunner, home: Path) -> None:
    prompt = ("images", "generate", "--task-type", "TEXT_IMAGE", "--text-to-image-params", '{"text": "A lighthouse"}')
    done = quant_ai(*prompt)
    (path,) = done.json["images"]
    assert (home / path).read_bytes().startswith(b"\x89PNG")
    assert len(done.out) < 2000
    quant_ai.on_terminal()
    done = quant_ai(*prompt, "--save-to", "pictures/new")
    path = done.out.strip()
    assert path.startswith("pictures/new/")
    assert (home / path).stat().st_size > 60
    assert quant_ai(*prompt, "--jq", ".images[0]", "-r").out.strip() == "image-2.png"


def file(content: bytes, kind: str, name: str | None = None) -> File:
    return File(io.BytesIO(content), name, kind)


def test_a_file_goes_into_a_pipe_as_it_came(capsysbinary: Any) -> None:
    Output(Invocation()).reply(file(b"\x00\xff", "application/pdf"))
    assert capsysbinary.readouterr().out == b"\x00\xff"


def test_a_file_is_shown_on_a_terminal_if_it_is_text_and_saved_if_not(
    quant_ai: CommandRunner, home: Path, capsys: Any
) -> None:
    quant_ai.on_terminal()
    Output(Invocation()).reply(file(b"a,b\x1b\n", "text/csv"))
    assert capsys.readouterr().out == "a,b\ufffd\n"
    for expected in ("reply.zip", "reply-2.zip"):
        Output(Invocation()).reply(file(b"PK\x00", "application/zip"))
        assert capsys.readouterr().out == f"{expected}\n"
    Output(Invocation()).reply(file(b"PK\x00", "application/zip", "../../etc/a.zip"))
    assert capsys.readouterr().out == "a.zip\n"
    assert (home / "a.zip").exists()


def command(*arguments: str, **environment: str) -> dict[str, Any]:
    return {"args": [sys.executable, "-m", "quant_ai_cli", *arguments], "env": {**os.environ, **environment}}


def test_a_pipe_that_is_closed_ends_the_command_quietly(quant_ai: CommandRunner) -> None:
    filled(quant_ai, 3)
    process = subprocess.Popen(
        **command("sessions", "list", "--all", "--limit", "1"), stdout=subprocess.PIPE, stderr=subprocess.PIPE
    )
    assert process.stdout is not None
    process.stdout.close()
    _, err = process.communicate(timeout=30)
    assert (process.returncode, err) == (0, b"")


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="there is no /dev/full")
def test_a_full_disk_is_one_line(quant_ai: CommandRunner) -> None:
    with Path("/dev/full").open("w") as full:
        done = subprocess.run(
            **command("models", "list"), stdout=full, stderr=subprocess.PIPE, text=True, timeout=30, check=False
        )
    assert (done.returncode, done.stderr) == (2, "quant-ai: [Errno 28] No space left on device\n")


def test_closed_streams_are_no_error(quant_ai: CommandRunner, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stderr", None)
    assert quant_ai("models", "get", "nothing").out == ""
    monkeypatch.setattr(sys, "stdout", None)
    assert quant_ai("models", "list").code == 0


def test_a_locale_without_unicode_is_no_error(quant_ai: CommandRunner) -> None:
    name = "Grüße 日本"
    quant_ai("vector-db", "create-collection", "--name", name, "--embedding-model", "amazon.titan-embed-text-v2:0")
    arguments = ("vector-db", "list-collections", "--jq", ".collections[0].name")
    for environment in ({"PYTHONIOENCODING": "ascii"}, {"PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0", "LC_ALL": "C"}):
        done = subprocess.run(**command(*arguments, **environment), capture_output=True, timeout=30, check=True)
        assert json.loads(done.stdout) == name
    done = subprocess.run(
        **command(*arguments, "-r", PYTHONIOENCODING="ascii"), capture_output=True, timeout=30, check=True
    )
    assert done.stdout.strip() == b"Gr??e ??"


def test_without_the_extra_a_line_says_what_to_install() -> None:
    code = "import sys; sys.modules['click'] = None\nfrom quant_ai_cli.__main__ import main\nsys.exit(main())"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, timeout=30, check=False)
    assert (done.returncode, done.stderr) == (2, "quant-ai needs click: pip install 'quant-ai[cli]'\n")


def test_only_what_a_command_needs_is_imported() -> None:
    code = (
        "import sys; sys.argv = ['quant-ai', '--help']\nfrom quant_ai_cli.__main__ import main\nmain()\n"
        "loaded = [m for m in ('httpx', 'quant_ai.client', 'jq', 'yaml', 'rich', 'quant_ai_mock', 'asyncio',"
        " 'quant_ai_client.commands.models') if m in sys.modules]\nassert not loaded, loaded"
    )
    subprocess.run([sys.executable, "-c", code], check=True, capture_output=True, timeout=30)
