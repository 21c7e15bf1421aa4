"""Each shell line of README, docs and CONTRIBUTING calls a program that exists, with options that it has.

Some of them also run: tests/cli runs the page of the command line, and tests/mock the curl commands.
"""

from __future__ import annotations

import inspect
import re
import shlex
import tomllib
from collections.abc import Iterator
from pathlib import Path

import click
import pytest
from tests.markdown import code_blocks

import build_docs
from quant_ai import settings
from quant_ai_cli.application import application
from quant_ai_cli.invocation import Invocation
from quant_ai_contract import command_line
from quant_ai_mock import cli

ROOT = Path(__file__).parents[2]
MAKEFILE = (ROOT / "Makefile").read_text(encoding="utf-8")
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
PAGES = [*sorted((ROOT / "docs").rglob("*.md")), *(ROOT / name for name in ("README.md", *build_docs.OTHERS))]


def commands() -> Iterator[tuple[str, list[str]]]:
    """The page and the words of each command; a pipe has several."""
    for page in PAGES:
        for block in code_blocks(page.read_text(encoding="utf-8"), "sh"):
            for line in block.code.splitlines():
                words = shlex.split(line, comments=True)
                while "|" in words:
                    yield page.name, words[: words.index("|")]
                    words = words[words.index("|") + 1 :]
                if words:
                    yield page.name, words[: words.index(">")] if ">" in words else words


COMMANDS = list(commands())


def test_there_are_blocks_of_each_kind() -> None:
    programs = {words[0] for _, words in COMMANDS}
    assert programs == {*PROJECT["scripts"], "make", "pip", "export", "curl", "cat", ".ci/run"}


@pytest.mark.parametrize("words", [words for _, words in COMMANDS if words[0] == "make"], ids=" ".join)
def test_a_target_and_its_variables_exist(words: list[str]) -> None:
    for word in words[1:]:
        name, is_variable, _ = word.partition("=")
        assert re.search(rf"\$\({name}\)" if is_variable else rf"^{name}:.*## ", MAKEFILE, re.MULTILINE), word


@pytest.mark.parametrize("words", [words for _, words in COMMANDS if words[0] == "pip"], ids=" ".join)
def test_an_installation_names_extras_that_exist(words: list[str]) -> None:
    assert words[:2] == ["pip", "install"]
    name, _, extras = words[2].strip("]").partition("[")
    assert name == ".", "the package is not on an index yet"
    assert set(filter(None, extras.split(","))) <= set(PROJECT["optional-dependencies"])


@pytest.mark.parametrize("words", [words for _, words in COMMANDS if words[0] == "export"], ids=" ".join)
def test_a_variable_is_one_that_is_read(words: list[str]) -> None:
    assert words[1].partition("=")[0] in inspect.getsource(settings)


@pytest.mark.parametrize("words", [words for _, words in COMMANDS if words[0] == "quant-ai"], ids=" ".join)
def test_a_command_of_the_client_has_its_options(words: list[str]) -> None:
    command: click.Command = application()
    context = click.Context(command, obj=Invocation())
    options = {name for parameter in command.get_params(context) for name in parameter.opts}
    for word in words[1:]:
        if word.startswith("-"):
            continue
        found = command.get_command(context, word) if isinstance(command, click.Group) else None
        if found is None:
            break
        command, context = found, click.Context(found, parent=context, obj=context.obj)
        options |= {name for parameter in command.get_params(context) for name in parameter.opts}
    used = {word for word in words[1:] if re.match(r"--?[a-z]", word)}
    assert command.name != "quant-ai"
    assert used <= options


def test_commands_of_mock_and_contract_have_their_options() -> None:
    for _, words in COMMANDS:
        if words[0] == "quant-ai-mock":
            cli._parser().parse_args(cli._split(words[1:])[0])
        elif words[0] == "quant-ai-contract":
            end = words.index("--") if "--" in words else len(words)
            command_line._parser().parse_args(words[1:end])


def test_the_help_of_mock_and_contract_fits_80_columns(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "80")
    texts = [cli._parser().format_help(), command_line._parser().format_help()]
    assert [line for text in texts for line in text.splitlines() if len(line) > 80] == []
