"""The schema objects of a spec, each with its place and what it is to the schema around it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from openapi.spec_errors import Pointer

# What the members of these keywords are to the schema that has them.
_ONE = {
    "items": "items",
    "additionalProperties": "values",
    "contentSchema": "content",
    "not": "constraint",
    "if": "constraint",
    "then": "constraint",
    "else": "constraint",
    "contains": "constraint",
    "propertyNames": "constraint",
}
_SEVERAL = ("anyOf", "oneOf", "allOf", "prefixItems")
_SAYS_A_TYPE = {"$ref", "items", "enum", "const", "additionalProperties", "prefixItems"}


@dataclass(frozen=True)
class SpecSchema:
    """A schema object; `role` is component, property, items, values, member, content, constraint or root.

    A root belongs to a parameter, a header or a media type. A constraint only says which of the values that its parent
    describes are allowed, so no code is made from it.
    """

    pointer: Pointer
    value: Any
    role: str

    @property
    def component(self) -> str | None:
        """The component schema that it is, or is part of."""
        return str(self.pointer[2]) if self.pointer[:2] == ("components", "schemas") else None


def schema_tree(pointer: Pointer, value: Any, role: str) -> Iterator[SpecSchema]:
    """A schema and all schemas inside it, parents first."""
    yield SpecSchema(pointer, value, role)
    if not isinstance(value, dict):
        return

    def inner(step: Pointer, child: Any, child_role: str) -> Iterator[SpecSchema]:
        return schema_tree((*pointer, *step), child, "constraint" if role == "constraint" else child_role)

    given = value.get("properties")
    properties: dict[str, Any] = given if isinstance(given, dict) else {}
    for name, child in properties.items():
        yield from inner(("properties", name), child, "property")
    for place, child in conditional_properties(value).values():
        yield from inner(place, child, "property")
    for keyword, child_role in _ONE.items():
        if isinstance(child := value.get(keyword), dict):
            yield from inner((keyword,), child, child_role)
    for keyword in _SEVERAL:
        for index, child in enumerate(value.get(keyword) or []):
            yield from inner(
                (keyword, index), child, "constraint" if adds_nothing(child, set(properties)) else "member"
            )


def conditional_properties(schema: dict[str, Any]) -> dict[str, tuple[Pointer, Any]]:
    """The properties that an object has under a condition, in `then` or `else`, each with its place."""
    known = schema.get("properties") if isinstance(schema.get("properties"), dict) else {}
    return {name: found for name, found in _conditional(schema, ()) if name not in (known or {})}


def _conditional(schema: Any, place: Pointer) -> Iterator[tuple[str, tuple[Pointer, Any]]]:
    if not isinstance(schema, dict):
        return
    for keyword in ("else", "then"):  # the last one wins
        branch = schema.get(keyword)
        if isinstance(branch, dict):
            yield from _conditional(branch, (*place, keyword))
            given = branch.get("properties")
            for name, child in given.items() if isinstance(given, dict) else ():
                if child is not False:  # which forbids the property
                    yield name, ((*place, keyword, "properties", name), {} if child is True else child)
    members = schema.get("allOf")
    for index, member in enumerate(members if isinstance(members, list) else ()):
        if isinstance(member, dict) and "$ref" not in member and "properties" not in member:
            yield from _conditional(member, (*place, "allOf", index))


def adds_nothing(member: Any, known: set[str]) -> bool:
    """Whether a member of a union or of allOf only narrows known properties, as `required: [name]` does."""
    if not isinstance(member, dict) or not member or not known or _SAYS_A_TYPE & set(member):
        return False
    inner = [part for keyword in ("anyOf", "oneOf", "allOf") for part in member.get(keyword) or []]
    return (
        member.get("type", "object") == "object"
        and known.issuperset(member.get("properties") or {})
        and all(adds_nothing(part, known) for part in inner)
    )
