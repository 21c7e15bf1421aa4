"""Add to a YAML file by inserting text, so that all else stays as it is: comments, order, quotes, empty lines."""

from __future__ import annotations

from typing import Any

import yaml

from openapi.spec_errors import Pointer, SpecFault
from openapi.yaml_file import YamlFile
from openapi.yaml_style import block, flow

_WIDTH = 120
_LINES = 10**9
"""In place of a column: the text is whole lines, which come after a line."""


class YamlEdits:
    """Additions to a file; `text()` is the file with all of them."""

    def __init__(self, file: YamlFile) -> None:
        self._file = file
        self._lines = file.text.split("\n")
        self._added: list[tuple[int, int, list[str]]] = []
        self._filled: set[int] = set()

    def __bool__(self) -> bool:
        return bool(self._added)

    def entry(self, pointer: Pointer, key: str, value: Any, *, after: str | None = None, gap: bool = False) -> None:
        """Add a key to the mapping at a pointer: after another key or at the end, and with an empty line before it."""
        node = self._file.node(pointer)
        if not isinstance(node, yaml.MappingNode):
            raise SpecFault(pointer, f"there is no mapping to add {key} to")
        pairs = [(name, child) for name, child in node.value if after is None or name.value == after]
        if node.flow_style:
            self._inline(node, [child for _, child in pairs], f"{flow(key)}: {flow(value)}")
            return
        column = node.value[0][0].start_mark.column
        lines = block({key: value}, column)
        name, child = pairs[-1]
        last = self._last_line(max(name.end_mark.line, _end(child)), column)
        self._added.append((last, _LINES, ["", *lines] if gap else lines))

    def item(self, pointer: Pointer, value: Any) -> None:
        """Add an item at the end of the sequence at a pointer."""
        node = self._file.node(pointer)
        if not isinstance(node, yaml.SequenceNode):
            raise SpecFault(pointer, "there is no sequence to add to")
        if node.flow_style:
            self._inline(node, node.value, flow(value))
            return
        column = node.start_mark.column
        self._added.append((self._last_line(_end(node), column), _LINES, block([value], column)))

    def text(self) -> str:
        """The text of the file with the additions."""
        lines = list(self._lines)
        ordered = sorted(self._added, key=lambda one: one[:2])
        for number, column, added in ordered[::-1]:
            if column == _LINES:
                lines[number + 1 : number + 1] = added
            else:
                line = lines[number]
                lines[number : number + 1] = f"{line[:column]}{chr(10).join(added)}{line[column:]}".split("\n")
        return "\n".join(lines)

    def _inline(self, node: Any, children: list[yaml.Node], text: str) -> None:
        mark = children[-1].end_mark if children else node.start_mark
        column = mark.column if children else mark.column + 1
        separator = ", " if children or id(node) in self._filled else ""
        self._filled.add(id(node))
        line = self._lines[mark.line]
        if len(line) + len(separator) + len(text) <= _WIDTH:
            self._added.append((mark.line, column, [f"{separator}{text}"]))
        else:
            margin = " " * (len(line) - len(line.lstrip()) + 2)
            self._added.append((mark.line, column, [separator.rstrip(), f"{margin}{text}"]))

    def _last_line(self, number: int, column: int) -> int:
        """The last line of an entry that ends in a line, with the comments below it that are indented as it is."""
        while not self._lines[number].strip():
            number -= 1
        for below in range(number + 1, len(self._lines)):
            line = self._lines[below]
            if not line.lstrip().startswith("#") or len(line) - len(line.lstrip()) < column:
                return number
            number = below
        return number


def _end(node: Any) -> int:
    """The line where a value ends, or the one below it."""
    if not node.value or isinstance(node, yaml.ScalarNode) or node.flow_style:
        is_block = isinstance(node, yaml.ScalarNode) and node.style in ("|", ">")
        return int(node.end_mark.line) - (1 if is_block else 0) if node.value else int(node.start_mark.line)
    last = node.value[-1]
    return max(last[0].end_mark.line, _end(last[1])) if isinstance(last, tuple) else _end(last)
