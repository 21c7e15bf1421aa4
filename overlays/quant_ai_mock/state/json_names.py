"""The JSON names of fields that Python spells with underscores."""

from __future__ import annotations


def camel_case(name: str) -> str:
    """`tokens_per_second` as `tokensPerSecond`."""
    first, *rest = name.split("_")
    return first + "".join(word.capitalize() for word in rest)
