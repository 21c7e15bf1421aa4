"""`quant-ai configure`: save a token and other settings in a profile of the config file."""

from __future__ import annotations

import getpass
import sys
from typing import Any

import click

from . import terminal
from .command_classes import OurCommand
from .invocation import Invocation, invocation
from .profiles import config_file, profile, read, save

HELP = (
    "Save settings in a profile of the config file, which only you can read. What is given as an option is saved;"
    " without options, a terminal asks. The token is asked for, or piped with --token-stdin; with --token-command, a"
    " command prints it whenever it is needed.\n\nComments in the profile are not kept; the rest of the file is."
)


def configure_command(table: object) -> click.Command:
    """The command."""
    return OurCommand(
        name="configure",
        callback=_configure,
        help=HELP,
        params=[
            click.Option(["--model"], metavar="ID", help="The model of quant-ai chat."),
            click.Option(["--token-command"], metavar="COMMAND", help="A shell command that prints the token."),
            click.Option(["--project"], metavar="NAME", help="The project of quant-ai ai-search."),
            click.Option(["--show"], is_flag=True, help="Show the profile, without its token, and change nothing."),
        ],
    )


def _configure(model: str | None, token_command: str | None, project: str | None, show: bool) -> None:
    options = invocation()
    path = config_file()
    if show:
        _show(profile(options.profile))
        return
    name = options.profile or "default"
    before = read(path).get("profiles", {}).get(name, {})
    found = dict(before) if isinstance(before, dict) else {}
    settings = {
        "organisation": options.organisation,
        "base_url": options.base_url,
        "model": model,
        "token_command": token_command,
        "project": project,
    }
    given = {key: value for key, value in settings.items() if value}
    if options.token:
        given["token"] = options.token
    elif not given and terminal.is_terminal(sys.stdin):
        given = _asked(options, found)
    if not given:
        raise click.UsageError("Nothing to save: give options, or run it on a terminal.")
    made = {**found, **given}
    made.pop("token" if "token_command" in given else "token_command" if "token" in given else "", None)
    save(path, name, made)
    terminal.note(f"saved profile {name} in {path}")


def _asked(options: Invocation, found: dict[str, str]) -> dict[str, str]:
    """The settings that the user types; an empty answer keeps the present one."""
    kept = " (Enter keeps the present one)" if "token" in found else ""
    answers: dict[str, Any] = {"token": getpass.getpass(f"API token{kept}: ").strip()}
    options.secrets.update(filter(None, [answers["token"]]))
    for key, question in (("organisation", "Organisation"), ("model", "Model for chats, may be empty")):
        present = f" [{found[key]}]" if found.get(key) else ""
        answers[key] = input(f"{question}{present}: ").strip()
    return {key: value for key, value in answers.items() if value}


def _show(found: dict[str, str]) -> None:
    for key, value in found.items():
        shown = "[REDACTED]" if key == "token" else value
        terminal.write(f"{key}: {terminal.safe(shown)}\n")
