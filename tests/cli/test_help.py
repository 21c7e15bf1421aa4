"""The help of every command at 80 columns, as `make generate` writes it into tests/cli/help."""

from __future__ import annotations

from pathlib import Path

import pytest

import cli_help
from quant_ai_cli.terminal import width_of

from .support.running import CommandRunner


@pytest.fixture(scope="module")
def pages() -> dict[str, str]:
    return cli_help.pages()


def test_the_help_is_as_it_was(pages: dict[str, str]) -> None:
    """`make generate` writes it, so that a change of it can be read with the change that caused it."""
    for name, text in pages.items():
        file = cli_help.FOLDER / f"{name}.txt"
        assert file.is_file(), "a new resource has help; run make generate"
        assert text == file.read_text(encoding="utf-8"), "the help changed; run make generate"
    assert {file.stem for file in cli_help.FOLDER.iterdir()} == set(pages)


def test_the_help_fits_eighty_columns(pages: dict[str, str]) -> None:
    assert [line for text in pages.values() for line in text.splitlines() if width_of(line) > 80] == []


def test_help_that_is_not_up_to_date_is_named_and_written(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "gone.txt").write_text("Old.", encoding="utf-8")
    assert cli_help.main(["--check"], tmp_path) == 1
    assert "tests/cli/help/models.txt: not up to date; run make generate" in capsys.readouterr().out
    assert cli_help.main([], tmp_path) == 0
    assert not (tmp_path / "gone.txt").exists()
    assert cli_help.main(["--check"], tmp_path) == 0


def stands_alone(line: str) -> bool:
    """Whether a line has nothing but an option, which is never broken."""
    return line.startswith("  -") and "   " not in line.strip()


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
