"""Find the operation of a path, segment by segment.

A literal segment goes before a parameter, whatever the order in the document: `/skills/collections` is never read as a
skill named "collections". Segments are split before they are decoded, so an encoded slash stays inside its segment.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from urllib.parse import unquote_to_bytes

from ..document.operations import ApiOperation


@dataclass
class Node:
    """What may follow a path that was read so far."""

    literals: dict[str, Node] = field(default_factory=dict)
    parameter: Node | None = None
    methods: dict[str, ApiOperation] = field(default_factory=dict)
    allowed: str = ""


class Router:
    """All paths of the contract, as a tree."""

    def __init__(self, operations: Iterable[ApiOperation]) -> None:
        self._root = Node()
        for operation in operations:
            node = self._root
            for segment in operation.segments:
                if segment.startswith("{"):
                    node.parameter = node.parameter or Node()
                    node = node.parameter
                else:
                    node = node.literals.setdefault(segment, Node())
            node.methods[operation.method] = operation
            node.allowed = ", ".join(node.methods)

    def find(self, segments: list[str]) -> tuple[Node, list[str]] | None:
        """The node at a path, and the values of its parameters in their order."""
        return _find(self._root, segments, 0, [])


def _find(node: Node, segments: list[str], index: int, values: list[str]) -> tuple[Node, list[str]] | None:
    if index == len(segments):
        return (node, values) if node.methods else None
    segment = segments[index]
    literal = node.literals.get(segment)
    if literal is not None:
        found = _find(literal, segments, index + 1, values)
        if found is not None:
            return found
    if node.parameter is not None and segment:
        return _find(node.parameter, segments, index + 1, [*values, segment])
    return None


def split(raw_path: bytes) -> list[str] | None:
    """The decoded segments of a path as it was sent, or None where one is not UTF-8."""
    if b"%" not in raw_path:
        try:
            return raw_path.decode("ascii").split("/")[1:]
        except UnicodeDecodeError:
            return None
    try:
        return [unquote_to_bytes(segment).decode("utf-8") for segment in raw_path.split(b"/")[1:]]
    except UnicodeDecodeError:
        return None
