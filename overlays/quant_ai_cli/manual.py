"""`quant-ai man`: a manual page of all commands, from the same tables as their help."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

import click

from . import terminal
from .command_classes import FittingContext, OurCommand

HELP = "Print a manual page. To install it:\n\n```\nquant-ai man > ~/.local/share/man/man1/quant-ai.1\n```"


def man_command(table: object) -> click.Command:
    """The command."""
    return OurCommand(name="man", callback=_print, help=HELP)


def _print() -> None:
    from quant_ai._version import __version__

    root = click.get_current_context().find_root()
    lines = [
        f'.TH QUANT-AI 1 "" "quant-ai {__version__}" "User Commands"',
        ".SH NAME", "quant\\-ai \\- the Quant AI API on the command line",
        ".SH SYNOPSIS", ".B quant\\-ai", "[\\fIoptions\\fR] \\fIcommand\\fR [\\fIarguments\\fR]",
        ".SH DESCRIPTION", *_prose(root.command.help or ""),
        ".SH OPTIONS", *_options(root),
        ".SH COMMANDS", *_commands(root),
        ".SH ENVIRONMENT", *_environment(),
    ]  # fmt: skip
    terminal.write("".join(f"{line}\n" for line in lines))


def _commands(ctx: click.Context) -> Iterator[str]:
    command: Any = ctx.command
    for name in command.list_commands(ctx):
        found = command.get_command(ctx, name)
        inner = FittingContext(found, info_name=name, parent=ctx, resilient_parsing=True)
        yield f".SS {_escaped(inner.command_path)}"
        pieces = [piece for piece in found.collect_usage_pieces(inner) if piece != "[OPTIONS]"]
        if pieces and not isinstance(found, click.Group):
            yield f".B {_escaped(inner.command_path)} {_escaped(' '.join(pieces))}"
            yield ".PP"
        yield from _prose(found.help or "")
        yield from _options(inner)
        if isinstance(found, click.Group):
            yield from _commands(inner)


def _options(ctx: click.Context) -> Iterator[str]:
    own = ctx.command.get_params(ctx) if ctx.parent is None else [*ctx.command.params]
    for param in own:
        record = param.get_help_record(ctx) if isinstance(param, click.Option) else None
        if record is not None:
            yield ".TP"
            yield f"\\fB{_escaped(record[0])}\\fR"
            yield _line(record[1])


def _environment() -> Iterator[str]:
    for name, text in (
        ("QUANT_API_TOKEN", "The API token."),
        ("QUANT_ORGANISATION", "The organisation."),
        ("QUANT_BASE_URL", "Another server."),
        ("QUANT_MODEL", "The model of quant-ai chat."),
        ("QUANT_PROFILE", "The profile of the config file."),
        ("NO_COLOR", "Use no colours."),
    ):
        yield ".TP"
        yield f".B {name}"
        yield text


def _prose(text: str) -> Iterator[str]:
    for block in re.split(r"\n\s*\n", text.strip()):
        for line in block.splitlines():
            if line.startswith(("- ", "* ")):
                yield ".IP \\(bu 2"
                yield _line(line[2:])
            elif not line.startswith("```"):
                yield _line(line)
        yield ".PP"


def _line(text: str) -> str:
    """A line of text, which roff does not take for a request."""
    line = _escaped(" ".join(text.split()))
    return f"\\&{line}" if line.startswith((".", "'")) else line


def _escaped(text: str) -> str:
    return text.replace("\\", "\\e").replace("-", "\\-")
