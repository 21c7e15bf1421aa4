"""Rewrite the texts of the spec in the words of a command line.

In backticks, a path becomes the command that calls it, and a field that the command has an option for becomes that
option. From the first heading `## ` on, a description is about the wire, and is left out. Everything else stays as in
the spec, because the output of commands has the names of the JSON.
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from typing import Any, Final

from openapi import Spec

from . import docs_text as docs

_WIRE: Final = re.compile(r"^## .*", re.MULTILINE | re.DOTALL)
_SPAN: Final = re.compile(r"`([^`\n]+)`")
_PATH: Final = re.compile(r"(?:([A-Z]+) )?(/\S*)")
_SETTING: Final = re.compile(r"(\w+): (\S+)")
_TABLE: Final = re.compile(r"^\|.*\|\n\|[ |:-]+\|\n((?:\|.*\|(?:\n|\Z))*)", re.MULTILINE)


class CommandWords:
    """What the words of a spec are called on a command line.

    Args:
        commands: Each method and path with its command: `{("POST", "/chat"): "chat send"}`.
    """

    def __init__(self, commands: Mapping[tuple[str, str], str]) -> None:
        self._commands = dict(commands)
        for (method, path), name in reversed([*commands.items()]):
            if method == "GET" or ("", path) not in self._commands:
                self._commands["", path] = name

    def say(self, text: str, options: Mapping[str, str], modes: Mapping[tuple[str, str], str]) -> str:
        """A text for a command, one line for each paragraph and each item of a list.

        Args:
            text: The text of the spec.
            options: The fields that have an option.
            modes: The commands that a field with a value selects.
        """

        def span(found: re.Match[str]) -> str:
            code = found[1]
            if (path := _PATH.fullmatch(code)) and (name := self._commands.get((path[1] or "", path[2]))):
                return f"`quant-ai {name}`"
            if (setting := _SETTING.fullmatch(code)) and (name := modes.get((setting[1], setting[2]))):
                return f"`quant-ai {name}`"
            return f"`--{options[code]}`" if code in options else found[0]

        said = _SPAN.sub(span, _TABLE.sub(_as_list, _WIRE.sub("", text)).strip())
        return docs.prose(said, 10**6)


def _as_list(table: re.Match[str]) -> str:
    """The rows of a table as a list, which fits narrow terminals."""
    rows = [[cell.strip() for cell in row.strip("|").split("|")] for row in table[1].splitlines()]
    return "".join(f"- {first}: {'; '.join(filter(None, others))}\n" for first, *others in rows)


def value_help(spec: Spec, schema: Mapping[str, Any], text: str) -> str:
    """The help of an option: the first paragraph of its text, its bounds and its default."""
    first = docs.summary(text or docs.description(spec, dict(schema)))
    full = docs.merged(spec, dict(schema))
    bounds = docs.facts(spec, {key: value for key, value in full.items() if key not in ("enum", "default")}, first)
    default = [f"Default: {json.dumps(full['default'], ensure_ascii=False)}."] if "default" in full else []
    return " ".join([first, *bounds, *default]).strip()
