"""Read the YAML, and say line and column of whatever is wrong with it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from posixpath import relpath
from typing import Any, NamedTuple
from urllib.parse import urlsplit

import yaml

METHODS = ("get", "put", "post", "delete", "options", "head", "patch", "trace")
_Loader: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)  # libyaml's is ten times as fast
_BOOLEANS = {"true": True, "false": False}
_SCALARS: dict[str, Callable[[str], Any]] = {
    "str": str,
    "int": int,
    "float": float,
    "bool": _BOOLEANS.__getitem__,
    "null": lambda _: None,
}

Pointer = tuple[str | int, ...]


class SpecError(Exception):
    """Something in the document that the package cannot be generated from."""

    def __init__(self, pointer: Pointer, message: str) -> None:
        super().__init__(message)
        self.pointer = pointer
        self.message = message


class MalformedError(Exception):
    """The file is not YAML, or not JSON written as YAML; the text is `LINE:COL: what`."""

    def __init__(self, mark: Any, message: str) -> None:
        line, column = (mark.line, mark.column) if mark else (0, 0)
        super().__init__(f"{line + 1}:{column + 1}: {message}")


class Raw(NamedTuple):
    """One operation as the document has it, references resolved one level deep."""

    id: str
    path: str
    method: str
    pointer: Pointer
    data: dict[str, Any]
    parameters: list[dict[str, Any]]
    body: dict[str, Any]
    responses: dict[str, dict[str, Any]]
    base: str
    """What leads from the first server to the one of the path: "/..", or nothing where they are the same."""


class Document:
    """The YAML as plain values, with the places that they come from."""

    def __init__(self, path: Path) -> None:
        try:
            self._root = yaml.compose(path.read_text(encoding="utf-8"), Loader=_Loader)
        except yaml.MarkedYAMLError as error:
            raise MalformedError(error.problem_mark, error.problem or "not YAML") from None
        except (yaml.YAMLError, UnicodeDecodeError) as error:
            raise MalformedError(None, str(error).splitlines()[0]) from None
        if not isinstance(self._root, yaml.MappingNode):
            raise MalformedError(self._root and self._root.start_mark, "an OpenAPI document is a mapping")
        self.data: dict[str, Any] = _value(self._root)

    def place(self, pointer: Pointer) -> str:
        """`LINE:COL` of the deepest part of the pointer that the document has."""
        node: Any = self._root
        mark = node.start_mark
        for step in pointer:
            if isinstance(node, yaml.MappingNode):
                found = [(key, value) for key, value in node.value if key.value == str(step)]
            elif isinstance(node, yaml.SequenceNode) and isinstance(step, int) and step < len(node.value):
                found = [(node.value[step], node.value[step])]
            else:
                found = []
            if found:  # steps that are none, such as the parser's names for kinds of value, are passed over
                mark, node = found[0][0].start_mark, found[0][1]
        return f"{mark.line + 1}:{mark.column + 1}"

    def resolve(self, value: dict[str, Any]) -> dict[str, Any]:
        """Follow `$ref`s to other parts of the document."""
        while "$ref" in value:
            value = self.at(reference(value["$ref"]))
        return value

    def at(self, pointer: Pointer) -> Any:
        """The value at a pointer."""
        value: Any = self.data
        for number, step in enumerate(pointer):
            try:
                value = value[step]
            except (KeyError, IndexError, TypeError):
                raise SpecError(pointer[:number], f"nothing is at #/{'/'.join(map(str, pointer))}") from None
        return value

    def see_references(self, value: Any = None, pointer: Pointer = ()) -> None:
        """See that every `$ref` leads somewhere; examples may hold anything."""
        value = self.data if value is None else value
        for key, item in value.items() if isinstance(value, dict) else enumerate(value):
            if key == "$ref" and isinstance(item, str):
                try:
                    self.at(reference(item))
                except SpecError as error:
                    raise SpecError((*pointer, key), error.message) from None
            elif isinstance(item, (dict, list)) and key not in ("example", "examples", "value", "default", "enum"):
                self.see_references(item, (*pointer, key))

    def operations(self) -> Iterator[Raw]:
        """All operations, in document order."""
        for path, item in self.data.get("paths", {}).items():
            pointer: Pointer = ("paths", path)
            if "$ref" in item:
                raise SpecError(pointer, "write path items in place; the parser drops references")
            base = self._base(item, pointer)
            for method in METHODS:
                if method not in item:
                    continue
                data = item[method]
                own = [self._component(parameter, "parameters") for parameter in data.get("parameters", [])]
                taken = {(parameter["name"], parameter["in"]) for parameter in own}
                shared = [self._component(parameter, "parameters") for parameter in item.get("parameters", [])]
                yield Raw(
                    id=data.get("operationId", ""),
                    path=path,
                    method=method,
                    pointer=(*pointer, method),
                    data=data,
                    parameters=[p for p in shared if (p["name"], p["in"]) not in taken] + own,
                    body=self._component(data.get("requestBody", {}), "requestBodies"),
                    responses={
                        status: self._component(reply, "responses")
                        for status, reply in data.get("responses", {}).items()
                    },
                    base=base,
                )

    def _component(self, value: dict[str, Any], kind: str) -> dict[str, Any]:
        """The value, or the component of a kind that it refers to."""
        if "$ref" not in value:
            return value
        pointer = reference(value["$ref"])
        if pointer[:2] != ("components", kind):
            raise SpecError(pointer, f"something refers to {value['$ref']} as one of components/{kind}")
        value = self.at(pointer)
        if "$ref" in value:
            raise SpecError(pointer, "a component that is only a reference; refer to its target")
        return dict(value)

    def _base(self, item: dict[str, Any], pointer: Pointer) -> str:
        if "servers" not in item:
            return ""
        first, own = (urlsplit((holder.get("servers") or [{}])[0].get("url", "")) for holder in (self.data, item))
        if first[:2] != own[:2]:
            raise SpecError((*pointer, "servers"), "a path's server is on the host of the first server of the document")
        found = relpath(own.path or "/", first.path or "/")
        return "" if found == "." else f"/{found}"


def reference(ref: str) -> Pointer:
    """The pointer of a local `$ref`."""
    if not ref.startswith("#/"):
        raise SpecError((), f"{ref}: only references inside the document are followed")
    return tuple(step.replace("~1", "/").replace("~0", "~") for step in ref[2:].split("/"))


def _value(node: Any) -> Any:
    """Build the plain value of a node; what JSON has no word for is refused."""
    if isinstance(node, yaml.MappingNode):
        mapping: dict[str, Any] = {}
        for key, item in node.value:
            if not key.tag.endswith(":str"):
                raise MalformedError(key.start_mark, f"the key {key.value} is no string: put it in quotes")
            if key.value in mapping:
                raise MalformedError(key.start_mark, f"the key {key.value} stands here a second time")
            mapping[key.value] = _value(item)
        return mapping
    if isinstance(node, yaml.SequenceNode):
        return [_value(item) for item in node.value]
    try:
        return _SCALARS[node.tag.rpartition(":")[2]](node.value)
    except (KeyError, ValueError):
        raise MalformedError(node.start_mark, f"{node.value} is ambiguous: put it in quotes") from None
