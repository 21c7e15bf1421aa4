"""Read YAML as OpenAPI means it: JSON values, with the line and column of each.

OpenAPI names YAML 1.2, where `no` and `2026-01-31` are strings. Most parsers read YAML 1.1, where they are not. Text
that the two read differently is a flaw. So are a duplicate key, a merge key, and a tag, which JSON does not have. The
linter reports all flaws, and the generator stops at the first. An alias stands for a copy of what it names.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from copy import deepcopy
from itertools import accumulate
from pathlib import Path
from typing import Any, NamedTuple, Self, cast
from urllib.parse import unquote

import yaml

from openapi.spec_errors import Pointer, SpecFileError
from openapi.yaml_advice import advice, is_plain_tag, readings

_Loader: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)  # libyaml's is ten times as fast
_TAG = "tag:yaml.org,2002:"
_WORDS: dict[str, Any] = {"null": None, "~": None, "": None, "true": True, "false": False}
_KINDS = {"int": "a number", "float": "a number", "bool": "true or false", "null": "null", "timestamp": "a date"}
_MAX_DEPTH = 100
"""How deep values may be nested: what reads the spec after us calls itself for each level."""
_MAX_VALUES = 2_000_000
"""How many values there may be, with the aliases written out."""
_NESTS_IN_A_LINE = re.compile(rf"(?:[-?][ \t]+){{{_MAX_DEPTH // 2}}}|^ {{{_MAX_DEPTH}}}", re.MULTILINE)
_TOO_DEEP = f"values are nested more than {_MAX_DEPTH} deep"
_BRACKETS = {"[": 1, "{": 1, "]": -1, "}": -1}


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
        self._sizes: dict[int, tuple[int, int]] = {}
        self._open: set[int] = set()
        try:
            _check_depth(text)
            self._root: Any = yaml.compose(text, Loader=_Loader)
            if not isinstance(self._root, yaml.MappingNode):
                mark = self._root.start_mark if self._root else None
                raise yaml.MarkedYAMLError(
                    problem="the file is empty" if self._root is None else "the file does not hold a mapping",
                    problem_mark=mark,
                )
            self.data: dict[str, Any] = self._value(self._root, ())
        except yaml.MarkedYAMLError as error:
            raise self._error(" ".join(filter(None, (error.context, error.problem))), _mark(error)) from None
        except yaml.reader.ReaderError as error:
            at = text.find(chr(error.character)) if isinstance(error.character, int) else 0
            line = text.count("\n", 0, at)
            place = Position(line + 1, at - text.rfind("\n", 0, at))
            raise self._error(str(error).splitlines()[0], place) from None

    def _error(self, problem: str, place: Position) -> SpecFileError:
        lines = self.text.splitlines()
        line = lines[place.line - 1] if place.line <= len(lines) else ""
        what = " ".join(problem.split())
        fix = advice(what, line, line[place.column - 1 : place.column])
        return SpecFileError(self.name, f"{what}; {fix}", *place)

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
            what = f"not UTF-8; {advice('not UTF-8', '', '')}"
            raise SpecFileError(name, what, before.count(b"\n") + 1, error.start - before.rfind(b"\n")) from None

    def copy(self) -> Self:
        """A copy with values of its own, at the same positions."""
        made = type(self).__new__(type(self))
        made.name, made.text, made.flaws = self.name, self.text, self.flaws
        made._root, made._values, made._sizes, made._open = self._root, {}, {}, set()
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
                self._tag(pointer, node)
            self._open.add(id(node))
            if isinstance(node, yaml.MappingNode):
                self._values[id(node)] = self._mapping(node, pointer)
            else:
                self._values[id(node)] = [self._value(item, (*pointer, at)) for at, item in enumerate(node.value)]
            self._open.remove(id(node))
            self._measure(node)
        return self._values[id(node)]

    def _measure(self, node: Any) -> None:
        """Note how many values a collection has, and how deep they are nested, with the aliases written out."""
        values = [pair[1] for pair in node.value] if isinstance(node, yaml.MappingNode) else node.value
        sizes = [self._sizes.get(id(value), (1, 0)) for value in values]
        count, depth = 1 + sum(size[0] for size in sizes), 1 + max((size[1] for size in sizes), default=0)
        self._sizes[id(node)] = count, depth
        if count > _MAX_VALUES:
            problem = f"more than {_MAX_VALUES:,} values, with the aliases written out"
            raise yaml.MarkedYAMLError(problem=problem, problem_mark=node.start_mark)
        if depth > _MAX_DEPTH:
            raise yaml.MarkedYAMLError(problem=_TOO_DEEP, problem_mark=node.start_mark)

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
            elif key_node.style:
                self._tag(place, key_node)
            elif key_node.tag != f"{_TAG}str":
                kind = _KINDS.get(key_node.tag.removeprefix(_TAG), "not a text")
                what = f"the key {key} is {kind} in YAML 1.1, and JSON has only texts as keys"
                self._flaw("ambiguous-scalar", place, key_node, what, f"write '{key}', in quotes")
            if key in result:
                self._flaw("duplicate-key", place, key_node, f"the key {key} is here a second time", "remove one")
            result[key] = self._value(value_node, place)
        return result

    def _scalar(self, node: yaml.ScalarNode, pointer: Pointer) -> Any:
        text: str = node.value
        if node.style:  # quoted or a block: a string in any version of YAML
            self._tag(pointer, node)
            return text
        if node.tag.startswith("!") or not is_plain_tag(text, node.tag):
            self._tag(pointer, node)
            return text
        value = plain_scalar(text)
        if isinstance(value, str) != (node.tag == f"{_TAG}str") or re.match(r"[-+]?0[\do]\d*$", text):
            what = f"{text} means one thing in YAML 1.1 and another in 1.2"
            other = readings(text, value)
            fix = f"write {other}, or '{text}' in quotes" if other else f"write '{text}', in quotes"
            self._flaw("ambiguous-scalar", pointer, node, what, fix)
        return value

    def _tag(self, pointer: Pointer, node: yaml.Node) -> None:
        """Note the tag of a node; that of a quoted text may be a text's."""
        short = node.tag.replace(_TAG, "!!")
        if not (isinstance(node, yaml.ScalarNode) and node.style and short in ("!!str", "!")):
            fix = f"write '{node.value}', in quotes" if short == "!!str" else "leave it out"
            self._flaw("ambiguous-scalar", pointer, node, f"the tag {short} is not JSON", fix)

    def _flaw(self, kind: str, pointer: Pointer, node: yaml.Node, what: str, fix: str) -> None:
        self.flaws.append(Flaw(kind, pointer, _position(node.start_mark), what, fix))


def ref_pointer(ref: str) -> Pointer:
    """The pointer that a local `$ref` such as `#/components/schemas/Agent` stands for."""
    return tuple(unquote(step).replace("~1", "/").replace("~0", "~") for step in ref[2:].split("/"))


def ref_name(value: Any) -> str:
    """The name of the component that a `$ref` names; empty for anything else."""
    return str(value.get("$ref", "")).rpartition("/")[2] if isinstance(value, Mapping) else ""


def _check_depth(text: str) -> None:
    """Raise for values that are nested too deep for the parser, which the C library would end the process for.

    Counting is slow, so brackets, dashes and blanks are counted first.
    """
    depths = accumulate(_BRACKETS[bracket] for bracket in re.findall(r"[][{}]", text))
    if max(depths, default=0) <= _MAX_DEPTH and not _NESTS_IN_A_LINE.search(text):
        return
    depth = 0
    for event in yaml.parse(text, Loader=_Loader):
        depth += isinstance(event, yaml.CollectionStartEvent) - isinstance(event, yaml.CollectionEndEvent)
        if depth > _MAX_DEPTH:
            raise yaml.MarkedYAMLError(problem=_TOO_DEEP, problem_mark=cast(yaml.error.Mark, event.start_mark))


def _mark(error: yaml.MarkedYAMLError) -> Position:
    """Where an error is. What is not ended is where it begins, and not where the parser gave up."""
    mark = error.problem_mark or error.context_mark
    if error.context_mark and error.problem in ("found unexpected end of stream", "could not find expected ':'"):
        mark = error.context_mark
    return _position(mark) if mark else Position(1, 1)


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
