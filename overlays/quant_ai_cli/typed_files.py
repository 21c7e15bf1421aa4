"""Read what users name on the command line: files, stdin, JSON and YAML. Mistakes are named with line and column."""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Any

import click

_YAML_SUFFIXES = (".yaml", ".yml")
_LINES_SUFFIXES = (".jsonl", ".ndjson")


def read_bytes(name: str) -> bytes:
    """The content of a file; of stdin for `-`.

    Raises:
        click.UsageError: It cannot be read.
    """
    if name == "-":
        return stdin_bytes()
    if not name:
        raise click.UsageError("@ is followed by the name of a file; write @@ for a value that begins with @")
    try:
        return Path(name).expanduser().read_bytes()
    except OSError as error:
        hint = f"; for a value that begins with @, write @@{name}" if isinstance(error, FileNotFoundError) else ""
        raise click.UsageError(f"{name}: {error.strerror or error}{hint}") from None
    except (ValueError, RuntimeError) as error:
        raise click.UsageError(f"{name}: {error}") from None


def stdin_bytes() -> bytes:
    """Everything on stdin; nothing if it is closed."""
    return sys.stdin.buffer.read() if sys.stdin is not None else b""


def read_text(name: str) -> str:
    """The text of a file, which is UTF-8; see `read_bytes`."""
    return decoded(read_bytes(name), "stdin" if name == "-" else name)


def decoded(data: bytes, name: str) -> str:
    """The text of some bytes.

    Raises:
        click.UsageError: They are not UTF-8.
    """
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data[: error.start].count(b"\n") + 1
        raise click.UsageError(f"{name} is not text in UTF-8 (line {line})") from None
    if "\0" in text:
        raise click.UsageError(f"{name} is not text: it has bytes that are zero")
    return text


def read_values(name: str) -> Any:
    """The JSON or YAML value of a file; a list for a file with a value on each line."""
    text = read_text(name)
    if name.lower().endswith(_LINES_SUFFIXES):
        lines = enumerate(text.splitlines(), 1)
        return [parse_json(line, name, first_line=number) for number, line in lines if line.strip()]
    return parse(text, "stdin" if name == "-" else name, yaml=name.lower().endswith(_YAML_SUFFIXES))


def parse(text: str, name: str, *, yaml: bool = False) -> Any:
    """Read JSON, or YAML where it is none.

    Args:
        text: The text.
        name: What errors call it.
        yaml: It is YAML even if it looks like JSON.
    """
    if not text.strip():
        raise click.UsageError(f"{name} is empty")
    if yaml or text.lstrip()[0] not in '{["':
        return _parse_yaml(text, name)
    return parse_json(text, name)


def parse_json(text: str, name: str, *, first_line: int = 1) -> Any:
    """Read JSON.

    Raises:
        click.UsageError: It is none; with line and column.
    """
    try:
        return json.loads(text, parse_constant=_refuse_constant)
    except json.JSONDecodeError as error:
        place = f"line {error.lineno + first_line - 1}, column {error.colno}"
        raise click.UsageError(f"{name} is not JSON: {error.msg} ({place})") from None
    except RecursionError:
        raise click.UsageError(f"{name} is nested too deeply") from None
    except ValueError as error:
        raise click.UsageError(f"{name} is not JSON: {error}") from None


def _refuse_constant(word: str) -> Any:
    raise ValueError(f"JSON has no {word}")


def _parse_yaml(text: str, name: str) -> Any:
    try:
        import yaml
    except ModuleNotFoundError:
        raise click.UsageError(f"{name}: YAML needs pyyaml: pip install 'quant-ai[cli]'") from None

    class Loader(yaml.SafeLoader):
        """YAML as JSON has it: dates are strings, and so are the words yes, no, on and off."""

    Loader.yaml_implicit_resolvers = {
        first: [
            (tag, pattern)
            for tag, pattern in resolvers
            if not tag.endswith((":timestamp", ":bool")) or (tag.endswith(":bool") and first in "tTfF")
        ]
        for first, resolvers in yaml.SafeLoader.yaml_implicit_resolvers.items()
    }
    try:
        return yaml.load(text, Loader)  # a SafeLoader
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark
        place = f" (line {mark.line + 1}, column {mark.column + 1})" if mark else ""
        raise click.UsageError(f"{name} is not YAML: {error.problem}{place}") from None
    except (yaml.YAMLError, RecursionError) as error:
        raise click.UsageError(f"{name} is not YAML: {str(error).splitlines()[0]}") from None
