"""How requests are encoded: paths, queries, headers and JSON bodies."""

from __future__ import annotations

import importlib
from datetime import UTC, date, datetime
from enum import Enum
from types import ModuleType
from typing import Any
from urllib.parse import unquote
from uuid import UUID

import httpx
import pytest
from hypothesis import given
from hypothesis import strategies as st

from quant_ai_client.api.sessions import sessions_get
from quant_ai_client.encoding import path_segment, wire
from quant_ai_client.types import UNSET, Unknown


@pytest.fixture
def parts(nasty: ModuleType) -> Any:
    return importlib.import_module("nasty_client.api.things.things_get_part")


@pytest.fixture
def listing(nasty: ModuleType) -> Any:
    return importlib.import_module("nasty_client.api.things.things_list")


@pytest.mark.parametrize("value", ["", ".", "..", None, UNSET])
def test_a_path_parameter_that_is_empty_or_leads_to_another_route_is_refused(value: Any) -> None:
    with pytest.raises(ValueError, match="session_id must be a non-empty string"):
        sessions_get.request(value)


@pytest.mark.parametrize("value", ["a/b", "../x", "%2e%2e", "a?b#c", "ü ñ", "a\\b", "a\r\nb", "x:y=", "...", "%"])
def test_a_path_parameter_stays_one_segment_of_its_route(value: str) -> None:
    url = httpx.URL("https://api.example.com/v1" + sessions_get.request(value).path)
    segments = url.raw_path.decode().split("/")
    assert segments[:3] == ["", "v1", "sessions"]
    assert len(segments) == 4
    assert unquote(segments[3]) == value


@given(st.text(st.characters(exclude_categories=["Cs"]), min_size=1).filter(lambda text: text not in (".", "..")))
def test_any_text_can_be_a_path_parameter(value: str) -> None:
    segment = path_segment(value, "id")
    assert "/" not in segment
    assert unquote(segment) == value


def test_path_parameters_may_be_numbers(parts: Any) -> None:
    assert parts.request("t", 7).path == "/things/t/parts/7"


def test_queries_are_encoded_in_the_style_of_the_spec(listing: Any) -> None:
    request = listing.request(
        x_level=3,
        limit=5,
        tags=["a", "b&c"],
        since=datetime(2026, 1, 2, tzinfo=UTC),
        day=date(2026, 1, 2),
        deep=False,
        type="red",
    )
    assert request.query == [
        ("limit", "5"),
        ("tags", "a"),
        ("tags", "b&c"),
        ("since", "2026-01-02T00:00:00Z"),
        ("day", "2026-01-02"),
        ("deep", "false"),
        ("type", "red"),
    ]


@pytest.mark.parametrize("value", ["a\r\nX-Evil: 1", "a\nb", "a\0b", "ü"])
def test_a_header_value_cannot_start_another_line(listing: Any, value: str) -> None:
    assert listing.request(x_level=3, x_trace="t-1").headers == {"X-Level": "3", "X-Trace": "t-1"}
    with pytest.raises(ValueError, match="X-Trace must be printable ASCII on one line"):
        listing.request(x_level=3, x_trace=value)


class Colour(Enum):
    RED = "red"


class Text(str):
    """A subclass of str, as callers may have one."""


def test_bodies_take_models_and_plain_values_at_every_depth(nasty: ModuleType) -> None:
    from nasty_client.encoding import wire as nasty_wire  # type: ignore[import-not-found]
    from nasty_client.models import Leaf, Tree  # type: ignore[import-not-found]

    body = {
        "tree": Tree(name="a", children=[Tree(name="b")]),
        "filter": {"and": (Leaf(key="k", value=Tree(name="c")), {"key": "l", "value": UUID(int=0)})},
        "times": [datetime(2026, 1, 2, 3, 4, 5, tzinfo=UTC), "2026-01-02"],
        "data": b"\x00\x01\x02",
        "colour": Colour.RED,
        "text": Text("t"),
        "null": None,
    }
    assert nasty_wire(body) == {
        "tree": {"name": "a", "children": [{"name": "b"}]},
        "filter": {
            "and": [
                {"key": "k", "value": {"name": "c"}},
                {"key": "l", "value": "00000000-0000-0000-0000-000000000000"},
            ]
        },
        "times": ["2026-01-02T03:04:05Z", "2026-01-02"],
        "data": "AAEC",
        "colour": "red",
        "text": "t",
        "null": None,
    }


def test_what_is_not_given_is_left_out_at_every_depth() -> None:
    assert wire({"a": UNSET, "b": {"c": UNSET, "d": [{"e": UNSET}]}}) == {"b": {"d": [{}]}}


def test_an_unknown_member_is_sent_as_it_came() -> None:
    assert wire([Unknown({"kind": "new"})]) == [{"kind": "new"}]


def test_a_vector_is_not_copied() -> None:
    vector = [0.5] * 1000
    assert wire({"vector": vector})["vector"] is vector


def test_a_date_time_without_a_time_zone_is_refused() -> None:
    with pytest.raises(ValueError, match="has no time zone"):
        wire(datetime(2026, 1, 2))


def test_a_value_that_json_cannot_have_is_refused_by_name() -> None:
    with pytest.raises(TypeError, match="object is not JSON serializable"):
        wire({"a": [object()]})
