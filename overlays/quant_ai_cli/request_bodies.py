"""The body of a request: `--body`, and the options that set single fields of it."""

from __future__ import annotations

from collections.abc import Mapping
from difflib import get_close_matches
from typing import Any

import click

from quant_ai_client.command_types import Command, CommandValue

from .option_values import combined
from .typed_files import parse, read_bytes, read_values


def arguments_of(command: Command, given: Mapping[str, Any], body: str | None) -> dict[str, Any]:
    """The keyword arguments for the method of a command.

    Args:
        command: The command.
        given: The options by argument; None for those that were not given.
        body: What was given as `--body`; options win over its fields.

    Raises:
        click.UsageError: A field of the body is unknown, or a required one is missing.
    """
    if command.body == "bytes":
        return _with_options(command, given, {} if body is None else {"body": _content(body)})
    if command.body == "json":
        return _with_options(command, given, {} if body is None else {"body": _value(body)})
    return _with_options(command, given, {} if body is None else _fields(command, body))


def _with_options(command: Command, given: Mapping[str, Any], made: dict[str, Any]) -> dict[str, Any]:
    options = [value for value in command.values if value.place != "path"]
    for value in options:
        found = given.get(value.argument)
        if found is not None and found != ():
            made[value.argument] = combined(value, found)
    missing = [value for value in options if value.required and value.argument not in made]
    if missing:
        raise click.UsageError(_missing(missing, in_body=command.body == "fields"))
    if command.body in ("json", "bytes") and "body" not in made:
        raise click.UsageError("Missing option '--body'.")
    return made


def _missing(values: list[CommandValue], *, in_body: bool) -> str:
    names = ", ".join(f"'--{value.name}'" for value in values)
    fields = " and ".join(value.wire for value in values if value.place == "body")
    hint = f" They can also be in --body, as {fields}." if in_body and fields else ""
    return f"Missing option{'s' * (len(values) > 1)} {names}.{hint}"


def _fields(command: Command, body: str) -> dict[str, Any]:
    """The fields of a body, as arguments."""
    found = _value(body)
    if not isinstance(found, dict):
        raise click.UsageError(f"--body must be an object, and is {_kind(found)}")
    names = {value.wire: value for value in command.values if value.place == "body"}
    known = {value.argument: value for value in names.values()} | names
    made: dict[str, Any] = {}
    for key, item in found.items():
        value = known.get(key)
        if value is None:
            raise click.UsageError(_unknown(command, str(key), [*names]))
        if item is None and not value.nullable:
            raise click.UsageError(f"--body: {key} cannot be null; leave it out")
        if value.argument in made:
            raise click.UsageError(f"--body has {value.wire} twice, also as {value.argument}")
        made[value.argument] = item
    return made


def _unknown(command: Command, key: str, known: list[str]) -> str:
    mode = dict(command.modes).get(key)
    if mode:
        return f"--body: {key} is set by the command {mode!r} of this group"
    near = get_close_matches(key, known, 1)
    hint = f"did you mean {near[0]!r}?" if near else f"it can have {', '.join(known) or 'none'}"
    return f"--body has no field {key!r}; {hint}"


def _value(body: str) -> Any:
    if body == "-":
        return read_values("-")
    return read_values(body[1:]) if body.startswith("@") else parse(body, "--body")


def _content(body: str) -> bytes:
    if body == "-":
        return read_bytes("-")
    return read_bytes(body[1:]) if body.startswith("@") else body.encode()


def _kind(value: Any) -> str:
    names = {list: "a list", str: "a text", int: "a number", float: "a number", bool: "a boolean"}
    return names.get(type(value), "null")
