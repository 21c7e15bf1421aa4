"""The help of every command at 80 columns, as snapshots: `UPDATE=1` updates them."""

from __future__ import annotations

import os
from pathlib import Path

import click
import pytest

from quant_ai_cli.application import application
from quant_ai_cli.command_classes import FittingContext
from quant_ai_cli.invocation import Invocation
from quant_ai_cli.terminal import width_of

from .support.running import CommandRunner

FOLDER = Path(__file__).parent / "help"


def context(command: click.Command, name: str, parent: click.Context | None = None) -> click.Context:
    return FittingContext(command, info_name=name, parent=parent, obj=Invocation(), **command.context_settings)


def helps(command: click.Command, name: str, parent: click.Context | None = None) -> list[str]:
    """The help of a command and of all commands in it."""
    ctx = context(command, name, parent)
    found = [command.get_help(ctx)]
    for inner in command.list_commands(ctx) if isinstance(command, click.Group) and parent is not None else ():
        made = command.get_command(ctx, inner)
        assert made is not None
        found += helps(made, inner, ctx)
    return found


ROOT = application()
GROUPS = ROOT.list_commands(context(ROOT, "quant-ai"))


@pytest.mark.parametrize("name", ["quant-ai", *GROUPS])
def test_the_help_is_as_it_was(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "80")
    root = context(ROOT, "quant-ai")
    command = ROOT if name == "quant-ai" else ROOT.get_command(root, name)
    assert command is not None
    text = "\n\n".join(helps(command, name, None if name == "quant-ai" else root)) + "\n"
    file = FOLDER / f"{name}.txt"
    if os.environ.get("UPDATE"):
        file.parent.mkdir(exist_ok=True)
        file.write_text(text, encoding="utf-8")
    assert text == file.read_text(encoding="utf-8"), "the help changed; write it with UPDATE=1"
    assert max(map(width_of, text.splitlines())) <= 80


def stands_alone(line: str) -> bool:
    """Whether a line has nothing but an option, which is never broken."""
    return line.startswith("  -") and "   " not in line.strip()


def test_no_snapshot_is_left_over() -> None:
    assert {file.stem for file in FOLDER.iterdir()} == {"quant-ai", *GROUPS}


@pytest.mark.parametrize("arguments", [["-h"], ["models", "list", "-h"], ["files", "list", "--help"]])
def test_the_help_fits_forty_columns(
    quant_ai: CommandRunner, monkeypatch: pytest.MonkeyPatch, arguments: list[str]
) -> None:
    monkeypatch.setenv("COLUMNS", "40")
    done = quant_ai(*arguments)
    assert done.code == 0
    assert [line for line in done.out.splitlines() if len(line) > 40 and not stands_alone(line)] == []


@pytest.mark.parametrize(
    "arguments",
    [
        ["models", "list", "--bogus", "--help"],
        ["models", "get", "--help"],
        ["models", "get", "a", "b", "-h"],
        ["chat", "send", "--max-tokens", "many", "--help"],
    ],
)
def test_help_is_shown_whatever_else_is_wrong(quant_ai: CommandRunner, arguments: list[str]) -> None:
    done = quant_ai(*arguments)
    assert (done.code, done.err) == (0, "")
    assert done.out.startswith("Usage: quant-ai ")


def test_help_after_two_dashes_is_a_value(quant_ai: CommandRunner) -> None:
    assert "answered 404" in quant_ai("models", "get", "--", "--help").err


def test_without_a_command_the_help_is_an_error(quant_ai: CommandRunner) -> None:
    done = quant_ai()
    assert (done.code, done.out) == (2, "")
    assert "Resources:" in done.err
    assert quant_ai("models").code == 2


def test_the_version_is_that_of_the_package(quant_ai: CommandRunner) -> None:
    from quant_ai import __version__

    assert quant_ai("--version").out == f"quant-ai {__version__}\n"
