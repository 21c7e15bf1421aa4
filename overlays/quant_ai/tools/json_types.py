"""Python types as JSON Schema. `json_values` makes values of the same types from JSON."""

from __future__ import annotations

import enum
from collections.abc import Iterable, Mapping, Sequence
from collections.abc import Set as AbstractSet
from types import MappingProxyType, UnionType
from typing import Any, Literal, Union

from . import pydantic_types
from .type_forms import PLAIN, Fields, fields_of, form_of, is_plain, name_of

Schema = dict[str, Any]


class Schemas:
    """The schemas of several types that share definitions, as the arguments of one function do.

    Args:
        known: Names for the hints of classes that are defined inside functions.
    """

    def __init__(self, known: Mapping[str, Any] = MappingProxyType({})) -> None:
        self.definitions: Schema = {}
        """`$defs`: the types that contain themselves. All others are written out where they occur."""
        self._known = known
        self._names: dict[Any, str] = {}
        self._open: set[Any] = set()
        self._recursive: set[Any] = set()

    def of(self, hint: Any) -> Schema:
        """The schema of a type.

        Raises:
            TypeError: JSON cannot carry it.
        """
        hint, origin, arguments, notes = form_of(hint)
        schema = self._plain(hint, origin, arguments)
        for note in notes:
            schema |= _described(note)
        return schema

    def _plain(self, hint: Any, origin: Any, arguments: Sequence[Any]) -> Schema:
        if is_plain(hint):
            return dict(PLAIN[hint])
        if origin in (Union, UnionType):
            return {"anyOf": [self.of(member) for member in arguments]}
        if origin is Literal:
            return {"enum": [value.value if isinstance(value, enum.Enum) else value for value in arguments]}
        if isinstance(origin, type) and issubclass(origin, Mapping):
            return {"type": "object", "additionalProperties": self.of(arguments[1])}
        if origin is tuple and not (len(arguments) == 2 and arguments[1] is ...):
            members = [self.of(member) for member in arguments]
            return {"type": "array", "prefixItems": members, "minItems": len(members), "maxItems": len(members)}
        if isinstance(origin, type) and issubclass(origin, Iterable):
            unique = {"uniqueItems": True} if issubclass(origin, AbstractSet) else {}
            return {"type": "array", "items": self.of(arguments[0]), **unique}
        if isinstance(hint, type) and issubclass(hint, enum.Enum):
            return {"enum": [member.value for member in hint]}
        if pydantic_types.is_model(hint):
            return pydantic_types.schema_of(hint, self.definitions)
        if fields := fields_of(origin or hint, self._known):
            return self._object(origin or hint, fields)
        raise TypeError(f"is of type {name_of(hint)!r}, which is not JSON serializable")

    def _object(self, hint: Any, fields: Fields) -> Schema:
        if hint in self._open:
            self._recursive.add(hint)
        if hint in self._recursive:
            return {"$ref": f"#/$defs/{self._names[hint]}"}
        name = name_of(hint)
        number = sum(other is not hint and name_of(other) == name for other in self._names)
        self._names[hint] = f"{name}{number + 1}" if number else name
        self._open.add(hint)
        schema = {
            "type": "object",
            "properties": {field: self.of(inner) for field, inner in fields.hints.items()},
            "required": sorted(fields.required),
            "additionalProperties": False,
        }
        self._open.remove(hint)
        if hint not in self._recursive:
            return schema
        self.definitions[self._names[hint]] = schema
        return {"$ref": f"#/$defs/{self._names[hint]}"}


def _described(note: Any) -> Schema:
    """What a note of `Annotated` says: a text, members of a JSON Schema, or an object with a description."""
    if isinstance(note, str):
        return {"description": note}
    if isinstance(note, Mapping):
        return {name: value for name, value in note.items() if isinstance(name, str)}
    text = getattr(note, "description", None) or getattr(note, "documentation", None)
    return {"description": text} if isinstance(text, str) else {}


def schema_of(hint: Any) -> Schema:
    """The JSON Schema of a type.

    Raises:
        TypeError: JSON cannot carry it.
    """
    schemas = Schemas()
    schema = schemas.of(hint)
    return {**schema, "$defs": schemas.definitions} if schemas.definitions else schema
