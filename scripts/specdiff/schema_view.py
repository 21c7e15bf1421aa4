"""A schema as it is compared: with references followed, allOf merged, and null and the default taken out."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from openapi import Spec, adds_nothing, conditional_properties, ref_name

ABSENT = "nothing"
_ANNOTATIONS = {"description", "default", "examples", "deprecated"}
_DEPTH = 20


@dataclass
class SchemaView:
    """What a schema says of a value."""

    value: dict[str, Any]
    name: str | None = None
    nullable: bool = False
    default: Any = ABSENT
    deprecated: bool = False

    @property
    def types(self) -> set[str]:
        """The types of the value, without null, unless it is always null."""
        given = self.value.get("type", [])
        return set([given] if isinstance(given, str) else given) - ({"null"} if given != "null" else set())

    @property
    def members(self) -> list[Any] | None:
        """Members of a union."""
        for word in ("anyOf", "oneOf"):
            found = self.value.get(word)
            known = set(self.value.get("properties") or {})
            if isinstance(found, list) and not all(adds_nothing(member, known) for member in found):
                return [member for member in found if member != {"type": "null"}]
        return None

    @property
    def itself(self) -> Any:
        """The schema as the only member of a union."""
        return {"$ref": f"#/components/schemas/{self.name}"} if self.name else self.value


def view(spec: Spec, schema: Any) -> SchemaView:
    """Look at a schema."""
    found = SchemaView(schema if isinstance(schema, dict) else {})
    for _ in range(_DEPTH):
        value = found.value
        if "default" in value and found.default is ABSENT:
            found.default = value["default"]
        found.deprecated = found.deprecated or value.get("deprecated") is True
        all_of, union = value.get("allOf"), next((word for word in ("anyOf", "oneOf") if word in value), "")
        members = _without_null(value.get(union))
        if "$ref" in value:
            found.name = found.name or ref_name(value)
            found.value = spec.resolve(value) or {}
        elif isinstance(all_of, list) and len(all_of) == 1 and set(value) - {"allOf"} <= _ANNOTATIONS:
            found.value = all_of[0]
        elif members and len(members) < len(value[union]):
            found.nullable = True
            found.value = members[0] if len(members) == 1 else {**value, union: members}
        else:
            break
    found.value = _merged(spec, found.value, 0)
    if "null" in (found.value.get("type") or []):
        found.nullable = True
    values = found.value.get("enum")
    if isinstance(values, list) and None in values and len(values) > 1:
        found.nullable = True
        found.value = {**found.value, "enum": [value for value in values if value is not None]}
    return found


def _without_null(members: Any) -> list[Any]:
    """The members of a union but for null; none if it is no union."""
    return [member for member in members if member != {"type": "null"}] if isinstance(members, list) else []


def _merged(spec: Spec, value: dict[str, Any], depth: int) -> dict[str, Any]:
    """A schema with the properties of its allOf, and with those that it has under a condition, as optional ones."""
    merged = dict(value)
    properties = dict(value.get("properties") or {})
    known = set(properties)
    for name, (_, child) in conditional_properties(value).items():
        properties.setdefault(name, child)
    required = list(value.get("required") or [])
    rules = []
    for member in value.get("allOf") or []:
        resolved = spec.resolve(member)
        if not isinstance(resolved, dict) or depth > _DEPTH or ("$ref" not in member and adds_nothing(member, known)):
            rules.append(member)
            continue
        inner = _merged(spec, resolved, depth + 1)
        properties = {**(inner.get("properties") or {}), **properties}
        required += [name for name in inner.get("required") or [] if name not in required]
        for word, found in inner.items():
            merged.setdefault(word, found)
    if "allOf" in merged:
        merged["allOf"] = rules
    if not rules:
        merged.pop("allOf", None)
    return {
        **merged,
        **({"properties": properties} if properties else {}),
        **({"required": required} if required else {}),
    }
