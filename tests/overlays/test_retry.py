"""The retry policy as tables: what may be sent again, when, and what a Retry-After says."""

from __future__ import annotations

from email.utils import formatdate

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quant_ai.http.retry import Failure, RetryPolicy, may_retry, retry_after


@pytest.mark.parametrize("outcome", [429, 503, Failure.NOT_SENT])
def test_what_the_service_never_took_is_sent_again_whatever_it_is(outcome: int | Failure) -> None:
    assert may_retry(outcome, idempotent=False)
    assert may_retry(outcome, idempotent=True)


@pytest.mark.parametrize("outcome", [408, 500, 502, 504, Failure.NO_REPLY])
def test_what_may_have_been_done_is_sent_again_only_if_idempotent(outcome: int | Failure) -> None:
    assert not may_retry(outcome, idempotent=False)
    assert may_retry(outcome, idempotent=True)


@pytest.mark.parametrize("status", [200, 202, 301, 400, 401, 403, 404, 409, 413, 422, 501, 520])
def test_what_would_fail_again_is_not_sent_again(status: int) -> None:
    assert not may_retry(status, idempotent=True)


@given(st.integers(1, 100), st.floats(0, 1, exclude_max=True))
def test_delays_double_up_to_the_cap_and_are_drawn_in_full(attempt: int, draw: float) -> None:
    policy = RetryPolicy(max_retries=100)
    delay = policy.delay(attempt, draw)
    assert delay == draw * min(8.0, 0.5 * 2 ** (attempt - 1))


def test_tries_end_with_the_allowed_number() -> None:
    policy = RetryPolicy(max_retries=2)
    assert policy.delay(2, 1.0) is not None
    assert policy.delay(3, 1.0) is None
    assert RetryPolicy(max_retries=0).delay(1, 1.0) is None


def test_what_the_service_asks_for_replaces_the_draw_up_to_a_cap() -> None:
    assert RetryPolicy().delay(1, 0.5, retry_after=7) == 7
    assert RetryPolicy().delay(1, 0.5, retry_after=0) == 0
    assert RetryPolicy().delay(1, 0.5, retry_after=61) is None


NOW = 1_700_000_000.0


@pytest.mark.parametrize(
    ("headers", "seconds"),
    [
        ({}, None),
        ({"retry-after": "7"}, 7),
        ({"retry-after": "1.5"}, 1.5),
        ({"retry-after": "0"}, 0),
        ({"retry-after": "-3"}, None),
        ({"retry-after": "nan"}, None),
        ({"retry-after": "inf"}, None),
        ({"retry-after": "soon"}, None),
        ({"retry-after": ""}, None),
        ({"retry-after": formatdate(NOW + 12, usegmt=True)}, 12),
        ({"retry-after": formatdate(NOW - 12, usegmt=True)}, 0),
        ({"retry-after": "Sun Nov  6 08:49:37 1994"}, 0),
        ({"retry-after-ms": "250"}, 0.25),
        ({"retry-after-ms": "250", "retry-after": "9"}, 0.25),
    ],
)
def test_retry_after_is_read_in_each_of_its_forms(headers: dict[str, str], seconds: float | None) -> None:
    assert retry_after(headers, NOW) == seconds
