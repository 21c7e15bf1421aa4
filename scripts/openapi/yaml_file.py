"""Read YAML as OpenAPI means it: JSON values, with the line and column of each.

OpenAPI names YAML 1.2, where `no` and `2026-01-31` are strings. Most parsers read YAML 1.1, where they are not. Text
that the two read differently is a flaw. So are a duplicate key, a merge key, and a tag, which JSON does not have. The
linter reports all flaws, and the generator stops at the first. An alias stands for a copy of what it names.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from copy import deepcopy
from pathlib import Path
from typing import Any, NamedTuple, Self

import yaml

from openapi.spec_errors import Pointer, SpecFileError

_Loader: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)  # libyaml's is ten times as fast
_TAG = "tag:yaml.org,2002:"
_WORDS: dict[str, Any] = {"null": None, "~": None, "": None, "true": True, "false": False}


class Position(NamedTuple):
    """A line and a column, both counted from 1."""

    line: int
    column: int

    def __str__(self) -> str:
        return f"{self.line}:{self.column}"


class Flaw(NamedTuple):
    """YAML that parsers read differently; `kind` is the name of the linter's rule."""

    kind: str
    pointer: Pointer
    position: Position
    what: str
    fix: str


class YamlFile:
    """The values of a YAML file that holds a mapping."""

    def __init__(self, text: str, name: str = "spec/openapi.yaml") -> None:
        self.name = name
        self.text = text
        self.flaws: list[Flaw] = []
        self._values: dict[int, Any] = {}
        self._open: set[int] = set()
        try:
            self._root: Any = yaml.compose(text, Loader=_Loader)
            if not isinstance(self._root, yaml.MappingNode):
                mark = self._root.start_mark if self._root else None
                raise yaml.MarkedYAMLError(
                    problem="the file is empty" if self._root is None else "the file does not hold a mapping",
                    problem_mark=mark,
                )
            self.data: dict[str, Any] = self._value(self._root, ())
        except yaml.MarkedYAMLError as error:
            mark = error.problem_mark or error.context_mark
            line, column = _position(mark) if mark else (1, 1)
            problem = " ".join(part for part in (error.context, error.problem) if part)
            raise SpecFileError(name, " ".join(problem.split()), line, column) from None
        except yaml.YAMLError as error:
            raise SpecFileError(name, str(error).splitlines()[0], 1, 1) from None
        except RecursionError:
            raise SpecFileError(name, "the values are nested too deeply", 1, 1) from None

    @classmethod
    def load(cls, path: Path | str, name: str | None = None) -> Self:
        """Read a file; `name` is what errors call it.

        Raises:
            SpecFileError: The file is not there, is not UTF-8, or is not YAML with a mapping at the top.
        """
        name = name or str(path)
        try:
            return cls(Path(path).read_text(encoding="utf-8"), name)
        except OSError as error:
            raise SpecFileError(name, error.strerror or str(error)) from None
        except UnicodeDecodeError as error:
            before = error.object[: error.start]
            raise SpecFileError(name, "not UTF-8", before.count(b"\n") + 1, error.start - before.rfind(b"\n")) from None

    def copy(self) -> Self:
        """A copy with values of its own, at the same positions."""
        made = type(self).__new__(type(self))
        made.name, made.text, made.flaws = self.name, self.text, self.flaws
        made._root, made._values, made._open = self._root, {}, set()
        made.data = deepcopy(self.data)
        return made

    def require_plain(self) -> None:
        """Raise a SpecFileError for the first flaw."""
        for flaw in self.flaws:
            raise SpecFileError(self.name, f"{flaw.what}; {flaw.fix}", *flaw.position)

    def position(self, pointer: Pointer) -> Position:
        """Where a value is, or else the innermost thing around it that is there. In a mapping this is its key."""
        mark = self._root.start_mark
        for key, _ in self._nodes(pointer):
            mark = key.start_mark
        return _position(mark)

    def node(self, pointer: Pointer) -> yaml.Node | None:
        """The node of a value, with its place in the text; None if there is no such value."""
        found = list(self._nodes(pointer))
        return (found[-1][1] if found else self._root) if len(found) == len(pointer) else None

    def _nodes(self, pointer: Pointer) -> Iterator[tuple[yaml.Node, yaml.Node]]:
        """Key and value at each step of a pointer, as far as it leads; an item of a sequence is its own key."""
        node: Any = self._root
        for step in pointer:
            if isinstance(node, yaml.MappingNode):
                found = next((pair for pair in reversed(node.value) if pair[0].value == str(step)), None)
            elif isinstance(node, yaml.SequenceNode) and isinstance(step, int) and step < len(node.value):
                found = (node.value[step], node.value[step])
            else:
                found = None
            if found is None:
                return
            yield found
            node = found[1]

    def line(self, pointer: Pointer) -> int:
        """The line of `position()`."""
        return self.position(pointer).line

    def at(self, pointer: Pointer) -> Any:
        """The value that a pointer leads to, or None."""
        value: Any = self.data
        for step in pointer:
            try:
                value = value[step]
            except (KeyError, IndexError, TypeError):
                return None
        return value

    def follow(self, pointer: Pointer) -> Pointer:
        """Where the value at a pointer is written: itself, or where a `$ref`, or a chain of them, leads."""
        seen = {pointer}
        while isinstance(value := self.at(pointer), Mapping) and isinstance(ref := value.get("$ref"), str):
            if not ref.startswith("#/") or (pointer := ref_pointer(ref)) in seen:
                return ()
            seen.add(pointer)
        return pointer

    def resolve(self, value: Any) -> Any:
        """What a `$ref` leads to, or the value itself where it is none; None where it leads nowhere."""
        if not (isinstance(value, Mapping) and isinstance(ref := value.get("$ref"), str)):
            return value
        pointer = self.follow(ref_pointer(ref)) if ref.startswith("#/") else ()
        return self.at(pointer) if pointer else None

    def _value(self, node: yaml.Node, pointer: Pointer) -> Any:
        if isinstance(node, yaml.ScalarNode):
            return self._scalar(node, pointer)
        if id(node) not in self._values:
            if id(node) in self._open:
                raise yaml.MarkedYAMLError(
                    problem="an alias inside what it names, so that it has no end", problem_mark=node.start_mark
                )
            if node.tag not in (f"{_TAG}map", f"{_TAG}seq"):
                self._flaw("ambiguous-scalar", pointer, node, f"the tag {node.tag} is not JSON", "remove it")
            self._open.add(id(node))
            if isinstance(node, yaml.MappingNode):
                self._values[id(node)] = self._mapping(node, pointer)
            else:
                self._values[id(node)] = [self._value(item, (*pointer, at)) for at, item in enumerate(node.value)]
            self._open.remove(id(node))
        return self._values[id(node)]

    def _mapping(self, node: yaml.MappingNode, pointer: Pointer) -> dict[str, Any]:
        result: dict[str, Any] = {}
        for key_node, value_node in node.value:
            key = key_node.value
            if not isinstance(key, str):
                raise yaml.MarkedYAMLError(problem="a key that is not a word", problem_mark=key_node.start_mark)
            place = (*pointer, key)
            if key_node.tag == f"{_TAG}merge":
                fix = "write the keys here, or refer to a component with $ref"
                self._flaw("ambiguous-scalar", place, key_node, "YAML 1.2 has no merge keys (<<)", fix)
            elif not key_node.style and key_node.tag != f"{_TAG}str":
                self._ambiguous(place, key_node)
            if key in result:
                self._flaw("duplicate-key", place, key_node, f"the key {key} is here a second time", "remove one")
            result[key] = self._value(value_node, place)
        return result

    def _scalar(self, node: yaml.ScalarNode, pointer: Pointer) -> Any:
        text: str = node.value
        if node.style:  # quoted or a block: a string in any version of YAML
            return text
        if node.tag.startswith("!"):
            self._flaw("ambiguous-scalar", pointer, node, f"the tag {node.tag} is not JSON", "remove it")
            return text
        value = plain_scalar(text)
        if isinstance(value, str) != (node.tag == f"{_TAG}str") or re.match(r"[-+]?0\d", text):
            self._ambiguous(pointer, node)
        return value

    def _ambiguous(self, pointer: Pointer, node: yaml.ScalarNode) -> None:
        what = f"{node.value} means one thing in YAML 1.1 and another in 1.2"
        value = plain_scalar(node.value)
        number = f"{value} for the number, or " if isinstance(value, int | float) and str(value) != node.value else ""
        self._flaw("ambiguous-scalar", pointer, node, what, f"write {number}'{node.value}', in quotes")

    def _flaw(self, kind: str, pointer: Pointer, node: yaml.Node, what: str, fix: str) -> None:
        self.flaws.append(Flaw(kind, pointer, _position(node.start_mark), what, fix))


def ref_pointer(ref: str) -> Pointer:
    """The pointer that a local `$ref` such as `#/components/schemas/Agent` stands for."""
    return tuple(step.replace("~1", "/").replace("~0", "~") for step in ref[2:].split("/"))


def ref_name(value: Any) -> str:
    """The name of the component that a `$ref` names; empty for anything else."""
    return str(value.get("$ref", "")).rpartition("/")[2] if isinstance(value, Mapping) else ""


def _position(mark: yaml.Mark) -> Position:
    return Position(mark.line + 1, mark.column + 1)


def plain_scalar(text: str) -> Any:
    """A scalar without quotes, as YAML 1.2 reads it."""
    if text in _WORDS:
        return _WORDS[text]
    if re.fullmatch(r"[-+]?\d{1,4000}", text):
        return int(text)
    if re.fullmatch(r"[-+]?(\.\d+|\d+(\.\d*)?)([eE][-+]?\d+)?", text):
        return float(text)
    return text
