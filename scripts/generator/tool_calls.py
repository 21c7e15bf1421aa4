"""`x-tool-calls` in the names of the generated models."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from openapi_python_client.parser.properties.protocol import PropertyProtocol as Property

from openapi import Pointer, SpecFault

from .python_types import Types


def tool_call_arguments(
    types: Types, reply: Property, extension: dict[str, Any], pointer: Pointer
) -> Iterator[tuple[str, Any]]:
    """The arguments of `ToolCallFields`."""
    found = types.at(reply, extension["calls"])
    if found is None:
        raise SpecFault((*pointer, "calls"), f"the reply has no {extension['calls']}")
    path, prop = found
    yield "calls", path
    members = types.members(prop)
    items = [item for member in members if (item := types.items(member))]
    call = next(iter([*filter(types.is_model, members), *items]), None)
    for key, owner in (("id", call), ("name", call), ("input", call), ("background", call), ("callback", reply)):
        if key not in extension:
            continue
        attributes = types.attributes(owner) if owner else {}
        if extension[key] not in attributes:
            raise SpecFault((*pointer, key), f"there is no property {extension[key]}")
        yield key, attributes[extension[key]]
