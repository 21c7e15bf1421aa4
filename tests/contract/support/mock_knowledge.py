"""What the mock server knows of an operation beside the spec.

An operation with a handler behaves as the service does. Any other is served from the spec alone: it refuses unknown ids
where the spec says how to read what has the id, and it gives other documented errors only when a test asks for them.
So a new operation passes these tests before somebody writes a handler.
"""

from __future__ import annotations

import re
from importlib import import_module
from importlib.util import find_spec

from quant_ai_contract import ContractOperation
from quant_ai_contract.contract_operations import JSON

from .loaded_spec import contract


def has_handler(operation: ContractOperation) -> bool:
    """Whether the mock server has code for an operation."""
    name = f"quant_ai_mock.services.{operation.tag}"
    return find_spec(name) is not None and hasattr(import_module(name), operation.id)


def knows_ids(operation: ContractOperation) -> bool:
    """Whether the mock server can tell that an id is unknown."""
    return has_handler(operation) or any(_is_stored(item, operation) for item in _items(operation.target))


def keeps(operation: ContractOperation) -> bool:
    """Whether the mock server stores what an operation changes, or lists what others have stored."""
    paths = contract().paths
    collection = operation.target.rpartition("/")[0] if operation.target.endswith("}") else operation.target
    is_stored = "POST" in paths.get(collection, {}) and any(_is_item(target, collection) for target in paths)
    return has_handler(operation) or (is_stored and (collection != operation.target or lists_items(operation)))


def lists_items(operation: ContractOperation) -> bool:
    """Whether the reply of an operation has an array, according to the spec."""
    media = operation.replies[operation.successes[0]].media.get(JSON)
    schema = media.schema if media is not None else None
    if schema is None or schema.plain("type") == "array":
        return schema is not None
    properties = schema.value.get("properties", {})
    return any(schema["properties"][name].plain("type") == "array" for name in properties)


def _is_item(target: str, collection: str) -> bool:
    return re.fullmatch(re.escape(collection) + r"/{[^{}]*}", target) is not None


def _items(target: str) -> list[str]:
    """The paths of what a path is about: `/notes/{noteId}` for `/notes/{noteId}/publish`."""
    return [target[: match.end()] for match in re.finditer(r"/{[^{}]*}(?=/|$)", target)]


def _is_stored(item: str, operation: ContractOperation) -> bool:
    """Whether the mock server stores the items with this path, and looks for one of them in this operation."""
    paths = contract().paths
    looks = "GET" in paths.get(item, {}) or (item == operation.target and operation.method != "POST")
    return looks and item.rpartition("/")[0] in paths
