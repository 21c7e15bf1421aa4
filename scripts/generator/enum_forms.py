"""Write enums and constants of several types, or with null, as unions of such that have one type."""

from __future__ import annotations

from typing import Any

Schema = dict[str, Any]

_TYPES = {str: "string", int: "integer", bool: "boolean", float: "number"}
_VALUES = frozenset({"type", "enum", "const", "contentEncoding", "format"})


def split_values(schema: Schema) -> None:
    """Write the values of a schema in their normal form, in place."""
    types = schema.get("type")
    if "const" in schema and schema["const"] is None:
        del schema["const"]
        schema["type"] = "null"
    elif "const" in schema:
        _constant(schema, types)
    elif isinstance(schema.get("enum"), list) and all(isinstance(value, _SCALARS) for value in schema["enum"]):
        _values(schema, types)
    elif isinstance(types, list) and "null" in types and schema.get("contentEncoding") == "base64":
        _union(schema, [{"type": "string", "contentEncoding": "base64"}, {"type": "null"}])


_LARGEST = 2**63
_SCALARS = (str, int, float, bool, type(None))


def _constant(schema: Schema, types: Any) -> None:
    if isinstance(types, list):
        kind = _TYPES.get(type(schema["const"]))  # a constant is of one type, whatever the list allows
        schema["type"] = kind if kind in types or kind != "integer" else "number"
    if isinstance(schema["const"], float):
        del schema["const"]
        schema["type"] = "number"
    elif isinstance(schema["const"], int) and not -_LARGEST <= schema["const"] < _LARGEST:
        del schema["const"]  # type checkers read no larger one
        schema["type"] = "integer"


def _values(schema: Schema, types: Any) -> None:
    allowed = set(types) if isinstance(types, list) else {types} if types else None
    values = [value for value in schema["enum"] if allowed is None or _fits(value, allowed)]
    nullable = None in values
    kinds = dict.fromkeys(type(value) for value in values if value is not None)
    if float in kinds:
        kinds.pop(int, None)
    members = [_of_type(kind, [v for v in values if _is_of(v, kind, kinds)]) for kind in kinds]
    if nullable:
        members.append({"type": "null"})
    if len(members) == 1:
        schema.pop("enum")
        schema |= members[0]
    elif not members:
        schema["enum"] = []
    else:
        _union(schema, members)


def _is_of(value: Any, kind: type, kinds: dict[type, None]) -> bool:
    return type(value) is kind or (kind is float and type(value) is int and int not in kinds)


def _of_type(kind: type, values: list[Any]) -> Schema:
    """Values of one type; numbers and both booleans are any of their type."""
    if kind is float or (kind is bool and len(set(values)) > 1):
        return {"type": _TYPES[kind]}
    return {"type": _TYPES[kind], **({"enum": values} if len(values) > 1 else {"const": values[0]})}


def _fits(value: Any, types: set[Any]) -> bool:
    if value is None:
        return "null" in types
    kind = _TYPES[type(value)]
    return kind in types or (kind == "integer" and "number" in types)


def _union(schema: Schema, members: list[Schema]) -> None:
    for keyword in _VALUES & set(schema):
        del schema[keyword]
    schema["anyOf"] = members
