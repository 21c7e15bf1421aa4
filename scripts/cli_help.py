"""Write the help of every command of quant-ai into tests/cli/help, so that a change of it can be read."""

from __future__ import annotations

import argparse
import os
import sys
from pathlib import Path

import click

from quant_ai_cli.application import application
from quant_ai_cli.command_classes import FittingContext
from quant_ai_cli.invocation import Invocation

FOLDER = Path(__file__).resolve().parents[1] / "tests" / "cli" / "help"


def main(argv: list[str] | None = None, folder: Path = FOLDER) -> int:
    """Write the files, or with --check name those that are not up to date."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--check", action="store_true", help="write nothing, and fail if a file is not up to date")
    check = parser.parse_args(argv).check
    wanted = {f"{name}.txt": text for name, text in pages().items()}
    known = {path.name: path.read_text(encoding="utf-8") for path in folder.glob("*.txt")}
    changed = sorted(name for name in wanted.keys() | known.keys() if wanted.get(name) != known.get(name))
    for name in changed:
        print(f"tests/cli/help/{name}: {'not up to date; run make generate' if check else 'the help changed'}")
        if not check and name in wanted:
            folder.mkdir(exist_ok=True)
            (folder / name).write_text(wanted[name], encoding="utf-8", newline="\n")
        elif not check:
            (folder / name).unlink()
    return 1 if check and changed else 0


def pages() -> dict[str, str]:
    """The help of the command, and of each group with all commands in it, at 80 columns."""
    columns, os.environ["COLUMNS"] = os.environ.get("COLUMNS"), "80"
    try:
        root = application()
        context = _context(root, "quant-ai")
        found = {"quant-ai": root.get_help(context)}
        for name in root.list_commands(context):
            command = root.get_command(context, name)
            assert command is not None
            found[name] = "\n\n".join(_helps(command, name, context))
    finally:
        os.environ.pop("COLUMNS")
        os.environ |= {} if columns is None else {"COLUMNS": columns}
    return {name: f"{text}\n" for name, text in found.items()}


def _helps(command: click.Command, name: str, parent: click.Context) -> list[str]:
    context = _context(command, name, parent)
    found = [command.get_help(context)]
    if isinstance(command, click.Group):
        for inner in command.list_commands(context):
            made = command.get_command(context, inner)
            assert made is not None
            found += _helps(made, inner, context)
    return found


def _context(command: click.Command, name: str, parent: click.Context | None = None) -> click.Context:
    return FittingContext(command, info_name=name, parent=parent, obj=Invocation(), **command.context_settings)


if __name__ == "__main__":
    sys.exit(main())
