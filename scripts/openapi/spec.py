"""The spec as the scripts read it: values, positions, references, operations, media types and schemas."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cached_property
from typing import Any, NamedTuple

from openapi.spec_errors import Pointer
from openapi.spec_operation import METHODS, SpecOperation, SpecPart
from openapi.spec_schema import SpecSchema, schema_tree
from openapi.yaml_file import YamlFile

# Keys whose values are data, and maps in which such a key is only a name.
_DATA = {"example", "examples", "default", "const", "enum"}
_MAPS = frozenset(
    (
        *("properties", "patternProperties", "$defs", "responses", "schemas", "parameters", "headers", "links"),
        *("callbacks", "variables"),
    )
)


class SpecMedia(NamedTuple):
    """One media type of a request or of a reply."""

    pointer: Pointer
    operation: SpecOperation | None
    """None where a component has it."""
    status: str | None
    """The status, or the name of the shared response; None for a request."""
    type: str
    value: dict[str, Any]


class Spec(YamlFile):
    """An OpenAPI document; nothing here relies on its shape, so that a linter can read one with faults."""

    def components(self, kind: str) -> dict[str, Any]:
        """The components of a kind, by name."""
        found = self.at(("components", kind))
        return found if isinstance(found, dict) else {}

    @property
    def paths(self) -> dict[str, dict[str, Any]]:
        """The path items, by path."""
        found = self.data.get("paths")
        return {path: item for path, item in found.items() if isinstance(item, dict)} if isinstance(found, dict) else {}

    @property
    def tags(self) -> list[dict[str, Any]]:
        """The declared tags."""
        found = self.data.get("tags")
        return [tag for tag in found if isinstance(tag, dict)] if isinstance(found, list) else []

    @property
    def version(self) -> str:
        """`info.version`."""
        info = self.data.get("info")
        return str(info.get("version", "0")) if isinstance(info, dict) else "0"

    @cached_property
    def operations(self) -> list[SpecOperation]:
        """All operations, in the order of the spec."""
        return [
            SpecOperation(self, path, method, item[method], item)
            for path, item in self.paths.items()
            for method in METHODS
            if isinstance(item.get(method), dict)
        ]

    def namespace_parameters(self, tag: str) -> list[str]:
        """The path parameters that the namespace of a tag takes (`x-namespace-parameters`)."""
        return next((one.get("x-namespace-parameters") or [] for one in self.tags if one.get("name") == tag), [])

    @cached_property
    def media(self) -> list[SpecMedia]:
        """Every media type of every request and reply; those of components once, without an operation."""
        found: list[SpecMedia] = []
        for operation in self.operations:
            parts = [(None, operation.body), *operation.responses.items()]
            for status, part in parts:
                if part and part.pointer == part.place:
                    found += _media(part, operation, status)
        for kind in ("requestBodies", "responses"):
            for name, value in self.components(kind).items():
                if isinstance(value, dict):
                    pointer = ("components", kind, name)
                    found += _media(SpecPart(pointer, pointer, value), None, name if kind == "responses" else None)
        return found

    @cached_property
    def schemas(self) -> list[SpecSchema]:
        """Every schema object, parents first."""
        return self.find_schemas()

    def find_schemas(self) -> list[SpecSchema]:
        """The same, as the values are now."""
        found: list[SpecSchema] = []
        for name, value in self.components("schemas").items():
            found += schema_tree(("components", "schemas", name), value, "component")
        for pointer, value in self.walk():
            if pointer and pointer[-1] == "schema" and pointer[:2] != ("components", "schemas"):
                found += schema_tree(pointer, value, "root")
        return found

    @cached_property
    def shapes(self) -> list[SpecSchema]:
        """The schemas that code is made from: those that only constrain another are left out."""
        return [schema for schema in self.schemas if schema.role != "constraint"]

    def walk(self) -> Iterator[tuple[Pointer, Any]]:
        """Every value with its pointer, in the order of the spec, without examples, extensions and other data.

        An extension itself is a value, but what is in it is not.
        """
        stack: list[tuple[Pointer, Any]] = [((), self.data)]
        while stack:
            pointer, value = stack.pop()
            yield pointer, value
            named = bool(pointer) and pointer[-1] in _MAPS  # its keys are names, not words of OpenAPI
            children: list[tuple[Any, Any]] = []
            if pointer and str(pointer[-1]).startswith("x-") and not (len(pointer) > 1 and pointer[-2] in _MAPS):
                continue
            if isinstance(value, dict):
                children = [item for item in value.items() if named or item[0] not in _DATA]
            elif isinstance(value, list):
                children = list(enumerate(value))
            stack.extend(((*pointer, key), child) for key, child in reversed(children))


def _media(part: SpecPart, operation: SpecOperation | None, status: str | None) -> Iterator[SpecMedia]:
    for media_type, value in part.content.items():
        if isinstance(value, dict):
            yield SpecMedia((*part.pointer, "content", media_type), operation, status, media_type, value)
