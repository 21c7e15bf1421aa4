"""The command `quant-ai`: its groups, and how a run of it ends."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from contextlib import suppress
from functools import partial
from importlib import import_module
from typing import Any, Final

import click

from quant_ai_client.command_types import CommandGroup
from quant_ai_client.commands import GROUPS

from . import terminal
from .command_classes import OurGroup
from .failures import ExitCode, is_expected, report
from .invocation import Invocation

NAME: Final = "quant-ai"
COMPLETE: Final = "_QUANT_AI_COMPLETE"

BY_HAND: Final[dict[str, tuple[str, str]]] = {
    "chat": ("chat_command", "chat_group"),
    "mock": ("mock_command", "mock_command"),
    "configure": ("configure", "configure_command"),
    "completion": ("completion", "completion_command"),
    "man": ("manual", "man_command"),
}
"""Commands that are written by hand: the module, and the function that makes the command."""

ADDED: Final[dict[tuple[str, str, str], tuple[str, str]]] = {
    ("vector-db", "upload", "upload-documents"): ("uploads", "document_upload_command"),
    ("files", "upload", "upload"): ("uploads", "file_upload_command"),
}
"""Commands by hand in the group of a resource: the group, the name, and an operation that it needs."""

SUMMARIES: Final[dict[str, str]] = {
    "chat": "Chat with a model or an agent, once or interactively.",
    "mock": "Run a mock server of the API.",
    "configure": "Save a token and other settings in a profile.",
    "completion": "Print a script that completes commands in your shell.",
    "man": "Print a manual page.",
}
"""What the commands by hand do, in a line."""

HELP: Final = (
    "The Quant AI API on the command line.\n\nEach resource of the API is a group of commands: quant-ai models list. On"
    " a terminal they print text and tables, into a pipe JSON.\n\nExit codes: 0 done, 1 error of the service, 2 wrong"
    " usage, 3 token or permission, 4 not found, 5 incomplete, 6 rate limit, 7 no connection, 130 interrupted."
)


class Application(OurGroup):
    """All commands. Only the module of the one that runs is imported."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """The names: commands by hand first, then resources in the order of the spec."""
        return list(dict.fromkeys([*BY_HAND, *(group.name for group in GROUPS)]))

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """A command by its name."""
        table = next((group for group in GROUPS if group.name == cmd_name), None)
        if cmd_name in BY_HAND:
            module, maker = BY_HAND[cmd_name]
            made: click.Command = getattr(import_module(f"{__package__}.{module}"), maker)(table)
            return made
        if table is None:
            return None
        from .operation_commands import OperationGroup

        return OperationGroup(table, extra_commands(table))

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Two sections, made from the tables, so that no command has to be imported."""
        resources = [(group.name, group.summary) for group in GROUPS if group.name not in BY_HAND]
        for title, rows in (("Commands", list(SUMMARIES.items())), ("Resources", resources)):
            if rows:
                with formatter.section(title):
                    formatter.write_dl(rows)

    def shell_complete(self, ctx: click.Context, incomplete: str) -> list[Any]:
        """The names that begin like this, without an import for each."""
        from click.shell_completion import CompletionItem

        summaries = {group.name: group.summary for group in GROUPS} | SUMMARIES
        found = [CompletionItem(name, help=text) for name, text in summaries.items() if name.startswith(incomplete)]
        return [*found, *click.Command.shell_complete(self, ctx, incomplete)]


def extra_commands(table: CommandGroup) -> dict[str, Callable[[CommandGroup], click.Command]]:
    """The commands by hand in the group of a resource, as far as the spec has what they need."""
    found: dict[str, Callable[[CommandGroup], click.Command]] = {}
    for (group, name, needed), (module, maker) in ADDED.items():
        if group == table.name and _has(table, needed) and (name == needed or not _has(table, name)):
            found[name] = partial(_made, module, maker)
    return found


def _made(module: str, maker: str, table: CommandGroup) -> click.Command:
    """A command by hand, whose module is imported now."""
    command: click.Command = getattr(import_module(f"{__package__}.{module}"), maker)(table)
    return command


def _has(table: CommandGroup, command: str) -> bool:
    commands = import_module(f"quant_ai_client.commands.{table.resource}").COMMANDS
    return any(one.name == command for one in commands)


def _show_version(ctx: click.Context, param: click.Parameter, value: bool) -> None:
    if value and not ctx.resilient_parsing:
        from quant_ai._version import __version__

        click.echo(f"{NAME} {__version__}")
        ctx.exit()


def application() -> Application:
    """The command with all of its groups."""
    version = click.Option(
        ["--version"], is_flag=True, is_eager=True, expose_value=False, callback=_show_version,
        help="Show the version and exit.",
    )  # fmt: skip
    return Application(
        name=NAME,
        help=HELP,
        params=[version],
        context_settings={"help_option_names": ["-h", "--help"]},
        no_args_is_help=True,
    )


def run(arguments: list[str]) -> int:
    """Run the command, and return its exit code."""
    terminal.prepare_streams()
    options = Invocation()
    command = application()
    if instruction := os.environ.get(COMPLETE):
        return complete(command, options, instruction)
    code: Any = 0
    try:
        # Not by click's main(), which has exit codes of its own for a closed pipe and an interrupt.
        with command.make_context(NAME, arguments, obj=options) as context:
            code = command.invoke(context)
        _flush()
    except click.exceptions.Exit as end:
        _flush()
        return end.exit_code
    except click.exceptions.NoArgsIsHelpError as error:
        terminal.write_error(f"{error.format_message()}\n")
        return ExitCode.USAGE
    except BrokenPipeError:
        _discard_output()
        return ExitCode.OK
    except BaseException as error:
        if not is_expected(error):
            raise
        try:
            _flush()
        except OSError:  # what could not be written, such as to a full disk
            _discard_output()
        return report(error, options, arguments)
    return int(code or 0)


def complete(command: click.Command, options: Invocation, instruction: str) -> int:
    """Answer a shell that completes a line."""
    from click.shell_completion import shell_complete

    if instruction.startswith("powershell"):
        from .completion import register

        register()
    return shell_complete(command, {"obj": options}, NAME, COMPLETE, instruction)


def _flush() -> None:
    if sys.stdout is not None:
        sys.stdout.flush()


def _discard_output() -> None:
    """Give stdout another end, so that Python's own flush at exit does not fail."""
    with suppress(OSError, ValueError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
