# Written by scripts/generate.py from spec/openapi.yaml. Do not edit: change that, and run `make generate`.
from __future__ import annotations

from typing import Any, TypeAlias

from ..decoding import each_value
from .dependency_node import DependencyNode

DependencyMap: TypeAlias = dict[str, DependencyNode]
"""All tasks of the list, by `task_id`."""


def decode_dependency_map(value: Any) -> DependencyMap:
    """Decode a JSON value."""
    return each_value(DependencyNode.from_dict, value)
