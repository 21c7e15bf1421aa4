"""Read a `oneOf` with a discriminator as what its author means: the property tells the members apart.

By JSON Schema alone a value must not fit two members, and most do where the property is a string like any other.
"""

from __future__ import annotations

from copy import deepcopy
from typing import Any


def with_discriminators(spec: dict[str, Any]) -> dict[str, Any]:
    """The spec with `anyOf` in place of each `oneOf` that has a discriminator."""
    if "'discriminator': {" not in repr(spec):
        return spec
    copy = deepcopy(spec)
    todo: list[Any] = [copy]
    for value in todo:
        if isinstance(value, dict):
            if isinstance(value.get("discriminator"), dict) and "oneOf" in value and "anyOf" not in value:
                value["anyOf"] = value.pop("oneOf")
            todo += value.values()
        elif isinstance(value, list):
            todo += value
    return copy
