"""From what users type to the values of a request.

`@file` stands for the content of a file in fields of a body, and only there: never in a path or a query, where @ is an
ordinary character, and never in data that was read. `@@` begins a value with an @.
"""

from __future__ import annotations

import math
from base64 import b64encode
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any, Final

import click

from quant_ai_client.command_types import CommandValue

from .typed_files import parse, parse_json, read_bytes, read_text, read_values

if TYPE_CHECKING:
    ParamType = click.ParamType[Any, Any]
else:
    ParamType = click.ParamType  # generic since click 8.4

METAVARS: Final = {
    "text": "TEXT", "integer": "INTEGER", "number": "NUMBER", "time": "TIME", "bytes": "BASE64|@FILE", "json": "JSON",
    "any": "TEXT|JSON", "boolean": "BOOLEAN",
}  # fmt: skip


LONGEST_LIST: Final = 30
"""Letters of a list of values that stands beside its option; a longer one is part of the help."""


class Null:
    """Stands for null, since None stands for an option that is not given."""


NULL: Final = Null()


class Several(list[Any]):
    """The values that one use of an option gives for an array."""


class ValueType(ParamType):
    """The type of an argument or option of a command."""

    def __init__(self, value: CommandValue) -> None:
        self.value = value
        self.name = METAVARS[value.kind]

    def get_metavar(self, param: click.Parameter, ctx: click.Context) -> str | None:
        """What the help shows as the value."""
        if self.value.place == "path":
            return self.value.name.upper()
        listed = "|".join(self.value.choices)
        return f"[{listed}]" if listed and len(listed) <= LONGEST_LIST else METAVARS[self.value.kind]

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Any:
        """The value of a text."""
        if not isinstance(value, str):
            return value
        try:
            return _read(self.value, value)
        except _Refused as error:
            self.fail(str(error), param, ctx)
        except click.UsageError as error:
            self.fail(error.message, param, ctx)

    def shell_complete(self, ctx: click.Context, param: click.Parameter, incomplete: str) -> list[Any]:
        """The listed values that begin like this."""
        from click.shell_completion import CompletionItem

        found = [one for one in self.value.choices if one.lower().startswith(incomplete.lower())]
        return [CompletionItem(one) for one in found]


class _Refused(ValueError):
    """A text is none of the values that an option takes."""


def combined(value: CommandValue, given: Any) -> Any:
    """The value of all uses of an option."""
    if not value.many or given is None:
        return None if given is NULL else given
    flat: list[Any] = []
    for one in given:
        flat.extend(one) if isinstance(one, Several) else flat.append(one)
    if flat == [NULL]:
        return None
    alone = value.many == "either" and len(given) == 1 and not isinstance(given[0], Several)
    return flat[0] if alone else flat


def _read(value: CommandValue, text: str) -> Any:
    if value.nullable and text == "null":
        return NULL
    in_body = value.place == "body"
    if in_body and text.startswith("@@"):
        text = text[1:]
    elif in_body and text.startswith("@"):
        return _from_file(value, text[1:])
    if value.many and text.lstrip().startswith("["):
        items = _array(text)
        if items is not None:
            return Several(items)
        if value.kind == "json":
            parse_json(text, "this")  # says what is wrong
    return _scalar(value, text)


def _from_file(value: CommandValue, name: str) -> Any:
    if value.kind == "bytes":
        return b64encode(read_bytes(name)).decode("ascii")
    if value.kind == "json":
        found = read_values(name)
        return Several(found) if value.many and isinstance(found, list) else found
    text = read_text(name)
    if value.many and text.lstrip().startswith("[") and (items := _array(text)) is not None:
        return Several(items)
    return _scalar(value, text if value.kind in ("text", "any") else text.strip())


def _array(text: str) -> list[Any] | None:
    try:
        found = parse_json(text, "")
    except click.UsageError:
        return None
    return found if isinstance(found, list) else None


def _scalar(value: CommandValue, text: str) -> Any:
    if value.choices:
        text = _choice(value.choices, text)
    if value.kind == "integer":
        try:
            return int(text)
        except ValueError:
            raise _Refused(f"{text!r} is not a whole number") from None
    if value.kind == "number":
        return _number(text)
    if value.kind == "time":
        return _time(text)
    if value.kind == "json":
        return parse(text, "this") if text[:1] in '{["' else _literal(text)
    if value.kind == "any" and text.lstrip()[:1] in ("{", "[", '"'):
        try:
            return parse_json(text, "")
        except click.UsageError:
            return text  # a text may begin with a bracket as well
    return text


def _literal(text: str) -> Any:
    """A JSON value that is no object: a number, true, false or null."""
    try:
        return parse_json(text, "this")
    except click.UsageError:
        example = '\'{"key": "value"}\''
        raise _Refused(f"{text!r:.60} is not JSON, such as {example}; @FILE reads it from a file") from None


def _choice(choices: tuple[str, ...], text: str) -> str:
    found = next((one for one in choices if one.lower() == text.lower()), None)
    if found is None:
        from difflib import get_close_matches

        near = get_close_matches(text, choices, 1)
        hint = f"; did you mean {near[0]!r}?" if near else ""
        raise _Refused(f"{text!r:.60} is not one of {', '.join(choices)}{hint}")
    return found


def _number(text: str) -> int | float:
    try:
        number = float(text)
        if not math.isfinite(number):
            raise ValueError
        return int(text) if text.strip().lstrip("+-").isdigit() else number
    except ValueError:
        raise _Refused(f"{text!r:.60} is not a number") from None


def _time(text: str) -> str:
    """A time as the API writes it; without a time zone it is UTC, and a date is its beginning."""
    try:
        found = datetime.fromisoformat(text)
    except ValueError:
        raise _Refused(f"{text!r:.60} is not a time such as 2026-03-01 or 2026-03-01T12:00:00Z") from None
    aware = found if found.tzinfo else found.replace(tzinfo=UTC)
    return aware.isoformat().replace("+00:00", "Z")
