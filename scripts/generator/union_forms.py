"""Write a union inside `allOf`, or beside properties, as a union of objects that each have all the properties.

Each of them becomes a component: `Room` with the members `Single` and `Double` is `RoomSingle` or `RoomDouble`.
"""

from __future__ import annotations

from copy import deepcopy
from itertools import product
from typing import Any

from openapi import Pointer, Spec, adds_nothing, ref_name
from openapi.python_names import class_name

Schema = dict[str, Any]

_UNIONS = ("anyOf", "oneOf")
_OBJECT = ("type", "properties", "required", "additionalProperties", "if", "then", "else")
_SAYS_A_TYPE = {
    "$ref",
    "properties",
    "type",
    "items",
    "enum",
    "const",
    "allOf",
    "anyOf",
    "oneOf",
    "additionalProperties",
}
_MOST = 64
"""Objects that one schema may become."""


def distribute_unions(spec: Spec, origins: dict[Pointer, Pointer]) -> None:
    """Write every such schema in its normal form, in place, and note where the new components come from."""
    for schema in spec.find_schemas():
        value = schema.value
        if not isinstance(value, dict) or schema.role == "constraint" or "$ref" in value:
            continue
        for keyword in _UNIONS:
            if "allOf" in value or keyword in value:
                _drop_conditions(value, keyword)
        if unions := _unions(spec, value):
            _distribute(spec, schema.pointer, value, unions, origins)


def _drop_conditions(value: Schema, keyword: str) -> None:
    """Leave out the unions inside `allOf` whose members only say what is required."""
    for member in value.get("allOf") or []:
        choices = member.get(keyword) if isinstance(member, dict) else None
        if isinstance(choices, list) and not any(isinstance(one, dict) and _SAYS_A_TYPE & set(one) for one in choices):
            del member[keyword]


def _unions(spec: Spec, value: Schema) -> list[tuple[Schema, str, list[Schema]]]:
    """The unions that a schema is combined with: who has each, its keyword, and the objects in it."""
    found: list[tuple[Schema, str, list[Schema]]] = []
    parts = [member for member in value.get("allOf") or [] if isinstance(member, dict)]
    if {"properties", "additionalProperties"} & set(value) or parts:
        parts = [value, *parts]
    for part in parts:
        target = part if part is value else spec.resolve(part)
        for keyword in _UNIONS if isinstance(target, dict) else ():
            known = set(target.get("properties") or {})
            choices = [one for one in target.get(keyword) or [] if not adds_nothing(one, known)]
            if not choices:
                continue
            members = _objects(spec, choices, 0)
            if members is None or (part is not value and ({"allOf", "properties"} & set(target))):
                return []  # `refusals` says why
            found.append((part, keyword, members))
    return found if found and _count(found) <= _MOST else []


def _count(unions: list[tuple[Schema, str, list[Schema]]]) -> int:
    total = 1
    for _, _, members in unions:
        total *= len(members)
    return total


def _objects(spec: Spec, choices: list[Any], depth: int) -> list[Schema] | None:
    """The members of a union and of the unions in it; None if one is no object. Null is no object either way."""
    found: list[Schema] = []
    for choice in choices:
        target = spec.resolve(choice)
        if not isinstance(target, dict) or depth > 10:
            return None
        if target == {"type": "null"}:
            continue
        inner = next((target[keyword] for keyword in _UNIONS if keyword in target), None)
        if inner is not None and "properties" not in target and "allOf" not in target:
            below = _objects(spec, inner, depth + 1)
            if below is None:
                return None
            found += below
        elif "properties" in target or "allOf" in target or target.get("type") == "object":
            found.append(choice)
        else:
            return None
    return found


def _distribute(
    spec: Spec,
    pointer: Pointer,
    value: Schema,
    unions: list[tuple[Schema, str, list[Schema]]],
    origins: dict[Pointer, Pointer],
) -> None:
    owner = class_name(" ".join(str(step) for step in pointer if step not in ("components", "schemas", "properties")))
    replaced = [id(part) for part, _, _ in unions if part is not value]
    own: Schema = {key: value[key] for key in _OBJECT if key in value}
    for keyword in _OBJECT:
        value.pop(keyword, None)
    others = [member for member in value.pop("allOf", []) if id(member) not in replaced]
    for part, keyword, _ in unions:
        if part is value:
            del value[keyword]
    schemas = spec.components("schemas")
    names: dict[str, str] = {}
    made: list[Schema] = []
    for number, chosen in enumerate(product(*(members for _, _, members in unions)), 1):
        parts = [ref_name(member) or f"Option{number}" for member in chosen]
        name = _free(f"{owner}{''.join(map(class_name, parts))}", schemas)
        combined = [*others, *([own] if own.keys() - {"type"} else []), *chosen]
        schemas[name] = {"allOf": deepcopy(combined)}
        origins["components", "schemas", name] = pointer
        names |= dict.fromkeys(parts, name)
        made.append({"$ref": f"#/components/schemas/{name}"})
    if isinstance(value.get("discriminator"), dict):
        value["discriminator"] = _mapped(value["discriminator"], names)
    value["anyOf"] = made


def _mapped(discriminator: Schema, names: dict[str, str]) -> Schema:
    """A discriminator whose mapping names the new components."""
    mapping = {
        label: f"#/components/schemas/{names.get(name, name)}"
        for label, target in (discriminator.get("mapping") or {}).items()
        for name in [str(target).rpartition("/")[2]]
    }
    return {**discriminator, **({"mapping": mapping} if mapping else {})}


def _free(name: str, schemas: Schema) -> str:
    return next(found for found in [name, *(f"{name}{number}" for number in range(2, 1000))] if found not in schemas)
