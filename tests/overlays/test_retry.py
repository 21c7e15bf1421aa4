"""The retry policy: what may be retried, after which delay, and what a Retry-After header means."""

from __future__ import annotations

import time
from collections.abc import Iterator
from email.utils import formatdate

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quant_ai.http.retry import Failure, RetryPolicy, may_retry, retry_after


@pytest.mark.parametrize("outcome", [429, 503, Failure.NOT_SENT])
def test_what_the_service_did_not_accept_is_retried_for_every_operation(outcome: int | Failure) -> None:
    assert may_retry(outcome, idempotent=False)
    assert may_retry(outcome, idempotent=True)


@pytest.mark.parametrize("outcome", [408, 500, 502, 504, Failure.NO_REPLY])
def test_what_may_have_been_done_is_retried_only_if_idempotent(outcome: int | Failure) -> None:
    assert not may_retry(outcome, idempotent=False)
    assert may_retry(outcome, idempotent=True)


@pytest.mark.parametrize("status", [200, 202, 301, 400, 401, 403, 404, 409, 413, 422, 501, 520])
def test_what_would_fail_again_is_not_retried(status: int) -> None:
    assert not may_retry(status, idempotent=True)


@pytest.mark.parametrize(
    ("attempt", "longest"), [(1, 0.5), (2, 1.0), (3, 2.0), (4, 4.0), (5, 8.0), (6, 8.0), (100, 8.0)]
)
def test_delays_double_up_to_eight_seconds(attempt: int, longest: float) -> None:
    policy = RetryPolicy(max_retries=100)
    assert policy.delay(attempt, 1.0) == longest
    assert policy.delay(attempt, 0.25) == longest / 4
    assert policy.delay(attempt, 0.0) == 0


def test_the_first_and_the_longest_delay_can_be_chosen() -> None:
    policy = RetryPolicy(max_retries=9, first_delay=3, max_delay=10)
    assert [policy.delay(attempt, 1.0) for attempt in range(1, 5)] == [3, 6, 10, 10]


@given(st.integers(1, 10_000), st.floats(0, 1, exclude_max=True))
def test_no_delay_is_negative_or_above_the_longest(attempt: int, draw: float) -> None:
    delay = RetryPolicy(max_retries=10_000).delay(attempt, draw)
    assert delay is not None
    assert 0 <= delay < 8


def test_there_are_no_more_retries_than_allowed() -> None:
    policy = RetryPolicy(max_retries=2)
    assert policy.delay(2, 1.0) is not None
    assert policy.delay(3, 1.0) is None
    assert RetryPolicy(max_retries=0).delay(1, 1.0) is None


def test_the_longest_retry_after_is_waited_for() -> None:
    assert RetryPolicy(max_retry_after=60).delay(1, 0.5, 60.0) == 60
    assert RetryPolicy(max_retry_after=60).delay(1, 0.5, 60.1) is None


def test_a_retry_after_replaces_the_delay_up_to_a_limit() -> None:
    assert RetryPolicy().delay(1, 0.5, retry_after=7) == 7
    assert RetryPolicy().delay(1, 0.5, retry_after=0) == 0
    assert RetryPolicy().delay(1, 0.5, retry_after=61) is None


NOW = 1_700_000_000.0


def date(form: str) -> str:
    """Twelve seconds from now in GMT."""
    return time.strftime(form, time.gmtime(NOW + 12))


@pytest.fixture
def in_hobart(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    with monkeypatch.context() as context:
        context.setenv("TZ", "Australia/Hobart")
        time.tzset()
        yield
    time.tzset()


@pytest.mark.usefixtures("in_hobart")
@pytest.mark.parametrize(
    "form",
    [
        "%a, %d %b %Y %H:%M:%S GMT",
        "%A, %d-%b-%y %H:%M:%S GMT",
        "%a %b %e %H:%M:%S %Y",
        "%a, %d %b %Y %H:%M:%S -0000",
        "%a, %d %b %Y %H:%M:%S +0000",
        "%a, %d %b %Y %H:%M:%S UTC",
        "%a, %d %b %Y %H:%M:%S",
    ],
)
def test_a_date_in_any_form_of_http_is_in_gmt_wherever_the_client_is(form: str) -> None:
    assert retry_after({"retry-after": date(form)}, NOW) == 12


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
def test_retry_after_is_read_in_all_its_forms(headers: dict[str, str], seconds: float | None) -> None:
    assert retry_after(headers, NOW) == seconds
