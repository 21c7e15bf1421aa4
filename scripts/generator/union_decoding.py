"""Tell the members of a union apart: by a constant, by a required key, or by the type of the JSON value."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from openapi_python_client.parser import properties as props
from openapi_python_client.parser.properties.const import ConstProperty
from openapi_python_client.parser.properties.list_property import ListProperty
from openapi_python_client.parser.properties.protocol import PropertyProtocol as Property

from openapi import Pointer, SpecFault

from .field_code import FieldCode
from .parser_properties import name_of
from .python_types import Named, Types

_CLOSEST = "is_closest"
"""The function that finds the member whose fields a value has, where nothing else tells them apart."""


class Unions:
    """The unions of one spec."""

    def __init__(self, types: Types) -> None:
        self.types, self.code = types, FieldCode(types)

    def array_member(self, prop: Property) -> Property | None:
        """The array in a union, if its items have to be decoded."""
        arrays = [member for member in self.types.members(prop) if isinstance(member, ListProperty)]
        if len(arrays) > 1 and any(map(self.code.decoder, arrays)):
            raise SpecFault(self._where(prop), "two arrays of objects in one union cannot be distinguished")
        return arrays[0] if arrays and self.code.decoder(arrays[0]) else None

    def string_member(self, prop: Property) -> Property | None:
        """The string in a union, if it has to be decoded and is the only one."""
        strings = [m for m in self.types.members(prop) if self.types.is_string(m)]
        return strings[0] if len(strings) == 1 and self.code.decoder(strings[0]) else None

    def branches(self, prop: Property) -> list[tuple[str, Property]]:
        """A test for each object in a union. The catch-all has an empty test and comes last."""
        objects = [member for member in self.types.object_members(prop) if not self.types.is_base64(member)]
        by_value = _discriminator(self.types.source(prop)) if self.types.is_alias(prop) else {}
        found: list[tuple[str, Property]] = []
        for member in objects:
            tests = by_value.get(name_of(member)) or list(self._tests(member, objects))
            if not tests and len(objects) > 1 and member is not objects[-1]:
                others = [self._names(other) for other in objects if other is not member]
                if self._names(member) in others:
                    message = f"{name_of(member)} cannot be distinguished from the other members of its union"
                    fix = "give it a const or a required key that they do not have, or the last place"
                    raise SpecFault(self._where(prop), f"{message}; {fix}")
                tests = [f"{_CLOSEST}({self._names(member)}, ({', '.join(others)},), value)"]
            found.append((tests[0] if tests else "", member))
        return sorted(found, key=lambda branch: (branch[0] == "", _CLOSEST in branch[0], "==" not in branch[0]))

    def _names(self, member: Property) -> str:
        """The names of the fields of an object on the wire: those that are required, and all."""
        fields = self.types.fields(member)
        required = tuple(field.name.get_untrusted_value() for field in fields if field.required)
        return repr((required, tuple(name for field in fields for name in self.types.spellings(member, field))))

    def _tests(self, member: Property, objects: list[Property]) -> Iterator[str]:
        others = [other for other in objects if other is not member]
        elsewhere = {name for other in others for name in self.types.attributes(other)}
        for field in self.types.fields(member):
            value = _constant(field)
            same = [(other, twin) for other in others for twin in self.types.fields(other) if twin.name == field.name]
            takes_rest = [other for other, twin in same if other is objects[-1] and _constant(twin) is None]
            told_apart = [other for other, twin in same if _constant(twin) not in (None, value)]
            if value is not None and same and len(told_apart) + len(takes_rest) == len(same):
                yield f"value.get({field.name.get_untrusted_value()!r}) == {value!r}"
        for field in self.types.fields(member):
            if field.required and elsewhere.isdisjoint(names := self.types.spellings(member, field)):
                yield " or ".join(f"{name!r} in value" for name in names)

    def _where(self, prop: Property) -> Pointer:
        return self.types.pointer(prop) if isinstance(prop, Named) else ()


def _constant(prop: Property) -> Any:
    """The only value of a const, or of an enum with one value."""
    if isinstance(prop, ConstProperty):
        return prop.value.raw_value
    if isinstance(prop, props.LiteralEnumProperty) and len(prop.values) == 1:
        return next(iter(prop.values))
    return None


def _discriminator(schema: dict[str, Any]) -> dict[str, list[str]]:
    """The tests that `discriminator` gives, by schema."""
    found = schema.get("discriminator", {})
    tests: dict[str, list[str]] = {}
    for value, target in found.get("mapping", {}).items():
        tests.setdefault(target.rpartition("/")[2], []).append(f"value.get({found['propertyName']!r}) == {value!r}")
    return {name: [" or ".join(several)] for name, several in tests.items()}
