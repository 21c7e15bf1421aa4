"""The examples in docs/mock.md work as they are written."""

from __future__ import annotations

import re
import shlex
from pathlib import Path

import httpx
import pytest
from tests.markdown import code_blocks
from tests.pytest_runs import run_pytest
from tests.removed import removed_in

from quant_ai_mock import Mock, running_mock
from quant_ai_mock.cli import PORT, _parser, _split
from quant_ai_mock.state.faults import KINDS
from quant_ai_mock.testing import Organisation

TEXT = (Path(__file__).parents[2] / "docs" / "mock.md").read_text(encoding="utf-8")
PYTHON = code_blocks(TEXT, "python")
SHELL = [line for block in code_blocks(TEXT, "sh") for line in block.code.splitlines()]
CURL = [line for line in SHELL if line.startswith("curl ")]
RECORD = [line for line in SHELL if line.startswith("quant-ai-contract record")]  # see tests/contract
COMMANDS = [line for line in SHELL if line.startswith("quant-ai-mock")]


def test_every_line_for_the_shell_is_tried() -> None:
    others = {'pip install ".[mock]"', *RECORD}
    assert set(SHELL) - set(CURL) - set(COMMANDS) == others


def test_orders_are_carried_out_in_their_order() -> None:
    with running_mock() as mock:
        assert {line: status_of(mock, line) for line in CURL} == dict.fromkeys(CURL, 200)


def status_of(mock: Mock, line: str) -> int:
    """The status of the reply to a curl command."""
    _, *words = shlex.split(line)
    method, body = "GET", None
    while len(words) > 1:
        option, value, *words = words if words[0].startswith("-") else [*words[1:], words[0]]
        method, body = (value, body) if option == "-X" else (method, value)
    assert words[0].startswith(f"http://127.0.0.1:{PORT}/_mock/")
    address = words[0].replace(f"http://127.0.0.1:{PORT}", mock.url)
    # curl -d sends the content type of a form, so no command may depend on it.
    headers = {"Content-Type": "application/x-www-form-urlencoded"} if body else {}
    return httpx.request(method, address, content=body, headers=headers).status_code


@pytest.mark.parametrize("line", COMMANDS)
def test_a_command_has_options_that_exist(line: str) -> None:
    _parser().parse_args(_split(shlex.split(line)[1:])[0])


@pytest.mark.parametrize("code", [block.code for block in PYTHON if not block.has_tests])
def test_a_program_runs(code: str) -> None:
    exec(compile(code, "mock.md", "exec"), {})


def test_the_tests_pass(tmp_path: Path) -> None:
    for number, code in enumerate(block.code for block in PYTHON if block.has_tests and not removed_in(block.code)):
        (tmp_path / f"test_snippet_{number}.py").write_text(code, encoding="utf-8")
    done = run_pytest(tmp_path)
    assert done.returncode == 0, done.stdout + done.stderr


def test_the_tables_name_what_there_is() -> None:
    rows = re.findall(r"^\| `([a-z-]+)` \|", TEXT, flags=re.MULTILINE)
    assert tuple(row for row in rows if not row.startswith("-"))[-len(KINDS) :] == KINDS
    row = next(line for line in TEXT.splitlines() if line.startswith("| `quantai_mock` |"))
    named = set(re.findall(r"`(\w+)`", row)) - {"quantai_mock"}
    there = {name for name in dir(Organisation) if not name.startswith("_") and callable(getattr(Organisation, name))}
    assert named == there - {"now", "release"}
