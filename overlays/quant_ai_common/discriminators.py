"""Read a `oneOf` with a discriminator as what its author means: the property tells the members apart.

By JSON Schema alone a value must not fit two members, and most do where the property is a string like any other.
"""

from __future__ import annotations

from collections.abc import Iterator
from copy import deepcopy
from typing import Any


def with_discriminators(spec: dict[str, Any]) -> dict[str, Any]:
    """The spec with `anyOf` in place of each `oneOf` that has a discriminator."""
    if next(_unions(spec), None) is None:
        return spec
    copy = deepcopy(spec)
    for union in _unions(copy):
        union["anyOf"] = union.pop("oneOf")
    return copy


def _unions(spec: dict[str, Any]) -> Iterator[dict[str, Any]]:
    """Each schema that has a discriminator and `oneOf`. A caller may change it."""
    todo: list[Any] = [spec]
    for value in todo:
        if isinstance(value, dict):
            if isinstance(value.get("discriminator"), dict) and "oneOf" in value and "anyOf" not in value:
                yield value
            todo += value.values()
        elif isinstance(value, list):
            todo += value
