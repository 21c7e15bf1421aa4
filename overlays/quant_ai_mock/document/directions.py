"""The spec as it holds for requests, and as it holds for replies: `readOnly` and `writeOnly`.

A request need not have what only the service sets, and a reply does not have what only a client sends.
"""

from __future__ import annotations

from copy import deepcopy
from typing import Any
from urllib.parse import unquote

from .schemas import Json


def for_requests(spec: dict[str, Any]) -> dict[str, Any]:
    """The spec in which no property that is read-only is required."""
    return _without(spec, "readOnly", leave_out=False)


def for_replies(spec: dict[str, Any]) -> dict[str, Any]:
    """The spec without the properties that are write-only."""
    return _without(spec, "writeOnly", leave_out=True)


def _without(spec: dict[str, Any], keyword: str, *, leave_out: bool) -> dict[str, Any]:
    if f"{keyword!r}: True" not in repr(spec):
        return spec
    copy = deepcopy(spec)
    todo: list[Json] = [copy]
    while todo:
        value = todo.pop()
        if isinstance(value, dict):
            properties = value.get("properties")
            if isinstance(properties, dict):
                names = {name for name, one in properties.items() if _says(copy, one, keyword)}
                if leave_out:
                    value["properties"] = {name: one for name, one in properties.items() if name not in names}
                if isinstance(value.get("required"), list):
                    value["required"] = [name for name in value["required"] if name not in names]
            todo += value.values()
        elif isinstance(value, list):
            todo += value
    return copy


def _says(spec: dict[str, Any], schema: Json, keyword: str) -> bool:
    """Whether a schema, or what it refers to, has a keyword that is true."""
    for _ in range(16):
        if not isinstance(schema, dict) or schema.get(keyword) is True:
            return isinstance(schema, dict)
        if any(_says(spec, member, keyword) for member in schema.get("allOf") or []):
            return True
        found: Json = spec
        for key in str(schema.get("$ref", "")).removeprefix("#/").split("/"):
            found = found.get(unquote(key).replace("~1", "/").replace("~0", "~")) if isinstance(found, dict) else None
        schema = found
    return False
