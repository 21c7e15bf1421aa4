"""Print replies: text and tables on a terminal, JSON into a pipe, or what `--output` and `--jq` say."""

from __future__ import annotations

import json
import re
import sys
from collections.abc import Iterable, Iterator
from functools import cached_property
from typing import TYPE_CHECKING, Any, Final

import click

from quant_ai_client.types import File, Model, Unknown

from . import terminal
from .jq_filters import compiled
from .saved_files import save_content, with_paths
from .tables import fields, table

if TYPE_CHECKING:
    from .invocation import Invocation

_LETTERS: Final = re.compile(r"[\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff\ud800-\udfff]")


class Output:
    """Prints the results of one command.

    Args:
        options: The common options.
        stem: The start of the names of files that are saved.
    """

    def __init__(self, options: Invocation, stem: str = "reply") -> None:
        self.options = options
        self.stem = stem
        self.on_terminal = terminal.is_terminal(sys.stdout)
        self.color = terminal.uses_color(options.color, sys.stdout)
        self.given = options.output or ("json" if options.jq else None)
        if options.jq and self.given not in ("json", "jsonl"):
            raise click.UsageError(f"--jq gives JSON, and no {self.given}; leave one of the two out")
        if options.jq:
            self._filter  # noqa: B018  # a mistake in the expression is found before anything is sent

    @property
    def format(self) -> str:
        """The format of a whole reply."""
        return self.given or ("table" if self.on_terminal else "json")

    @cached_property
    def _filter(self) -> Any:
        return compiled(self.options.jq or ".")

    def reply(self, reply: Any, items: list[Any] | None = None) -> None:
        """Print a reply.

        Args:
            reply: A model, or whatever else a method of the client returned.
            items: The items, if the reply is a page of a list.
        """
        if isinstance(reply, File):
            self._file(reply)
        elif reply is not None:
            self.value(to_json(reply), None if items is None else [to_json(item) for item in items])

    def value(self, value: Any, items: list[Any] | None = None) -> None:
        """Print a JSON value."""
        value, paths = with_paths(value, self.options.save_to, self.stem)
        if paths and self.given is None and self.on_terminal:
            terminal.write("".join(f"{terminal.safe(path)}\n" for path in paths))
            return
        if items is not None:
            items, _ = (value, []) if isinstance(value, list) else with_paths(items, self.options.save_to, self.stem)
        if self.options.jq:
            self._print_filtered(value)
        elif self.format == "jsonl":
            listed = items if items is not None else value if isinstance(value, list) else [value]
            terminal.write("".join(f"{self.json(item)}\n" for item in listed))
        elif self.format == "json":
            terminal.write(f"{self._raw_or_json(value)}\n")
        elif self.format == "yaml":
            terminal.write(self._yaml(value))
        elif self.format == "table":
            terminal.write(self._table(value, items))
        else:
            text = value if isinstance(value, str) else None
            terminal.write(fields(value, terminal.columns(), color=self.color) if text is None else f"{text}\n")

    def items(self, items: Iterable[Any]) -> None:
        """Print items as they are read, one on each line unless another format is wanted."""
        values = (with_paths(to_json(item), self.options.save_to, self.stem)[0] for item in items)
        if self.options.jq:
            for value in values:
                self._print_filtered(value)
        elif self.given == "table":
            self.value(list(values))
        elif self.given == "text":
            for value in values:
                self.value(value)
        elif self.given == "json":
            self._print_array(values)
        else:
            for value in values:
                terminal.write(self._yaml([value]) if self.given == "yaml" else f"{self.json(value)}\n")

    def json(self, value: Any, indent: int | None = None) -> str:
        """A value as JSON that its receiver can show."""
        encoding = (getattr(sys.stdout, "encoding", None) or "ascii").lower().replace("-", "")
        text = json.dumps(value, ensure_ascii=not encoding.startswith("utf"), indent=indent)
        return _LETTERS.sub(_escaped, text) if self.on_terminal or not text.isascii() else text

    def _raw_or_json(self, value: Any) -> str:
        if self.options.raw_output and isinstance(value, str):
            return terminal.safe(value) if self.on_terminal else value
        return self.json(value, 2)

    def _print_filtered(self, value: Any) -> None:
        for found in self._filter(json.dumps(value)):
            raw = self.options.raw_output and isinstance(found, str)
            indent = 2 if self.on_terminal and self.format != "jsonl" else None
            terminal.write(f"{self._raw_or_json(found) if raw else self.json(found, indent)}\n")

    def _print_array(self, values: Iterator[Any]) -> None:
        head = "[\n"
        for value in values:
            terminal.write(head + self.json(value))
            head = ",\n"
        terminal.write("[]\n" if head == "[\n" else "\n]\n")

    def _table(self, value: Any, items: list[Any] | None) -> str:
        width = terminal.columns()
        if items is None and isinstance(value, dict):
            lists = [key for key, item in value.items() if _is_list_of_objects(item)]
            if len(lists) == 1:
                items = value[lists[0]]
                rest = {key: item for key, item in value.items() if key != lists[0]}
                below = fields(rest, width, color=self.color)
                return table(items or [], width, color=self.color) + (f"\n{below}" if below else "")
        if items is None and isinstance(value, list):
            items = value
        return fields(value, width, color=self.color) if items is None else table(items, width, color=self.color)

    def _yaml(self, value: Any) -> str:
        try:
            import yaml
        except ModuleNotFoundError:
            raise click.UsageError("-o yaml needs pyyaml: pip install 'quant-ai[cli]'") from None
        text: str = yaml.safe_dump(value, allow_unicode=True, sort_keys=False, width=100)
        text = text.removesuffix("...\n")
        return terminal.safe(text) if self.on_terminal else text

    def _file(self, file: File) -> None:
        """Content that is not JSON: into a pipe as it came, on a terminal as text, or else into a file."""
        data = file.payload.read()
        kind = file.mime_type or "application/octet-stream"
        is_text = kind.startswith("text/") or "json" in kind or "xml" in kind
        if not self.on_terminal and self.options.save_to == ".":
            sys.stdout.flush()
            sys.stdout.buffer.write(data)
            sys.stdout.flush()
        elif is_text and self.options.save_to == ".":
            terminal.write(terminal.safe(data.decode("utf-8", "replace")))
        else:
            path = save_content(data, kind, self.options.save_to, self.stem, file.file_name)
            terminal.write(f"{terminal.safe(path)}\n")


def to_json(value: Any) -> Any:
    """The JSON value of a model, or of a list of them."""
    if isinstance(value, (Model, Unknown)):
        return value.to_dict()
    if isinstance(value, (list, tuple)):
        return [to_json(item) for item in value]
    if isinstance(value, dict):
        return {key: to_json(item) for key, item in value.items()}
    return value if value is None or isinstance(value, (str, int, float, bool)) else str(value)


def _is_list_of_objects(value: Any) -> bool:
    return isinstance(value, list) and all(isinstance(item, dict) for item in value)


def _escaped(found: re.Match[str]) -> str:
    return f"\\u{ord(found[0]):04x}"
