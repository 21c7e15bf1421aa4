"""The document's schemas: follow a reference, validate a value, fill in defaults.

All validators share one registry that holds the document as a single resource. Giving each validator its own copy of
the components costs seconds and a gigabyte on a document of this size.
"""

from __future__ import annotations

from functools import cached_property
from typing import Any, TypeAlias
from urllib.parse import quote

import jsonschema_rs

from .defaults import Defaults, plan

Json: TypeAlias = Any  # a JSON value; what it may be is the document's business
Place: TypeAlias = tuple[str | int, ...]

DOCUMENT = "urn:document"


class SchemaBook:
    """Every schema of one document, found by its place."""

    def __init__(self, document: dict[str, Any]) -> None:
        self.document = document
        self.registry = jsonschema_rs.Registry([(DOCUMENT, document)], draft=jsonschema_rs.Draft202012)
        self._schemas: dict[Place, Schema] = {}

    def at(self, *place: str | int) -> Schema:
        """The schema at a place of the document, references followed."""
        _, place = self.follow(self.value(place), place)
        if place not in self._schemas:
            self._schemas[place] = Schema(self, place)
        return self._schemas[place]

    def value(self, place: Place) -> Json:
        found: Json = self.document
        for key in place:
            found = found[key]
        return found

    def follow(self, source: Json, place: Place) -> tuple[Json, Place]:
        """Resolve a reference, and the one it may lead to; returns what was found and where it stands."""
        for _ in range(32):
            if not (isinstance(source, dict) and isinstance(source.get("$ref"), str)):
                return source or {}, place
            reference = source["$ref"]
            if not reference.startswith("#/"):
                raise ValueError(f"only references into the document itself can be followed, not {reference!r}")
            keys = [key.replace("~1", "/").replace("~0", "~") for key in reference[2:].split("/")]
            source, place = self.document, ()
            for key in keys:
                step: str | int = int(key) if isinstance(source, list) else key
                source, place = source[step], (*place, step)
        raise ValueError(f"references at {'/'.join(map(str, place))} lead in a circle")

    def resolve(self, reference: str) -> Json:
        """What a reference refers to."""
        return self.follow({"$ref": reference}, ())[0]

    def validator(self, schema: dict[str, Any]) -> jsonschema_rs.Draft202012Validator:
        """Compile a schema that may refer to the document as `urn:document#/...`."""
        return jsonschema_rs.Draft202012Validator(schema, registry=self.registry, validate_formats=True)


class Schema:
    """One schema of the document; its validator is compiled when it is first needed."""

    def __init__(self, book: SchemaBook, place: Place) -> None:
        self.book = book
        self.place = place

    @cached_property
    def source(self) -> dict[str, Any]:
        found = self.book.value(self.place)
        return found if isinstance(found, dict) else {}

    @cached_property
    def pointer(self) -> str:
        """A reference to this schema that a validator of the same book understands."""
        keys = (quote(str(key).replace("~", "~0").replace("/", "~1"), safe="~") for key in self.place)
        return f"{DOCUMENT}#/{'/'.join(keys)}"

    @cached_property
    def validator(self) -> jsonschema_rs.Draft202012Validator:
        return self.book.validator({"$ref": self.pointer})

    @cached_property
    def defaults(self) -> Defaults | None:
        return plan(lambda source: self.book.follow(source, ())[0], self.source)

    @cached_property
    def types(self) -> frozenset[str]:
        """The JSON types that the schema allows at its top; empty where it does not say."""
        found = self.source.get("type", [])
        types = {found} if isinstance(found, str) else set(found)
        for keyword in ("allOf", "anyOf", "oneOf"):
            for index in range(len(self.source.get(keyword, []))):
                types |= self.book.at(*self.place, keyword, index).types
        return frozenset(types)

    def property(self, name: str) -> Schema | None:
        """The schema of a property, looked for in every member of a composition."""
        if name in self.source.get("properties", {}):
            return self.book.at(*self.place, "properties", name)
        for member in self.members:
            found = member.property(name)
            if found is not None:
                return found
        return None

    @cached_property
    def properties(self) -> dict[str, Schema]:
        """Every property that the schema or a member of its composition describes."""
        found = {name: self.book.at(*self.place, "properties", name) for name in self.source.get("properties", {})}
        for member in self.members:
            for name, schema in member.properties.items():
                found.setdefault(name, schema)
        return found

    @cached_property
    def members(self) -> list[Schema]:
        """The members of allOf, anyOf and oneOf."""
        return [
            self.book.at(*self.place, keyword, index)
            for keyword in ("allOf", "anyOf", "oneOf")
            for index in range(len(self.source.get(keyword, [])))
        ]

    @cached_property
    def items(self) -> Schema | None:
        if isinstance(self.source.get("items"), dict):
            return self.book.at(*self.place, "items")
        return next((member.items for member in self.members if member.items is not None), None)

    def fits(self, value: Json) -> bool:
        return self.validator.is_valid(value)

    def complete(self, value: Json) -> Json:
        """Fill the schema's defaults into a value that fits it, in place."""
        if self.defaults is not None:
            self.defaults.fill(value)
        return value
