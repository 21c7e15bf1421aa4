"""The names of the control plane in Python: `retry_after` is `retryAfter` on the wire."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

_HUMP = re.compile(r"(?<=[a-z0-9])[A-Z]")


def to_wire(values: Mapping[str, Any]) -> dict[str, Any]:
    """The same values under their names on the wire. A name that is spelled so already stays as it is."""
    return {_camel(name): value for name, value in values.items()}


def to_python(values: Mapping[str, Any]) -> dict[str, Any]:
    """The same values under their names in Python."""
    return {_HUMP.sub(lambda hump: f"_{hump[0].lower()}", name): value for name, value in values.items()}


def _camel(name: str) -> str:
    first, *others = name.split("_")
    return first + "".join(word.capitalize() for word in others)
