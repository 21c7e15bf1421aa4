"""Which JSON of a reply's text is read."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest

from quant_ai.parsing.json_in_text import find_json


@pytest.mark.parametrize(
    ("text", "value", "alone"),
    [
        ('{"a": 1}', {"a": 1}, True),
        (' \n{"a": 1}\n', {"a": 1}, True),
        ("5", 5, True),
        ('"a"', "a", True),
        ('```json\n{"a": 1}\n```', {"a": 1}, False),
        ('```\n[1, 2]\n```', [1, 2], False),
        ('Here is it:\n\n{"a": {"b": [1]}}', {"a": {"b": [1]}}, False),
        ('{"a": "}{"}\nAnything else?', {"a": "}{"}, False),
        ('As {name} wants: {"a": 1}', {"a": 1}, False),
        ('X{"a": 1}X', {"a": 1}, False),
        ('{"a": "\\ud83d"}', {"a": "\N{REPLACEMENT CHARACTER}"}, True),
    ],
)  # fmt: skip
def test_the_only_json_is_found(text: str, value: Any, alone: bool) -> None:
    assert find_json(text) == (value, alone)


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("", "is empty"),
        (" \n", "is empty"),
        ("I cannot do that.", "is not JSON"),
        ('{"a": 1', "is not JSON"),
        ('{"a": NaN}', "is not JSON"),
        ("{'a': 1}", "is not JSON"),
        ('{"a": 1} {"a": 2}', "has 2 JSON values, so it is not clear which is the answer"),
        ('```json\n{"a": 1}\n```\nor\n```json\n{"a": 2}\n```', "has 2 JSON values, so it is not clear which is the"
         " answer"),
        ("[" * 100_000, "is nested too deeply"),
        ('{"a":' * 100_000, "is nested too deeply"),
        ("Here: " + "[" * 100_000, "is nested too deeply"),
    ],
)  # fmt: skip
def test_a_text_without_one_json_value_says_why(text: str, why: str) -> None:
    assert find_json(text) == why


def test_numbers_keep_digits_that_a_float_cannot_hold() -> None:
    text = '{"a": 0.12345678901234567890, "b": 123456789012345678901234567890}'
    found: Any = find_json(text, exact=True)
    assert found.value == {"a": 0.12345678901234568, "b": 123456789012345678901234567890}
    assert Decimal(found.value["a"].text) == Decimal("0.12345678901234567890")
