"""Completion scripts for four shells, what they complete, and the manual page."""

from __future__ import annotations

import re
import shutil
import subprocess
from typing import Any

import pytest

from .support.running import CommandRunner

CHECKS = {"bash": ["bash", "-n"], "zsh": ["zsh", "-n"], "fish": ["fish", "--no-execute"]}


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish", "powershell"])
def test_the_script_of_a_shell_is_valid(quant_ai: CommandRunner, shell: str) -> None:
    done = quant_ai("completion", shell)
    assert done.code == 0
    assert "_QUANT_AI_COMPLETE" in done.out
    check = CHECKS.get(shell)
    if check and shutil.which(check[0]):
        subprocess.run(check, input=done.out.encode(), check=True, capture_output=True, timeout=30)
    if shell == "powershell":
        assert done.out.count("{") == done.out.count("}")


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("quant-ai mod", ["models"]),
        ("quant-ai co", ["configure", "completion"]),
        ("quant-ai vector-db q", ["query"]),
        ("quant-ai vector-db query --thr", ["--threshold"]),
        ("quant-ai models list --feature e", ["embeddings"]),
        ("quant-ai models list --outp", ["--output"]),
        ("quant-ai models list -o ya", ["yaml"]),
        ("quant-ai chat --mod", ["--model"]),
        ("quant-ai chat se", ["send"]),
        ("quant-ai vector-db upl", ["upload-documents", "upload"]),
        ("quant-ai completion pow", ["powershell"]),
    ],
)
@pytest.mark.parametrize("shell", ["bash", "fish", "powershell"])
def test_a_line_is_completed(
    quant_ai: CommandRunner, monkeypatch: pytest.MonkeyPatch, line: str, expected: list[str], shell: str
) -> None:
    words = line.split(" ")
    monkeypatch.setenv("_QUANT_AI_COMPLETE", f"{shell}_complete")
    monkeypatch.setenv("COMP_WORDS", line)
    monkeypatch.setenv("COMP_CWORD", str(len(words) - 1) if shell == "bash" else words[-1])
    monkeypatch.setenv("COMP_WORD", words[-1])
    done = quant_ai()
    found: Any = [re.split(r"[\t,]", row.removeprefix("plain,"))[0] for row in done.out.splitlines()]
    assert sorted(found)[: len(expected)] == sorted(expected)


def test_the_manual_has_all_commands(quant_ai: CommandRunner) -> None:
    done = quant_ai("man")
    assert done.out.startswith('.TH QUANT-AI 1 "" "quant-ai ')
    for command in ("vector-db query", "chat wait", "files upload", "configure", "ai-search search"):
        assert f".SS quant-ai {command}\n".replace("-", "\\-") in done.out
    assert "\\fB\\-\\-max\\-tokens INTEGER\\fR" in done.out
    assert [line for line in done.out.splitlines() if line.startswith("'")] == []
    if shutil.which("mandoc"):
        subprocess.run(["mandoc", "-T", "lint", "-W", "error"], input=done.out.encode(), check=True, timeout=60)


def test_the_mock_server_is_a_command_too(quant_ai: CommandRunner, capsys: Any) -> None:
    with pytest.raises(SystemExit) as end:
        quant_ai("mock", "--help")
    assert end.value.code == 0
    assert "usage: quant-ai-mock" in capsys.readouterr().out
