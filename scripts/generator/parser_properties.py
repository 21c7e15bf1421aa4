"""What the parser's properties are called in Python."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from openapi_python_client.parser.properties.none import NoneProperty
from openapi_python_client.parser.properties.protocol import PropertyProtocol as Property


def name_of(prop: Property) -> str:
    """The name of the class of a property; empty if it has none."""
    info = getattr(prop, "class_info", None)
    return str(info.name) if info else ""


def extra_of(prop: Property) -> dict[str, Any]:
    """The extensions of the skeleton for a property."""
    return getattr(getattr(prop, "data", None), "model_extra", None) or {}


def without_null(prop: Property) -> Property:
    """The other member of a union of two with null; null is never decoded."""
    members = [m for m in getattr(prop, "inner_properties", ()) if not isinstance(m, NoneProperty)]
    return members[0] if len(members) == 1 else prop


def plain(prop: Property) -> str:
    """The type that the parser gives a property."""
    return str(prop.get_type_string(no_optional=True).as_unembedded_code())


def joined(parts: Iterator[str]) -> str:
    """Join the members of a union: each once, and None last."""
    unique = dict.fromkeys(parts)
    return "Any" if "Any" in unique else " | ".join(sorted(unique, key=lambda part: part == "None"))
