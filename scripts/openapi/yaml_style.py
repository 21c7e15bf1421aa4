"""Write values as YAML in the style of spec/openapi.yaml, which spec/README.md describes under "Layout"."""

from __future__ import annotations

from typing import Any

import yaml

from openapi.yaml_file import plain_scalar

_FOLDED = 90
_WIDTH = 105  # the writer breaks a line after the word that goes beyond this column


class _Writer(yaml.SafeDumper):
    def increase_indent(self, flow: bool = False, indentless: bool = False) -> None:  # noqa: ARG002
        super().increase_indent(flow, False)

    def ignore_aliases(self, data: Any) -> bool:  # noqa: ARG002
        return True


def _text(writer: yaml.SafeDumper, text: str) -> yaml.ScalarNode:
    style = None
    if max(map(len, text.split("\n"))) > _FOLDED and " " in text:
        style = ">"
    elif "\n" in text:
        style = "|"
    elif not isinstance(plain_scalar(text), str):
        style = "'"
    return writer.represent_scalar("tag:yaml.org,2002:str", text, style=style)


def _sequence(writer: yaml.SafeDumper, items: list[Any]) -> yaml.SequenceNode:
    scalars = all(not isinstance(item, dict | list) for item in items)
    short = scalars and sum(len(str(item)) + 2 for item in items) < _FOLDED
    return writer.represent_sequence("tag:yaml.org,2002:seq", items, flow_style=short)


_Writer.add_representer(str, _text)
_Writer.add_representer(list, _sequence)


def block(value: Any, indent: int) -> list[str]:
    """The lines of a mapping or of a sequence, indented by some columns."""
    text: str = yaml.dump(
        value, Dumper=_Writer, sort_keys=False, allow_unicode=True, default_flow_style=False, width=_WIDTH - indent
    )
    margin = " " * indent
    return [f"{margin}{line}" if line else "" for line in text.rstrip("\n").split("\n")]


def flow(value: Any) -> str:
    """A value on one line."""
    text: str = yaml.dump(
        value, Dumper=_Writer, sort_keys=False, allow_unicode=True, default_flow_style=True, width=10**6
    )
    return text.strip().removesuffix("...").strip()
