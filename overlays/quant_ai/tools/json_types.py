"""Python types as JSON Schema, and JSON values as values of those types.

Both directions follow one list of types: what `schema_of` describes, `convert` makes. A value that does not fit is
refused with its place and what was expected, since the model reads the error and tries again.
"""

from __future__ import annotations

import dataclasses
import enum
from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date, datetime
from decimal import Decimal, InvalidOperation
from functools import lru_cache
from types import NoneType, UnionType
from typing import (
    Annotated,
    Any,
    Final,
    Literal,
    NamedTuple,
    NotRequired,
    Required,
    Union,
    get_args,
    get_origin,
    get_type_hints,
    is_typeddict,
)
from uuid import UUID

Schema = dict[str, Any]

_PLAIN: Final[Mapping[Any, Schema]] = {
    str: {"type": "string"},
    int: {"type": "integer"},
    float: {"type": "number"},
    bool: {"type": "boolean"},
    NoneType: {"type": "null"},
    datetime: {"type": "string", "format": "date-time"},
    date: {"type": "string", "format": "date"},
    UUID: {"type": "string", "format": "uuid"},
    Decimal: {"type": "string", "format": "decimal"},
    Any: {},
    object: {},
    dict: {"type": "object"},
    list: {"type": "array"},
}
_READERS: Final[Mapping[Any, Callable[[Any], Any]]] = {
    datetime: datetime.fromisoformat,
    date: date.fromisoformat,
    UUID: UUID,
    Decimal: lambda value: Decimal(str(value)),  # a number of JSON is exact in its shortest form
}


class _Fields(NamedTuple):
    """The fields of a dataclass, a TypedDict or a NamedTuple."""

    hints: Mapping[str, Any]
    required: frozenset[str]


class Schemas:
    """The schemas of several types that share definitions, as the arguments of one function do."""

    def __init__(self) -> None:
        self.definitions: Schema = {}
        """`$defs`: the types that contain themselves. All others are written out where they occur."""
        self._names: dict[Any, str] = {}
        self._open: set[Any] = set()
        self._recursive: set[Any] = set()

    def of(self, hint: Any) -> Schema:
        """The schema of a type.

        Raises:
            TypeError: JSON cannot carry it.
        """
        origin, arguments = get_origin(hint), get_args(hint)
        if origin is Annotated:
            text = next((note for note in arguments[1:] if isinstance(note, str)), None)
            return {**self.of(arguments[0]), **({"description": text} if text else {})}
        if hint in _PLAIN:
            return dict(_PLAIN[hint])
        if origin in (Union, UnionType):
            return {"anyOf": [self.of(member) for member in arguments]}
        if origin is Literal:
            return {"enum": list(arguments)}
        if isinstance(origin, type) and issubclass(origin, Mapping):
            return {"type": "object", "additionalProperties": self.of(arguments[1])}
        if origin is tuple and not (len(arguments) == 2 and arguments[1] is ...):
            members = [self.of(member) for member in arguments]
            return {"type": "array", "prefixItems": members, "minItems": len(members), "maxItems": len(members)}
        if isinstance(origin, type) and issubclass(origin, Iterable):
            unique = {"uniqueItems": True} if issubclass(origin, (set, frozenset)) else {}
            return {"type": "array", "items": self.of(arguments[0]), **unique}
        if isinstance(hint, type) and issubclass(hint, enum.Enum):
            return {"enum": [member.value for member in hint]}
        if fields := _fields(hint):
            return self._object(hint, fields)
        raise TypeError(f"is of type {_name(hint)!r}, which JSON cannot carry")

    def _object(self, hint: Any, fields: _Fields) -> Schema:
        if hint in self._open:
            self._recursive.add(hint)
        if hint in self._recursive:
            return {"$ref": f"#/$defs/{self._names[hint]}"}
        name = _name(hint)
        number = sum(other is not hint and _name(other) == name for other in self._names)
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


def schema_of(hint: Any) -> Schema:
    """The JSON Schema of a type.

    Raises:
        TypeError: JSON cannot carry it.
    """
    schemas = Schemas()
    schema = schemas.of(hint)
    return {**schema, "$defs": schemas.definitions} if schemas.definitions else schema


def convert(value: Any, hint: Any, place: str) -> Any:
    """A JSON value as a value of a type.

    Args:
        value: The JSON value.
        hint: The type.
        place: The value's name, for errors.

    Raises:
        ValueError: It does not fit.
    """
    origin, arguments = get_origin(hint), get_args(hint)
    if origin is Annotated:
        return convert(value, arguments[0], place)
    if origin in (Union, UnionType):
        return _first_that_fits(value, arguments, place)
    if origin is Literal:
        return _one_of(value, arguments, place)
    if isinstance(hint, type) and issubclass(hint, enum.Enum):
        return hint(_one_of(value, [member.value for member in hint], place))
    if hint in _READERS:
        try:
            return _READERS[hint](value)
        except (TypeError, ValueError, InvalidOperation):
            raise ValueError(f"{place}: {value!r} is not a {_name(hint)}") from None
    if hint is float and isinstance(value, int) and not isinstance(value, bool):
        return float(value)
    if hint in (str, int, float, bool, NoneType, dict, list):
        if not isinstance(value, hint) or (isinstance(value, bool) and hint is not bool):
            raise ValueError(f"{place}: {value!r} is not of type {_name(hint)}")
        return value
    if fields := _fields(hint):
        return _made(value, hint, fields, place)
    if isinstance(origin, type) and issubclass(origin, Mapping):
        if not isinstance(value, dict):
            raise ValueError(f"{place}: {value!r} is not an object")
        return {name: convert(item, arguments[1], f"{place}.{name}") for name, item in value.items()}
    if isinstance(origin, type) and issubclass(origin, Iterable):
        return _items(value, origin, arguments, place)
    return value


def _made(value: Any, hint: Any, fields: _Fields, place: str) -> Any:
    if not isinstance(value, dict):
        raise ValueError(f"{place}: {value!r} is not an object")
    if unknown := [name for name in value if name not in fields.hints]:
        raise ValueError(f"{place}: unknown fields: {', '.join(unknown)}")
    if missing := sorted(fields.required - value.keys()):
        raise ValueError(f"{place}: missing fields: {', '.join(missing)}")
    return hint(**{name: convert(item, fields.hints[name], f"{place}.{name}") for name, item in value.items()})


def _items(value: Any, origin: type[Any], arguments: Sequence[Any], place: str) -> Any:
    if not isinstance(value, list):
        raise ValueError(f"{place}: {value!r} is not an array")
    kinds = arguments if origin is tuple and ... not in arguments else [arguments[0]] * len(value)
    if len(kinds) != len(value):
        raise ValueError(f"{place}: an array of {len(value)} items, not of {len(kinds)}")
    items = [convert(item, kind, f"{place}[{n}]") for n, (item, kind) in enumerate(zip(value, kinds, strict=True))]
    return origin(items) if origin in (tuple, set, frozenset) else items


def _first_that_fits(value: Any, kinds: Sequence[Any], place: str) -> Any:
    problems: list[str] = []
    # A string fits `str` only if it fits no more exact type, such as a date.
    for kind in sorted(kinds, key=lambda kind: kind is str):
        try:
            return convert(value, kind, place)
        except ValueError as error:
            problems.append(str(error))
    # The problem that lies deepest is that of the type which fits best.
    deepest = max(problems, key=lambda problem: len(problem.partition(": ")[0]))
    if deepest.startswith(f"{place}: {value!r} "):
        raise ValueError(f"{place}: {value!r} is not of type {' or '.join(map(_name, kinds))}")
    raise ValueError(deepest)


def _one_of(value: Any, values: Sequence[Any], place: str) -> Any:
    if value not in values:
        raise ValueError(f"{place}: {value!r} is none of {', '.join(map(repr, values))}")
    return value


def _fields(hint: Any) -> _Fields | None:
    """The fields of a type that is a JSON object; None if it is something else."""
    return _fields_of(hint) if isinstance(hint, type) else None


@lru_cache(maxsize=256)
def _fields_of(kind: Any) -> _Fields | None:
    if is_typeddict(kind):
        found = get_type_hints(kind, include_extras=True)
        # Where annotations are strings, the class does not know which of its keys are marked as not required.
        required = {
            name
            for name, hint in found.items()
            if get_origin(hint) is Required or (name in kind.__required_keys__ and get_origin(hint) is not NotRequired)
        }
        return _Fields({name: _unmarked(hint) for name, hint in found.items()}, frozenset(required))
    if dataclasses.is_dataclass(kind):
        found = get_type_hints(kind, include_extras=True)
        fields = [field for field in dataclasses.fields(kind) if field.init]
        missing = dataclasses.MISSING
        required = {field.name for field in fields if field.default is field.default_factory is missing}
        return _Fields({field.name: found[field.name] for field in fields}, frozenset(required))
    if issubclass(kind, tuple) and (names := getattr(kind, "_fields", ())):
        found = get_type_hints(kind, include_extras=True)
        optional = frozenset(getattr(kind, "_field_defaults", ()))
        return _Fields({name: found.get(name, Any) for name in names}, frozenset(names) - optional)
    return None


def _unmarked(hint: Any) -> Any:
    return get_args(hint)[0] if get_origin(hint) in (Required, NotRequired) else hint


def _name(hint: Any) -> str:
    if hint is NoneType:
        return "null"
    if isinstance(hint, type):
        return hint.__name__
    return str(hint).removeprefix("typing.")
