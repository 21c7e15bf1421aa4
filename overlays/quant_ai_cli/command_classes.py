"""Commands and groups as all of ours are: their help fits the terminal, and they take the common options."""

from __future__ import annotations

import shutil
import textwrap
from typing import Any

import click

from .invocation import COMMON_OPTIONS

COMMON_NOTE = "Options of all commands, such as --output, --jq and --profile: quant-ai --help"


class FittingFormatter(click.HelpFormatter):
    """Help that fits a narrow terminal too."""

    def __init__(self, *_: Any, **__: Any) -> None:
        columns = shutil.get_terminal_size().columns
        super().__init__(width=max(min(columns, 80) - 2, 24))

    def write_dl(self, rows: Any, col_max: int = 30, col_spacing: int = 2) -> None:
        """Names and what they mean, in two columns."""
        super().write_dl(rows, min(col_max, self.width // 2 - 4), col_spacing)

    def write_prose(self, text: str) -> None:
        """Paragraphs, lists and code."""
        pad = " " * self.current_indent
        is_code = False
        for line in text.splitlines():
            fence = line.strip().startswith("```")
            is_code ^= fence
            if not fence:
                self.write(f"{pad}{line}\n" if is_code or line.startswith("|") else f"{self._filled(line, pad)}\n")

    def _filled(self, line: str, pad: str) -> str:
        hang = pad + "  " if line.startswith(("- ", "* ")) else pad
        return textwrap.fill(
            line, self.width, initial_indent=pad, subsequent_indent=hang, break_on_hyphens=False, break_long_words=False
        )


class FittingContext(click.Context):
    """A context whose help fits the terminal."""

    formatter_class = FittingFormatter


class OurCommand(click.Command):
    """A command with the common options, which its help does not repeat.

    If `--help` is among arguments of which one is wrong, the help is what the user needs.
    """

    context_class = FittingContext

    def __init__(self, *args: Any, has_common: bool = True, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.has_common = has_common

    def get_params(self, ctx: click.Context) -> list[click.Parameter]:
        """Its own parameters and the common ones; one that is named like an own one is given before the command."""
        own = super().get_params(ctx)
        taken = {name for param in own for name in param.opts}
        return [*own, *(param for param in COMMON_OPTIONS if self.has_common and taken.isdisjoint(param.opts))]

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Parse; on a mistake show the help if it is wanted."""
        given = list(args)
        try:
            return super().parse_args(ctx, args)
        except click.UsageError:
            show_help_if_wanted(ctx, given)
            raise

    def format_help_text(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """The text, with its lists and paragraphs."""
        write_help_text(self, formatter)

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Its own options."""
        write_options(self.get_params(ctx), ctx, formatter, common=False)

    def format_epilog(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Where to find the common options."""
        super().format_epilog(ctx, formatter)
        if self.has_common:
            formatter.write_paragraph()
            formatter.write_text(COMMON_NOTE)


class OurGroup(click.Group):
    """A group with the common options."""

    context_class = FittingContext

    def get_params(self, ctx: click.Context) -> list[click.Parameter]:
        """Its own parameters and the common ones."""
        return [*super().get_params(ctx), *COMMON_OPTIONS]

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Parse; on a mistake show the help if it is wanted."""
        given = list(args)
        try:
            return super().parse_args(ctx, args)
        except click.UsageError as error:
            if not isinstance(error, click.exceptions.NoArgsIsHelpError):
                show_help_if_wanted(ctx, given)
            raise

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """Find a command, or name those that are spelt alike."""
        found = self.get_command(ctx, args[0]) or self.get_command(ctx, args[0].replace("_", "-").lower())
        if found is None and not ctx.resilient_parsing and not args[0].startswith("-"):
            raise no_such_command(ctx, args[0], self.list_commands(ctx))
        return (found.name if found else None), found, args[1:]

    def format_help_text(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """The text, with its lists and paragraphs."""
        write_help_text(self, formatter)

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """The options, those of all commands for the root only, and the commands."""
        self.format_commands(ctx, formatter)
        write_options(self.get_params(ctx), ctx, formatter, common=ctx.parent is None)

    def format_epilog(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Where to find the common options."""
        super().format_epilog(ctx, formatter)
        if ctx.parent is not None:
            formatter.write_paragraph()
            formatter.write_text(COMMON_NOTE)


def no_such_command(ctx: click.Context, name: str, known: list[str]) -> click.UsageError:
    """An error that names the commands that are spelt alike."""
    from difflib import get_close_matches

    near = get_close_matches(name.replace("_", "-").lower(), known, 3)
    hint = f" Did you mean {' or '.join(map(repr, near))}?" if near else ""
    return click.UsageError(f"No such command {name!r}.{hint}", ctx)


def show_help_if_wanted(ctx: click.Context, args: list[str]) -> None:
    """Show the help, and end the command, if the arguments have `--help` or `-h`."""
    end = args.index("--") if "--" in args else len(args)
    if {"-h", "--help"} & set(args[:end]) and not ctx.resilient_parsing:
        click.echo(ctx.get_help())
        ctx.exit()


def write_help_text(command: click.Command, formatter: click.HelpFormatter) -> None:
    """The text of a command."""
    text = f"(deprecated) {command.help or ''}" if command.deprecated else command.help
    if text:
        formatter.write_paragraph()
        with formatter.indentation():
            formatter.write_prose(text) if isinstance(formatter, FittingFormatter) else formatter.write_text(text)


def write_options(
    params: list[click.Parameter], ctx: click.Context, formatter: click.HelpFormatter, *, common: bool
) -> None:
    """A section with options."""
    shown = [param for param in params if common or param not in COMMON_OPTIONS]
    rows = [row for param in shown if isinstance(param, click.Option) and (row := param.get_help_record(ctx))]
    if rows:
        with formatter.section("Options"):
            formatter.write_dl(rows)
