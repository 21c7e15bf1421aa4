"""Find the organisation and the operations of a path, segment by segment.

A literal segment takes precedence over one with a parameter in it (`{id}.json`), and that over a parameter, regardless
of the order in the spec: `/skills/collections` is never read as a skill named "collections". Segments are split before
they are decoded, so that an encoded slash stays inside its segment.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import lru_cache
from urllib.parse import unquote_to_bytes

from ..document.operations import PARAMETER, ApiOperation

_LONGEST_CACHED = 1024  # bytes of a path that is remembered with its operation
SPELLINGS = {"organisations": "organizations", "organizations": "organisations"}


@dataclass
class Node:
    """The segments that can follow a path, and the operations at it."""

    literals: dict[str, Node] = field(default_factory=dict)
    patterns: list[tuple[re.Pattern[str], Node]] = field(default_factory=list)
    parameter: Node | None = None
    methods: dict[str, ApiOperation] = field(default_factory=dict)
    allowed: str = ""


class Router:
    """The paths of some operations, as a tree."""

    def __init__(self, operations: Iterable[ApiOperation]) -> None:
        self._root = Node()
        for operation in operations:
            node = self._root
            for segment in operation.segments:
                if PARAMETER.fullmatch(segment):
                    node.parameter = node.parameter or Node()
                    node = node.parameter
                elif PARAMETER.search(segment):
                    node = _of_pattern(node, segment)
                else:
                    node = node.literals.setdefault(segment, Node())
            node.methods[operation.method] = operation
            node.allowed = ", ".join(node.methods | (dict.fromkeys(["HEAD"]) if "GET" in node.methods else {}))

    def find(self, segments: list[str]) -> tuple[Node, list[str]] | None:
        """The node of a path, and the values of its parameters in order."""
        return _find(self._root, segments, 0, [])


class ApiRouter:
    """The paths of all operations, below the servers that the spec names for them."""

    def __init__(self, operations: Iterable[ApiOperation]) -> None:
        self._servers = _servers(operations)
        self._find_short = lru_cache(maxsize=1024)(self._find)

    def find(self, raw_path: bytes) -> tuple[str | None, tuple[Node, list[str]] | None]:
        """The organisation that a path names, and the node with the values of its parameters; or None each."""
        return self._find_short(raw_path) if len(raw_path) <= _LONGEST_CACHED else self._find(raw_path)

    def _find(self, raw_path: bytes) -> tuple[str | None, tuple[Node, list[str]] | None]:
        segments = split(raw_path) or []
        organisation = None
        for prefix, position, router in self._servers:
            rest = _after(segments, prefix)
            if rest is None:
                continue
            organisation = segments[position] if position >= 0 else "default"
            node = router.find(rest) if organisation else None
            if node is not None:
                return organisation, node
        return organisation or None, None


def _servers(operations: Iterable[ApiOperation]) -> list[tuple[list[str | None], int, Router]]:
    """For each server: the segments before its paths, the position of the organisation in them, and a router.

    None stands for the organisation. The segment before it can be spelled in two ways.
    """
    by_prefix: dict[tuple[str, ...], list[ApiOperation]] = {}
    for operation in operations:
        for prefix in (operation.prefix, *operation.other_prefixes):
            by_prefix.setdefault(prefix, []).append(operation)
    found = []
    for prefix, own in by_prefix.items():
        position = next((index for index, part in enumerate(prefix) if part.startswith("{")), -1)
        first: list[str | None] = [None if part.startswith("{") else part for part in prefix]
        second = [SPELLINGS.get(part, part) if part is not None else None for part in first]
        router = Router(own)
        found += [(spelling, position, router) for spelling in ([first] if first == second else [first, second])]
    return found


def _after(segments: list[str], prefix: list[str | None]) -> list[str] | None:
    """The segments after a prefix; None if a path does not begin with it, or ends there."""
    length = len(prefix)
    if len(segments) <= length or any(
        part != segment for part, segment in zip(prefix, segments, strict=False) if part is not None
    ):
        return None
    return segments[length:]


def _of_pattern(node: Node, segment: str) -> Node:
    """The node for a segment with a parameter in it: `{id}.json`, `{id}:cancel`; the longest literal part first."""
    parts = PARAMETER.split(segment)
    text = "".join(re.escape(part) if index % 2 == 0 else "(.+)" for index, part in enumerate(parts))
    pattern = re.compile(text, re.DOTALL)
    found = next((inner for other, inner in node.patterns if other == pattern), None)
    if found is None:
        found = Node()
        node.patterns.append((pattern, found))
        node.patterns.sort(key=lambda item: -len(item[0].pattern.replace("(.+)", "")))
    return found


def _find(node: Node, segments: list[str], index: int, values: list[str]) -> tuple[Node, list[str]] | None:
    if index == len(segments):
        return (node, values) if node.methods else None
    segment = segments[index]
    literal = node.literals.get(segment)
    if literal is not None:
        found = _find(literal, segments, index + 1, values)
        if found is not None:
            return found
    for pattern, inner in node.patterns:
        match = pattern.fullmatch(segment)
        if match is not None:
            found = _find(inner, segments, index + 1, [*values, *match.groups()])
            if found is not None:
                return found
    if node.parameter is not None and segment:
        return _find(node.parameter, segments, index + 1, [*values, segment])
    return None


def split(raw_path: bytes) -> list[str] | None:
    """The decoded segments of a path as it was sent; None if one is not UTF-8."""
    if b"%" not in raw_path:
        try:
            return raw_path.decode("ascii").split("/")[1:]
        except UnicodeDecodeError:
            return None
    try:
        return [unquote_to_bytes(segment).decode("utf-8") for segment in raw_path.split(b"/")[1:]]
    except UnicodeDecodeError:
        return None
