"""Each example works against the mock server."""

from __future__ import annotations

import io
import json
import os
import re
import runpy
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from tests.pytest_runs import run_pytest
from tests.removed import removed_in

from quant_ai import QuantAI
from quant_ai_mock.testing import Organisation

EXAMPLES = Path(__file__).parents[2] / "examples"

Run = Callable[..., dict[str, object]]


@pytest.fixture
def run(quantai_mock: Organisation, monkeypatch: pytest.MonkeyPatch) -> Run:
    """Run an example as a program, with arguments and lines of standard input."""
    monkeypatch.setenv("QUANT_API_TOKEN", quantai_mock.token)
    monkeypatch.setenv("QUANT_ORGANISATION", quantai_mock.name)
    monkeypatch.setenv("QUANT_BASE_URL", quantai_mock.url)

    def run(name: str, *arguments: str, lines: str = "") -> dict[str, object]:
        monkeypatch.setattr(sys, "argv", [name, *arguments])
        monkeypatch.setattr(sys, "stdin", io.StringIO(lines))
        return runpy.run_path(str(EXAMPLES / name), run_name="__main__")

    return run


def test_the_list_names_every_example() -> None:
    listed = set(
        re.findall(r"^\| \[[^\]]+\]\(([^)]+)\)", (EXAMPLES / "README.md").read_text(encoding="utf-8"), re.MULTILINE)
    )
    files = {
        path.relative_to(EXAMPLES).as_posix() for path in EXAMPLES.rglob("*.*") if path.suffix in (".py", ".ipynb")
    }
    assert listed == {name for name in files if not Path(name).name.startswith("test_")}


def test_the_terminal_chat_streams_and_calls_its_tool(
    run: Run, quantai_mock: Organisation, capsys: pytest.CaptureFixture[str]
) -> None:
    quantai_mock.script(tool_calls=[{"name": "current_time", "input": {}}])
    quantai_mock.script("It is late.", has_tool_result=True)
    run("terminal_chat.py", lines="What time is it?\n\n")
    out = capsys.readouterr().out
    assert "[current_time]" in out
    assert "It is late." in out
    assert len(quantai_mock.requests("sessions_delete")) == 1


def test_the_terminal_chat_goes_on_after_an_error(
    run: Run, quantai_mock: Organisation, capsys: pytest.CaptureFixture[str]
) -> None:
    quantai_mock.fault(500, operation="chat_stream", times=1)
    quantai_mock.script("Here I am.")
    run("terminal_chat.py", lines="Hello?\nHello?\n")
    out = capsys.readouterr().out
    assert "500" in out
    assert "Here I am." in out


def test_the_apps_own_tests_pass(tmp_path: Path) -> None:
    shutil.copytree(EXAMPLES / "streaming_app", tmp_path, dirs_exist_ok=True)
    done = run_pytest(tmp_path)
    assert done.returncode == 0, done.stdout + done.stderr
    assert "2 passed" in done.stdout


def test_an_upload_goes_on_where_it_stopped(
    run: Run, quantai_mock: Organisation, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    for number in range(3):
        text = "\n\n".join(f"Paragraph {part} of file {number}." for part in range(30))
        (tmp_path / f"{number}.md").write_text(text, encoding="utf-8")
    quantai_mock.fault(400, operation="vector_db_upload_documents", times=1)
    run("upload_folder.py", str(tmp_path), "handbook")
    assert "0 were stored before, 70 are new, 20 failed" in capsys.readouterr().out

    run("upload_folder.py", str(tmp_path), "handbook")
    assert "70 were stored before, 20 are new, 0 failed" in capsys.readouterr().out

    (tmp_path / "1.md").write_text("An entirely new text.", encoding="utf-8")
    run("upload_folder.py", str(tmp_path), "handbook")
    assert "1 are new, 0 failed" in capsys.readouterr().out


def test_invoices_are_read_and_a_bad_one_is_reported(
    run: Run, quantai_mock: Organisation, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    lines = [{"description": "Paper", "amount": "12.50"}, {"description": "Ink", "amount": "7.50"}]
    invoice = {"number": "2026-17", "due": "2026-12-24", "currency": "EUR", "lines": lines}
    quantai_mock.script(json.dumps(invoice), text="Paper")
    quantai_mock.script("There is no invoice here.", text="Dear")
    (tmp_path / "good.txt").write_text("Paper 12.50, ink 7.50", encoding="utf-8")
    (tmp_path / "bad.txt").write_text("Dear John", encoding="utf-8")
    with pytest.raises(SystemExit) as stopped:
        run("invoices.py", str(tmp_path / "good.txt"), str(tmp_path / "bad.txt"))
    assert stopped.value.code == 1
    out, err = capsys.readouterr()
    assert out.endswith("good.txt: 2026-17, 20.00 EUR, due on 2026-12-24\n")
    assert "bad.txt: no Invoice in the reply" in err


def test_the_bot_keeps_a_conversation_for_each_channel(
    run: Run, quantai_mock: Organisation, capsys: pytest.CaptureFixture[str]
) -> None:
    run("agent_bot.py", lines="general: Hello\nnews: Hello\ngeneral: And?\n\n")
    assert [line.partition(":")[0] for line in capsys.readouterr().out.splitlines()] == ["general", "news", "general"]
    first, second, third = (request["body"].get("sessionId") for request in quantai_mock.requests("agents_chat"))
    assert first is None
    assert second is None
    assert third


@pytest.fixture
def calls(run: Run, tmp_path: Path) -> dict[str, Callable[[], object]]:
    """Each example as it is usually called."""
    (tmp_path / "a.txt").write_text("Paper 12.50, due on 24 December 2026", encoding="utf-8")
    return {
        "terminal_chat.py": lambda: run("terminal_chat.py", lines="Hello\n"),
        "agent_bot.py": lambda: run("agent_bot.py", lines="general: Hello\n"),
        "invoices.py": lambda: run("invoices.py", str(tmp_path / "a.txt")),
        "upload_folder.py": lambda: run("upload_folder.py", str(tmp_path), "handbook"),
        "streaming_app/app.py": lambda: run("streaming_app/app.py"),
    }


NAMES = ("terminal_chat.py", "agent_bot.py", "invoices.py", "upload_folder.py")


def test_each_program_is_called(calls: dict[str, Callable[[], object]]) -> None:
    programs = {path.relative_to(EXAMPLES).as_posix() for path in EXAMPLES.rglob("*.py")}
    assert set(calls) == {name for name in programs if not Path(name).name.startswith("test_")}
    assert {*NAMES, "streaming_app/app.py"} == set(calls)


@pytest.mark.parametrize("name", [*NAMES, "streaming_app/app.py"])
def test_a_missing_token_is_one_line(
    calls: dict[str, Callable[[], object]], name: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("QUANT_API_TOKEN")
    with pytest.raises(SystemExit) as stopped:
        calls[name]()
    assert stopped.value.code == "no API token is given: pass token= or set QUANT_API_TOKEN"


@pytest.mark.parametrize("name", NAMES)
def test_a_wrong_token_is_one_line(
    calls: dict[str, Callable[[], object]], name: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("QUANT_API_TOKEN", "wrong")
    with pytest.raises(SystemExit) as stopped:
        calls[name]()
    assert re.fullmatch(r"[A-Z]+ /\S+ answered 401: .+; check token= \(QUANT_API_TOKEN\)", str(stopped.value.code))


@pytest.mark.parametrize("name", NAMES)
def test_ctrl_c_ends_without_a_traceback(
    calls: dict[str, Callable[[], object]], name: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    def interrupt(client: QuantAI) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(QuantAI, "__enter__", interrupt)
    with pytest.raises(SystemExit) as stopped:
        calls[name]()
    assert stopped.value.code == 130


@pytest.mark.parametrize(
    ("arguments", "error"),
    [
        (["invoices.py"], "usage: invoices.py FILE..."),
        (["upload_folder.py", "only-one"], "usage: upload_folder.py FOLDER COLLECTION"),
        (["upload_folder.py", "no-such-folder", "handbook"], "no-such-folder is not a folder"),
    ],
)
def test_wrong_usage_is_one_line(run: Run, arguments: list[str], error: str) -> None:
    with pytest.raises(SystemExit) as stopped:
        run(*arguments)
    assert stopped.value.code == error


def test_the_bot_goes_on_after_an_error(
    run: Run, quantai_mock: Organisation, capsys: pytest.CaptureFixture[str]
) -> None:
    quantai_mock.fault(500, operation="agents_chat", times=1)
    run("agent_bot.py", lines="general: Hello\ngeneral: Hello?\n")
    out, err = capsys.readouterr()
    assert out.startswith("general: ")
    assert "500" in err
    assert len(quantai_mock.requests("agents_delete")) == 1


def test_the_notebook_runs_from_top_to_bottom(
    quantai_mock: Organisation, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    notebook = json.loads((EXAMPLES / "first_steps.ipynb").read_text(encoding="utf-8"))
    cells = (cell["source"] for cell in notebook["cells"] if cell["cell_type"] == "code")
    program = "\n\n".join(cell for cell in cells if not removed_in(cell))
    assert all(cell["outputs"] == [] for cell in notebook["cells"] if cell["cell_type"] == "code")
    environment = {
        **os.environ,
        "QUANT_API_TOKEN": quantai_mock.token,
        "QUANT_ORGANISATION": quantai_mock.name,
        "QUANT_BASE_URL": quantai_mock.url,
    }
    subprocess.run([sys.executable, "-W", "error", "-c", program], cwd=tmp_path, env=environment, check=True)
