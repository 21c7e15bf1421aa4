"""Rewrite the texts of the spec in the words of Python, for docstrings.

The spec speaks HTTP and JSON. Here is the one rule by which docstrings speak Python:

- From the first heading `## ` on, a description is about the wire, and is left out.
- In backticks, the name of a property or parameter becomes the name in Python: `finishReason` is `finish_reason`.
- `name: value` becomes `name=value`; where it selects a mode of the operation, it becomes the method for that mode.
- A path, with or without its HTTP method, becomes the method that calls it: `/chat` is `client.chat.send()`.
- The status of an error becomes its class: "returns 404" is "raises `NotFoundError`".
- JSON becomes a Python literal, and null becomes None.

Code blocks stay as they are.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from typing import Any, Final

from openapi import Spec, SpecOperation
from openapi.python_names import python_name

from . import docs_text as docs
from .error_classes import error_class

Modes = Mapping[tuple[str, str], str]

_TEXTS: Final = ("summary", "description")
_FENCE: Final = re.compile(r"(```.*?```)", re.DOTALL)
_SPAN: Final = re.compile(r"`([^`\n]+)`")
_SETTING: Final = re.compile(r"(\w+): (\S+)")
_PATH: Final = re.compile(r"(?:([A-Z]+) )?(/\S*)")
_NAMES: Final = re.compile(r"\w+(?:\.\w+)*")
_WIRE: Final = re.compile(r"^## .*", re.MULTILINE | re.DOTALL)
_RETURNED: Final = re.compile(r"\b([Rr]eturn|[Gg]et)(s?) ([45]\d\d)\b")
_STATUS: Final = re.compile(r"(?:(?<=\b[Aa] )|(?<=\()|(?<=\bwith )|(?<=\bexpect ))([45]\d\d)\b")
_ARTICLE: Final = re.compile(r"\b([Aa]) (?=`[AEIOU]\w+Error`)")
_CONSTANTS: Final = {"null": "None", "true": "True", "false": "False"}


def in_python(spec: Spec) -> Spec:
    """A copy of a spec with its texts in the words of Python."""
    spec = spec.copy()
    words = PythonWords(spec)
    modes = {id(operation.value): _modes(spec, operation) for operation in spec.operations}
    for _, value in list(spec.walk()):
        if isinstance(value, dict):
            for key in _TEXTS:
                if isinstance(value.get(key), str):
                    value[key] = words.say(value[key], modes.get(id(value), {}))
    return spec


class PythonWords:
    """What the words of a spec are called in Python."""

    def __init__(self, spec: Spec) -> None:
        values = {value for schema in spec.schemas for value in _values(schema.value)}
        self._names = {name: python_name(name) for name in _names(spec) if name not in values}
        self._methods: dict[tuple[str, str], str] = {}
        for operation in reversed(spec.operations):
            method = f"`{_method(spec, operation, operation.method_name)}()`"
            self._methods[operation.method.upper(), operation.path] = method
            if operation.method == "get" or ("", operation.path) not in self._methods:
                self._methods["", operation.path] = method

    def say(self, text: str, modes: Modes | None = None) -> str:
        """A text in the words of Python; `modes` are those of the operation that it describes."""
        pieces = _FENCE.split(_WIRE.sub("", text).rstrip())
        return "".join(piece if piece.startswith("```") else self._prose(piece, modes or {}) for piece in pieces)

    def _prose(self, text: str, modes: Modes) -> str:
        pieces = _SPAN.split(text)
        pieces[::2] = [re.sub(r"\bnull\b", "None", piece) for piece in pieces[::2]]
        pieces[1::2] = [self._span(piece, modes) for piece in pieces[1::2]]
        said = _RETURNED.sub(lambda found: f"{_raise(found[1])}{found[2]} `{error_class(found[3])}`", "".join(pieces))
        return _ARTICLE.sub(r"\1n ", _STATUS.sub(lambda found: f"`{error_class(found[1])}`", said))

    def _span(self, code: str, modes: Modes) -> str:
        if setting := _SETTING.fullmatch(code):
            name, value = setting.groups()
            python = _literal(value)
            plain = f"`{self._names.get(name, name)}={python}`" if python != value else f"`{code}`"
            return modes.get((name, python), plain)
        if path := _PATH.fullmatch(code):
            return self._methods.get((path[1] or "", path[2]), f"`{code}`")
        if code.startswith("{"):
            return f"`{_literal(code)}`"
        if _NAMES.fullmatch(code):
            return f"`{_CONSTANTS.get(code) or '.'.join(self._names.get(name, name) for name in code.split('.'))}`"
        return f"`{code}`"


def _modes(spec: Spec, operation: SpecOperation) -> Modes:
    """The methods of an operation's modes, by the property and the value that select one."""
    return {
        (mode["property"], repr(mode["value"])): f"`{_method(spec, operation, mode['method'])}()`"
        for mode in operation.value.get("x-modes", [])
        if "method" in mode and "value" in mode
    }


def _method(spec: Spec, operation: SpecOperation, name: str) -> str:
    """How users write a method of the facade: `client.chat.send`."""
    given = ", ".join(f"{python_name(one)}=..." for one in spec.namespace_parameters(operation.tag))
    resource = f"{operation.resource}({given})" if given else operation.resource
    return f"client.{resource}.{name}"


def _raise(verb: str) -> str:
    return "Raise" if verb[0].isupper() else "raise"


def _literal(code: str) -> str:
    """JSON as a Python literal; anything else as it is."""
    try:
        return docs.literal(json.loads(code))
    except ValueError:
        return code


def _names(spec: Spec) -> Iterator[str]:
    """The names of properties and parameters, without those that are another spelling of a sibling."""
    for schema in spec.schemas:
        properties = schema.value.get("properties") if isinstance(schema.value, dict) else None
        for name, value in (properties if isinstance(properties, dict) else {}).items():
            if not isinstance(value, dict) or "x-alias-of" not in value:
                yield name
    for operation in spec.operations:
        yield from (parameter.name for parameter in operation.parameters if parameter.location in ("path", "query"))


def _values(schema: Any) -> Iterator[str]:
    """The strings that a schema lists; such a word in backticks is a value and no name."""
    if isinstance(schema, dict):
        listed = schema.get("enum")
        yield from (value for value in (listed if isinstance(listed, list) else []) if isinstance(value, str))
        if isinstance(schema.get("const"), str):
            yield schema["const"]
