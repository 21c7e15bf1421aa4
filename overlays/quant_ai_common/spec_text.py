"""Turn the text of a spec into JSON values.

OpenAPI names YAML 1.2, where `no` and `2026-01-31` are texts and `010` is ten; PyYAML reads YAML 1.1. A status without
quotes is a number in both, and an alias may stand for the same value a billion times, or contain itself.
"""

from __future__ import annotations

import math
import re
from collections.abc import Mapping
from itertools import accumulate
from pathlib import Path
from typing import Any, Final, TypeAlias

import yaml

from .json_values import Json

Place: TypeAlias = tuple[object, ...]

_TAG: Final = "tag:yaml.org,2002:"
_NUMBER: Final = r"[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?"
_PLAIN: Final[Mapping[str, tuple[str, str]]] = {
    "bool": ("tTfF", r"true|True|TRUE|false|False|FALSE"),
    "int": ("-+0123456789", r"[-+]?[0-9]{1,4000}|0o[0-7]+|0x[0-9a-fA-F]+"),
    "float": ("-+.0123456789", rf"{_NUMBER}|[-+]?\.(inf|Inf|INF)|\.(nan|NaN|NAN)"),
    "null": ("~nN", r"~|null|Null|NULL|"),
    "merge": ("<", r"<<"),
}
"""What scalars without quotes may be: the letters that they begin with, and their pattern."""
_MAX_DEPTH: Final = 200  # jsonschema-rs reads 255 levels
_MAX_VALUES: Final = 5_000_000  # with the aliases written out
_MAX_OPEN: Final = 1000
_DASHES: Final = re.compile(rf"(?:[-?][ \t]+){{{_MAX_OPEN}}}")


class SpecTextError(ValueError):
    """A text is no YAML, or is something that JSON cannot say.

    Attributes:
        place: The line and the column (`3:14`), a pointer (`#/paths`), or nothing.
        problem: What is wrong, in one line.
    """

    def __init__(self, problem: str, place: str = "") -> None:
        super().__init__(f"{place}: {problem}" if place else problem)
        self.place = place
        self.problem = problem

    def in_file(self, path: Path) -> str:
        """The message with the name of the file, as compilers write it: `spec.yaml:3:14: not UTF-8`."""
        return f"{path}:{'' if self.place[:1].isdigit() else ' '}{self}"


class _Loader(getattr(yaml, "CSafeLoader", yaml.SafeLoader)):  # type: ignore[misc]  # the C loader, where there is one
    yaml_implicit_resolvers: Mapping[str, Any] = {
        letter: [
            (f"{_TAG}{kind}", re.compile(f"(?:{pattern})$"))
            for kind, (letters, pattern) in _PLAIN.items()
            if letter in letters
        ]
        for letter in ["", *"".join(letters for letters, _ in _PLAIN.values())]
    }


def _integer(_: object, node: yaml.ScalarNode) -> int:
    return int(node.value, 0 if node.value[:2] in ("0o", "0x") else 10)


def _text(_: object, node: yaml.ScalarNode) -> str:
    return str(node.value)


_Loader.add_constructor(f"{_TAG}int", _integer)
_Loader.add_constructor(f"{_TAG}merge", _text)


def parse_spec(content: bytes) -> Json:
    """The value of a text.

    Raises:
        SpecTextError: It is not UTF-8, no YAML or no JSON.
    """
    try:
        text = content.decode("utf-8")
        if _is_deep(text):
            raise SpecTextError("nested too deep")
        return _Plain().value(yaml.load(text, Loader=_Loader), ())
    except UnicodeDecodeError as error:
        raise SpecTextError("not UTF-8", _place(content, error.start)) from None
    except yaml.reader.ReaderError as error:  # of characters that YAML does not have
        at = content.find(chr(error.character).encode())
        raise SpecTextError(str(error).splitlines()[0], _place(content, at)) from None
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        place = f"{mark.line + 1}:{mark.column + 1}" if mark else ""
        raise SpecTextError(error.problem or error.context or "not YAML", place) from None
    except yaml.YAMLError as error:
        raise SpecTextError(" ".join(str(error).split())) from None
    except (RecursionError, MemoryError):
        raise SpecTextError("nested too deep") from None


def _is_deep(text: str) -> bool:
    """Whether values may be nested so deep that libyaml would end the process."""
    depths = accumulate(1 if bracket in "[{" else -1 for bracket in re.findall(r"[][{}]", text))
    return max(depths, default=0) > _MAX_OPEN or _DASHES.search(text) is not None


def _place(content: bytes, at: int) -> str:
    """The line and column of a byte."""
    before = content[:at].split(b"\n")
    return f"{len(before)}:{len(before[-1]) + 1}"


class _Plain:
    """Values as JSON: the names in mappings are texts, and nothing is shared."""

    def __init__(self) -> None:
        self._left = _MAX_VALUES
        self._above: set[int] = set()

    def value(self, value: Any, place: Place) -> Json:
        self._left -= 1
        if self._left < 0:
            raise SpecTextError(f"more than {_MAX_VALUES:,} values, with the aliases written out")
        if isinstance(value, dict | list):
            return self._container(value, place)
        if isinstance(value, float) and not math.isfinite(value):
            raise SpecTextError(f"JSON has no number {value}", _pointer(place))
        if value is None or isinstance(value, str | int | float):
            return value
        raise SpecTextError(f"JSON has no {type(value).__name__}", _pointer(place))

    def _container(self, value: Any, place: Place) -> Json:
        if id(value) in self._above:
            raise SpecTextError("an alias contains itself", _pointer(place))
        if len(place) > _MAX_DEPTH:
            raise SpecTextError("nested too deep", _pointer(place[:3]))
        self._above.add(id(value))
        found: Json
        if isinstance(value, dict):
            found = {(name := _name(key)): self.value(inner, (*place, name)) for key, inner in value.items()}
        else:
            found = [self.value(inner, (*place, at)) for at, inner in enumerate(value)]
        self._above.remove(id(value))
        return found


def _name(key: object) -> str:
    """A name as it was probably written: `200`, `true`."""
    if isinstance(key, bool):
        return str(key).lower()
    return "null" if key is None else str(key)


def _pointer(place: Place) -> str:
    return "#" + "".join(f"/{step}" for step in place)
