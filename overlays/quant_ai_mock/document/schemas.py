"""The schemas of the spec: resolve a reference, validate a value, fill in defaults.

All validators share one registry that holds the spec as a single resource. Giving each validator its own copy of the
components costs seconds and a gigabyte on a spec of this size.
"""

from __future__ import annotations

import logging
from functools import cached_property
from typing import Any, TypeAlias
from urllib.parse import quote, unquote

import jsonschema_rs

from .defaults import Defaults, plan_defaults

Json: TypeAlias = Any
"""A JSON value; the spec says what it may be."""
Location: TypeAlias = tuple[str | int, ...]
"""The keys that lead to a value of the spec."""

log = logging.getLogger("quant_ai_mock")
_ANYTHING = jsonschema_rs.Draft202012Validator({})
SPEC_URI = "urn:spec"
_TYPES = {str: "string", bool: "boolean", int: "integer", float: "number", type(None): "null"}


class SchemaBook:
    """Every schema of one spec, by its location."""

    def __init__(self, spec: dict[str, Any]) -> None:
        self.spec = spec
        self.registry = jsonschema_rs.Registry([(SPEC_URI, spec)], draft=jsonschema_rs.Draft202012)
        self._schemas: dict[Location, Schema] = {}

    def at(self, *location: str | int) -> Schema:
        """The schema at a location of the spec, with references resolved."""
        _, location = self.resolve(self.value_at(location), location)
        if location not in self._schemas:
            self._schemas[location] = Schema(self, location)
        return self._schemas[location]

    def value_at(self, location: Location) -> Json:
        """The value at a location of the spec."""
        found: Json = self.spec
        for key in location:
            found = found[key]
        return found

    def resolve(self, source: Json, location: Location) -> tuple[Json, Location]:
        """Resolve a reference, and those that it leads to; returns the value and its location."""
        for _ in range(32):
            if not (isinstance(source, dict) and isinstance(source.get("$ref"), str)):
                return source or {}, location
            reference = source["$ref"]
            if not reference.startswith("#/"):
                raise ValueError(f"a reference leads to a place in this file or in another one, not to {reference!r}")
            keys = [unquote(key).replace("~1", "/").replace("~0", "~") for key in reference[2:].split("/")]
            source, location = self.value_at(()), ()
            for key in keys:
                step = _step(source, key)
                source, location = self.value_at((*location, step)), (*location, step)
        raise ValueError(f"references at {'/'.join(map(str, location))} are circular")

    def validator(self, schema: dict[str, Any]) -> jsonschema_rs.Draft202012Validator:
        """Compile a schema that may refer to the spec as `urn:spec#/...`; what is no JSON Schema accepts anything."""
        try:
            return jsonschema_rs.Draft202012Validator(schema, registry=self.registry, validate_formats=True)
        except jsonschema_rs.ValidationError as error:
            place = "/".join(str(step) for step in error.instance_path)
            log.warning(
                "not checked, as it is no JSON Schema: %s: %s", place or schema.get("$ref"), error.message[:200]
            )
            return _ANYTHING


class Schema:
    """One schema of the spec; its validator is compiled when it is first needed."""

    def __init__(self, book: SchemaBook, location: Location) -> None:
        self.book = book
        self.location = location

    @cached_property
    def source(self) -> dict[str, Any]:
        found = self.book.value_at(self.location)
        return found if isinstance(found, dict) else {}

    @cached_property
    def pointer(self) -> str:
        """A reference to this schema that validators of the same book understand."""
        keys = (quote(str(key).replace("~", "~0").replace("/", "~1"), safe="~") for key in self.location)
        return f"{SPEC_URI}#/{'/'.join(keys)}"

    @cached_property
    def validator(self) -> jsonschema_rs.Draft202012Validator:
        return self.book.validator({"$ref": self.pointer})

    @cached_property
    def defaults(self) -> Defaults | None:
        return plan_defaults(lambda source: self.book.resolve(source, ())[0], self.source)

    @cached_property
    def types(self) -> frozenset[str]:
        """The JSON types that the schema allows; empty if it does not say."""
        found = self.source.get("type", [])
        types = {found} if isinstance(found, str) else set(found)
        for keyword in ("allOf", "anyOf", "oneOf"):
            for index in range(len(self.source.get(keyword, []))):
                types |= self.book.at(*self.location, keyword, index).types
        if not types:  # those of its values
            values = [self.source["const"]] if "const" in self.source else self.source.get("enum", [])
            types = {_TYPES[type(value)] for value in values if type(value) in _TYPES}
        return frozenset(types)

    def property(self, name: str) -> Schema | None:
        """The schema of a property, also of one that a member of a composition has."""
        if name in self.source.get("properties", {}):
            return self.book.at(*self.location, "properties", name)
        for member in self.members:
            found = member.property(name)
            if found is not None:
                return found
        return None

    @cached_property
    def properties(self) -> dict[str, Schema]:
        """Every property of the schema and of the members of its composition."""
        found = {name: self.book.at(*self.location, "properties", name) for name in self.source.get("properties", {})}
        for member in self.members:
            for name, schema in member.properties.items():
                found.setdefault(name, schema)
        return found

    @cached_property
    def members(self) -> list[Schema]:
        """The members of allOf, anyOf and oneOf."""
        return [
            self.book.at(*self.location, keyword, index)
            for keyword in ("allOf", "anyOf", "oneOf")
            for index in range(len(self.source.get(keyword, [])))
        ]

    @cached_property
    def items(self) -> Schema | None:
        """The schema of an array's items."""
        if isinstance(self.source.get("items"), dict):
            return self.book.at(*self.location, "items")
        return next((member.items for member in self.members if member.items is not None), None)

    @cached_property
    def first_items(self) -> list[Schema]:
        """The schemas of the first items of an array, each of its own."""
        return [
            self.book.at(*self.location, "prefixItems", at) for at in range(len(self.source.get("prefixItems", [])))
        ]

    def is_valid(self, value: Json) -> bool:
        """Whether a value fits the schema."""
        return self.validator.is_valid(value)

    def fill_defaults(self, value: Json, *, exact: bool = False) -> Json:
        """Fill the schema's defaults into a valid value, in place; see `Defaults.fill`."""
        if self.defaults is not None:
            self.defaults.fill(value, exact=exact)
        return value


def _step(value: Json, key: str) -> str | int:
    """A key of a reference as it is used with a value."""
    return int(key) if isinstance(value, list) else key
