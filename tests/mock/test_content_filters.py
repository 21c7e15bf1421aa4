"""What the rules of filter policies match, and how long that takes."""

from __future__ import annotations

import time
from typing import Any

import pytest
from tests.mock.support.client import ApiClient, ok
from tests.mock.support.filter_policies import (
    mandatory,
    rule,
)

from quant_ai_mock.rules import content_filters


@pytest.mark.parametrize(
    ("text", "covered"),
    [
        ("bluefin", "[REDACTED]"),
        ("BlueFin!", "[REDACTED]!"),
        ("a night heron flew", "a [REDACTED] flew"),
        ("bluefin, bluefin and night heron", "[REDACTED], [REDACTED] and [REDACTED]"),
        ("bluefins", "bluefins"),
        ("ébluefin", "ébluefin"),
        ("night  heron", "night  heron"),
    ],
)
def test_words_are_found_whole_and_whatever_their_case(text: str, covered: str) -> None:
    assert content_filters.screen([rule()], "input", text) == covered


@pytest.mark.parametrize(
    ("pattern", "text", "covered"),
    [
        (r"[0-9]{4}", "call 0362 or 12", "call [REDACTED] or 12"),
        (r"secret", "Secret and secret", "Secret and [REDACTED]"),
        (r"(?i)secret", "Secret", "[REDACTED]"),
        (r"ö+", "schöön", "sch[REDACTED]n"),
        (r"x*", "axxb", "a[REDACTED]b"),
        (r".", "all of it", "[REDACTED]"),
        (r"^\w+", "first word", "[REDACTED] word"),
    ],
)
def test_an_expression_covers_each_place_that_it_finds(pattern: str, text: str, covered: str) -> None:
    assert content_filters.screen([rule({"type": "regex", "pattern": pattern})], "input", text) == covered


def test_an_expression_that_only_finds_nothing_blocks_nothing() -> None:
    assert content_filters.screen([rule({"type": "regex", "pattern": "x*"}, "BLOCK")], "input", "abc") == "abc"


def test_rules_that_overlap_cover_once_and_never_each_others_cover() -> None:
    overlapping = [{"type": "regex", "pattern": pattern} for pattern in ("bcd", "cde", "REDACTED", r"\[")]
    assert content_filters.screen([rule(match) for match in overlapping], "input", "abcdef") == "a[REDACTED]f"


def test_a_rule_that_blocks_wins_over_one_that_covers() -> None:
    for rules in ([rule(), rule(action="BLOCK")], [rule(action="BLOCK"), rule()]):
        assert content_filters.screen(rules, "input", "bluefin") is None


@pytest.mark.parametrize(
    ("side", "of", "found"),
    [
        ("input", "input", True),
        ("input", "output", False),
        ("output", "input", False),
        ("output", "output", True),
        ("both", "input", True),
        ("both", "output", True),
    ],
)
def test_a_rule_looks_at_its_own_side(side: str, of: content_filters.Side, found: bool) -> None:
    assert (content_filters.screen([rule(action="BLOCK", side=side)], of, "bluefin") is None) is found


@pytest.mark.parametrize(
    ("loose", "said"),
    [
        ({"match": {"values": ["bluefin"]}}, None),
        ({"match": {"pattern": "blue"}}, None),
        ({"match": {"values": ["bluefin"]}, "action": "REDACT"}, "[REDACTED]"),
        ({"action": "BLOCK"}, "bluefin"),
        ({}, "bluefin"),
        ({"match": {"type": "word", "values": []}}, "bluefin"),
    ],
)
def test_a_rule_with_gaps_is_read_as_the_document_says(loose: dict[str, Any], said: str | None) -> None:
    assert content_filters.screen([loose], "input", "bluefin") == said


# --- What they may cost


EVIL = [r"(a+)+$", r"(a|aa)+$", r"(a*)*b", r"(.*a){20}$", r"([a-z]+)*[0-9]"]


@pytest.mark.parametrize("pattern", EVIL)
def test_an_expression_that_explodes_elsewhere_is_answered_soon(api: ApiClient, pattern: str) -> None:
    """A backtracking engine would take practically forever for these; the client waits 10 seconds."""
    mandatory(api, rule({"type": "regex", "pattern": pattern}, side="input"))
    ok(api.chat("a" * 20_000 + "!"))


def test_the_time_that_rules_take_grows_with_the_text_alone() -> None:
    rules = [rule({"type": "regex", "pattern": "."}) for _ in range(100)]
    began = time.process_time()
    assert content_filters.screen(rules, "input", "a" * 1_000_000) == "[REDACTED]"
    assert time.process_time() - began < 8  # without a limit of hits: half an hour


def test_after_many_hits_the_rest_goes_with_them() -> None:
    text = "a b " * (content_filters.MAX_HITS + 10)
    covered = content_filters.screen([rule({"type": "regex", "pattern": "a"})], "input", text)
    assert covered is not None
    assert covered.count("[REDACTED]") == content_filters.MAX_HITS + 1
    assert covered.endswith("b [REDACTED]")
