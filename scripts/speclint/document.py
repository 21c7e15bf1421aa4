"""An OpenAPI document with the line of every value, and the walks over it that the rules share.

The YAML is read twice from one pass of the scanner: as plain Python values, which the rules look at, and as a map from
each place in the document (a tuple of keys, `("paths", "/chat", "post")`) to the line where it stands.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any, NamedTuple

import yaml

Place = tuple[str | int, ...]

METHODS = ("get", "put", "post", "delete", "options", "head", "patch", "trace")

# Kinds of sub-schemas. One that only constrains its parent (`not`, `if`, an `anyOf` of `required`) is stripped before
# code is generated, so the rules about shapes do not look into it.
SCHEMA_KEYS = {
    "items": "items",
    "additionalProperties": "values",
    "contentSchema": "content",
    "not": "constraint",
    "if": "constraint",
    "then": "constraint",
    "else": "constraint",
}
_CONSTRAINT_KEYS = {"required", "properties", "not", "if", "then", "else", "anyOf", "oneOf", "allOf", "minProperties"}


# Keys whose values are data, and maps in which such a key is only a name.
_DATA = {"example", "examples", "default", "const", "enum"}
_MAPS = {"properties", "responses", "schemas", "parameters", "headers", "links", "callbacks", "variables"}


class SpecError(Exception):
    """The document cannot be read; `line` is where reading stopped."""

    def __init__(self, path: Path | str, line: int, message: str) -> None:
        super().__init__(f"{path}:{line}: {message}")
        self.path, self.line, self.message = path, line, message


@dataclass(frozen=True)
class Schema:
    """A schema object, where it stands, and what it is to its parent."""

    place: Place
    value: Any
    role: str  # component, property, items, values, member, content, constraint, or root: of a parameter, header, body

    @property
    def component(self) -> str | None:
        """Name of the component schema that it is, or is part of."""
        return str(self.place[2]) if self.place[:2] == ("components", "schemas") else None


class Operation(NamedTuple):
    """An operation with its path and method."""

    place: Place
    path: str
    method: str
    value: dict[str, Any]
    path_item: dict[str, Any]

    @property
    def id(self) -> str:
        return str(self.value.get("operationId", f"{self.method.upper()} {self.path}"))


class Media(NamedTuple):
    """The content of a request or of one of its replies, in one media type."""

    place: Place
    operation: Operation | None
    status: str | None  # None: the request
    type: str
    value: dict[str, Any]


class Document:
    """A parsed document; `tree` holds its values, `line()` the line of each."""

    def __init__(self, text: str, path: Path | str = "spec/openapi.yaml") -> None:
        self.path = path
        self.text = text
        self.lines: dict[Place, int] = {}
        self.duplicates: list[tuple[Place, int]] = []
        self.ambiguous: list[tuple[Place, int, str]] = []
        try:
            root = yaml.compose(text, Loader=yaml.CSafeLoader)
            self.tree: dict[str, Any] = self._build(root, ()) if root is not None else {}
        except yaml.MarkedYAMLError as error:
            mark = error.problem_mark or error.context_mark
            problem = " ".join(part for part in (error.context, error.problem) if part)
            raise SpecError(path, mark.line + 1 if mark else 1, problem) from None
        except yaml.YAMLError as error:
            raise SpecError(path, 1, str(error).splitlines()[0]) from None
        except RecursionError:
            raise SpecError(path, 1, "nested without end") from None
        if not isinstance(self.tree, dict):
            raise SpecError(path, 1, "the document is not a mapping")

    @classmethod
    def load(cls, path: Path | str) -> Document:
        try:
            return cls(Path(path).read_text(encoding="utf-8"), path)
        except OSError as error:
            raise SpecError(path, 1, error.strerror or str(error)) from None
        except UnicodeDecodeError as error:
            raise SpecError(path, error.object.count(b"\n", 0, error.start) + 1, "not UTF-8") from None

    def line(self, place: Place) -> int:
        """Line of a place; of the nearest place around it where it has none of its own."""
        while place and place not in self.lines:
            place = place[:-1]
        return self.lines.get(place, 1)

    def at(self, place: Place) -> Any:
        """Value at a place, or None."""
        value: Any = self.tree
        for key in place:
            try:
                value = value[key]
            except (KeyError, IndexError, TypeError):
                return None
        return value

    def resolve(self, value: Any) -> Any:
        """What a `$ref` leads to, through any number of them; anything else as it is. None where it leads nowhere."""
        seen = set()
        while isinstance(value, Mapping) and isinstance(ref := value.get("$ref"), str):
            if ref in seen or not ref.startswith("#/"):
                return None
            seen.add(ref)
            value = self.at(pointer(ref))
        return value

    def components(self, kind: str) -> dict[str, Any]:
        found = self.at(("components", kind))
        return found if isinstance(found, dict) else {}

    def operations(self) -> Iterator[Operation]:
        for path, item in (self.tree.get("paths") or {}).items():
            for method in METHODS:
                if isinstance(item, dict) and isinstance(operation := item.get(method), dict):
                    yield Operation(("paths", path, method), path, method, operation, item)

    def parameters(self, operation: Operation) -> Iterator[tuple[Place, dict[str, Any]]]:
        """Parameters of an operation and of its path, resolved."""
        for place, given in (
            (operation.place[:-1], operation.path_item.get("parameters")),
            (operation.place, operation.value.get("parameters")),
        ):
            for index, parameter in enumerate(given or []):
                if isinstance(resolved := self.resolve(parameter), dict):
                    yield (*place, "parameters", index), resolved

    def responses(self, operation: Operation) -> Iterator[tuple[Place, str, dict[str, Any]]]:
        """Responses of an operation with their statuses, resolved."""
        for status, response in (operation.value.get("responses") or {}).items():
            if isinstance(resolved := self.resolve(response), dict):
                yield (*operation.place, "responses", status), str(status), resolved

    def media(self) -> Iterator[Media]:
        """Every content of every request and reply; those of shared components once, with no operation."""
        for operation in self.operations():
            body = operation.value.get("requestBody")
            if isinstance(body, dict):
                yield from self._contents((*operation.place, "requestBody"), operation, None, body)
            for status, response in (operation.value.get("responses") or {}).items():
                if isinstance(response, dict):
                    place = (*operation.place, "responses", status)
                    yield from self._contents(place, operation, str(status), response)
        for name, response in self.components("responses").items():
            yield from self._contents(("components", "responses", name), None, name, response)

    def _contents(
        self, place: Place, operation: Operation | None, status: str | None, value: dict[str, Any]
    ) -> Iterator[Media]:
        for media_type, media in (value.get("content") or {}).items():
            if isinstance(media, dict):
                yield Media((*place, "content", media_type), operation, status, media_type, media)

    @cached_property
    def schemas(self) -> list[Schema]:
        """Every schema object of the document, parents first."""
        return list(self._schemas())

    @cached_property
    def shapes(self) -> list[Schema]:
        """The schemas that code is generated from: those that only constrain another are left out."""
        return [schema for schema in self.schemas if schema.role != "constraint"]

    def _schemas(self) -> Iterator[Schema]:
        for name, value in self.components("schemas").items():
            yield from self._schema(("components", "schemas", name), value, "component")
        for place, value in self.walk():
            if place and place[-1] == "schema" and place[:2] != ("components", "schemas"):
                yield from self._schema(place, value, "root")

    def _schema(self, place: Place, value: Any, role: str) -> Iterator[Schema]:
        yield Schema(place, value, role)
        if not isinstance(value, dict):
            return
        properties = value.get("properties")
        for name, child in (properties if isinstance(properties, dict) else {}).items():
            yield from self._schema(
                (*place, "properties", name), child, "constraint" if role == "constraint" else "property"
            )
        for key, child_role in SCHEMA_KEYS.items():
            if isinstance(child := value.get(key), dict):
                yield from self._schema((*place, key), child, "constraint" if role == "constraint" else child_role)
        for key in ("anyOf", "oneOf", "allOf"):
            for index, child in enumerate(value.get(key) or []):
                constraint = role == "constraint" or only_constrains(child)
                yield from self._schema((*place, key, index), child, "constraint" if constraint else "member")

    def walk(self) -> Iterator[tuple[Place, Any]]:
        """Every value of the document with its place, in document order; examples and other data are left out."""
        stack: list[tuple[Place, Any]] = [((), self.tree)]
        while stack:
            place, value = stack.pop()
            yield place, value
            named = bool(place) and place[-1] in _MAPS  # its keys are names, not words of OpenAPI
            children: list[tuple[Any, Any]] = []
            if isinstance(value, dict):
                children = [item for item in value.items() if named or item[0] not in _DATA]
            elif isinstance(value, list):
                children = list(enumerate(value))
            stack.extend(((*place, key), child) for key, child in reversed(children))

    def _build(self, node: yaml.Node, place: Place) -> Any:
        self.lines.setdefault(place, node.start_mark.line + 1)
        if isinstance(node, yaml.MappingNode):
            result: dict[str, Any] = {}
            for key_node, value_node in node.value:
                key = key_node.value
                if not isinstance(key, str):
                    raise yaml.MarkedYAMLError(problem="a key that is not a word", problem_mark=key_node.start_mark)
                if not key_node.style and key_node.tag != "tag:yaml.org,2002:str":
                    self.ambiguous.append(((*place, key), key_node.start_mark.line + 1, key))
                if key in result:
                    self.duplicates.append(((*place, key), key_node.start_mark.line + 1))
                # A reader looks for the key, not for the first line of what it holds.
                self.lines[(*place, key)] = key_node.start_mark.line + 1
                result[key] = self._build(value_node, (*place, key))
            return result
        if isinstance(node, yaml.SequenceNode):
            return [self._build(child, (*place, index)) for index, child in enumerate(node.value)]
        assert isinstance(node, yaml.ScalarNode)
        return self._scalar(node, place)

    def _scalar(self, node: yaml.ScalarNode, place: Place) -> Any:
        text: str = node.value
        if node.style:  # quoted or a block: a string in any version of YAML
            return text
        value = _core_scalar(text)
        if isinstance(value, str) != (node.tag == "tag:yaml.org,2002:str") or re.match(r"[-+]?0\d", text):
            self.ambiguous.append((place, node.start_mark.line + 1, text))
        return value


_CORE = {"null": None, "~": None, "": None, "true": True, "false": False}


def _core_scalar(text: str) -> Any:
    """A plain scalar as YAML 1.2, which OpenAPI names, reads it: `no` and `2026-01-31` are strings there."""
    if text in _CORE:
        return _CORE[text]
    if re.fullmatch(r"[-+]?\d+", text):
        return int(text)
    if re.fullmatch(r"[-+]?(\.\d+|\d+(\.\d*)?)([eE][-+]?\d+)?", text):
        return float(text)
    return text


def pointer(ref: str) -> Place:
    """The place that a local `$ref` names."""
    return tuple(part.replace("~1", "/").replace("~0", "~") for part in ref[2:].split("/"))


def only_constrains(schema: Any) -> bool:
    """Whether a schema says nothing of a shape: `{required: [a]}`, `{properties: {kind: {const: x}}}` and the like."""
    if not isinstance(schema, dict) or not schema or not set(schema) <= _CONSTRAINT_KEYS:
        return False
    return all(
        isinstance(child, dict) and (set(child) <= {"const", "enum", "not"} or only_constrains(child))
        for child in (schema.get("properties") or {}).values()
    )


def snake_case(name: str) -> str:
    """A name as generated code spells it for variables and modules."""
    name = re.sub(r"([A-Z]+)([A-Z][a-z])", r"\1_\2", name)
    name = re.sub(r"([a-z0-9])([A-Z])", r"\1_\2", name)
    return re.sub(r"[^a-zA-Z0-9]+", "_", name).strip("_").lower()


def pascal_case(name: str) -> str:
    """A name as generated code spells it for classes."""
    return "".join(part.capitalize() for part in snake_case(name).split("_"))
