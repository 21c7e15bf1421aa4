"""Commands of operations, made from the tables of the spec when they are needed."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any, Final

import click

from .command_classes import OurCommand, OurGroup
from .invocation import Invocation, invocation
from .option_values import LONGEST_LIST, ValueType
from .request_bodies import arguments_of

if TYPE_CHECKING:
    from collections.abc import Callable

    from quant_ai_client.command_types import Command, CommandGroup, CommandValue

BODY_HELP: Final = (
    "The request body as JSON or YAML: @FILE reads it from a file, - from stdin. Options win over its fields."
)
ALL_HELP: Final = "Read every page, and print an item on each line as JSON."
WAIT_HELP: Final = "Wait until the job has finished, and print its result."
DEADLINE_HELP: Final = "Seconds to wait at most."
MANY_HELP: Final = "Can be given several times."


class OperationGroup(OurGroup):
    """The commands of one resource.

    Args:
        table: What the spec says.
        extra: Commands that are written by hand, each with a function that makes it.
    """

    def __init__(self, table: CommandGroup, extra: dict[str, Callable[[CommandGroup], click.Command]]) -> None:
        self.table = table
        self.extra = extra
        super().__init__(
            name=table.name,
            help=table.text,
            short_help=table.summary,
            params=[namespace_option(value) for value in table.namespace],
            no_args_is_help=True,
        )

    def commands_of_table(self) -> tuple[Command, ...]:
        """What the spec says of each command; nothing where it does not have the resource."""
        if not self.table.resource:
            return ()
        found: tuple[Command, ...] = import_module(f"quant_ai_client.commands.{self.table.resource}").COMMANDS
        return found

    def list_commands(self, ctx: click.Context) -> list[str]:
        """The names, in the order of the spec; those by hand come last."""
        names = [command.name for command in self.commands_of_table()]
        return [*names, *(name for name in self.extra if name not in names)]

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """A command by its name or alias."""
        if cmd_name in self.extra:
            return self.extra[cmd_name](self.table)
        for command in self.commands_of_table():
            if cmd_name in (command.name, command.alias):
                return operation_command(self.table, command)
        return None


def operation_command(group: CommandGroup, command: Command) -> click.Command:
    """The command of an operation."""

    def callback(**given: Any) -> None:
        from .calls import run

        path = [given[value.argument] for value in command.values if value.place == "path"]
        arguments = arguments_of(command, given, given.pop("body_option", None))
        run(
            invocation(),
            group,
            command,
            path,
            arguments,
            everything=given.get("all_option", False),
            wait=given.get("wait_option", False),
            deadline=given.get("deadline_option"),
        )

    return OurCommand(
        name=command.name,
        callback=callback,
        params=[*map(parameter, command.values), *_own_options(command), *map(namespace_option, group.namespace)],
        help=f"{command.summary.rstrip('.')}.\n\n{command.text}".strip(),
        short_help=f"{command.summary.rstrip('.')}.",
        deprecated=command.deprecated,
    )


def parameter(value: CommandValue) -> click.Parameter:
    """A value as an argument or an option."""
    kind = ValueType(value)
    if value.place == "path":
        return click.Argument([value.argument], type=kind, metavar=value.name.upper())
    text = value.help
    if len("|".join(value.choices)) > LONGEST_LIST:
        text = f"{text} One of {', '.join(value.choices)}."
    if value.many == "items":
        text = f"{text} {MANY_HELP}".strip()
    if value.required:
        text = f"{text}  [required]"
    if value.kind == "boolean" and not value.many:
        names = f"--{value.name}/--no-{value.name}"
        return click.Option([value.argument, names], type=bool, default=None, help=text)
    return click.Option([value.argument, f"--{value.name}"], type=kind, multiple=bool(value.many), help=text)


def namespace_option(value: CommandValue) -> click.Option:
    """An option of a resource, which may be given before or after the command's name."""

    def keep(ctx: click.Context, param: click.Parameter, given: str | None) -> None:
        if given is not None:
            ctx.ensure_object(Invocation).namespace[value.argument] = given

    text = f"{value.help} (QUANT_{value.argument.upper()})"
    return click.Option(
        [f"namespace_{value.argument}", f"--{value.name}"], help=text, expose_value=False, callback=keep
    )


def deadline_option() -> click.Option:
    """`--deadline`."""
    kind = click.FloatRange(min=0, min_open=True)
    return click.Option(["deadline_option", "--deadline"], type=kind, metavar="SECONDS", help=DEADLINE_HELP)


def _own_options(command: Command) -> list[click.Option]:
    made: list[click.Option] = []
    if command.body:
        made.append(click.Option(["body_option", "--body"], metavar="JSON|@FILE|-", help=BODY_HELP))
    if command.kind == "page":
        made.append(click.Option(["all_option", "--all"], is_flag=True, help=ALL_HELP))
    if command.kind == "start" or command.wait:
        made.append(click.Option(["wait_option", "--wait"], is_flag=True, help=WAIT_HELP))
    if command.kind in ("start", "wait") or command.wait:
        made.append(deadline_option())
    return made
