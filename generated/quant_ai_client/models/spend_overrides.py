# Written by scripts/generate.py from spec/openapi.yaml. Do not edit: change that, and run `make generate`.
from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeAlias

from ..decoding import each_value
from .spend_override import SpendOverride, SpendOverrideParam

SpendOverrides: TypeAlias = dict[str, SpendOverride]
"""Limits of individual users or tokens, by their ids, instead of the general ones. A user id is a number,
or a string with a prefix such as `slack-` or `system:`; usage reports show the ids of users and tokens.
"""
SpendOverridesParam: TypeAlias = Mapping[str, SpendOverride | SpendOverrideParam]
"""What a request accepts as a `SpendOverrides`."""


def decode_spend_overrides(value: Any) -> SpendOverrides:
    """Decode a JSON value."""
    return each_value(SpendOverride.from_dict, value)
