"""Read YAML 1.2, which OpenAPI names: `no`, `1:30` and `2026-01-31` are texts, `010` is ten and `1e3` is a number.

PyYAML reads YAML 1.1. Merge keys are read as well, because documents of others have them.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache
from itertools import accumulate
from typing import Any, Final

import yaml

_TAG: Final = "tag:yaml.org,2002:"
_WORDS: Final = (
    ("bool", r"true|True|TRUE|false|False|FALSE", "tTfF"),
    ("int", r"[-+]?[0-9]{1,4000}|0o[0-7]+|0x[0-9a-fA-F]+", "-+0123456789"),
    ("float", r"[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?", "-+.0123456789"),
    ("float", r"[-+]?\.(inf|Inf|INF)|\.(nan|NaN|NAN)", "-+."),
    ("null", r"~|null|Null|NULL|", ["~", "n", "N", ""]),
    ("merge", r"<<", "<"),
)
"""What a text without quotes may be, as a pattern, and the letters that it may begin with."""
_BRACKETS: Final = {"[": 1, "{": 1, "]": -1, "}": -1}
_MOST_OPEN: Final = 1000
_DASHES: Final = re.compile(rf"(?:[-?][ \t]+){{{_MOST_OPEN}}}")


def read_yaml(text: str) -> Any:
    """The value of a text.

    Raises:
        yaml.YAMLError: It is no YAML.
        RecursionError: It is nested too deep.
    """
    # libyaml ends the process if values are nested some ten thousand levels deep
    depths: Iterable[int] = accumulate(_BRACKETS[bracket] for bracket in re.findall(r"[][{}]", text))
    if max(depths, default=0) > _MOST_OPEN or _DASHES.search(text):
        raise RecursionError
    return yaml.load(text, Loader=_loader())


@cache
def _loader() -> Any:
    """A safe loader; the one in C if libyaml is installed."""
    base: type = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    loader: Any = type("Yaml12", (base,), {"yaml_implicit_resolvers": {}})
    for kind, pattern, letters in _WORDS:
        loader.add_implicit_resolver(_TAG + kind, re.compile(f"(?:{pattern})$"), list(letters))
    loader.add_constructor(f"{_TAG}int", lambda _, node: _integer(node.value))
    loader.add_constructor(f"{_TAG}merge", lambda _, node: node.value)
    return loader


def _integer(text: str) -> int:
    return int(text, 0 if text[:2] in ("0o", "0x") else 10)
