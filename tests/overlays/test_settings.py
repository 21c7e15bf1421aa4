"""Settings by themselves: what each argument becomes, and what is said of a wrong one."""

from __future__ import annotations

from typing import Any

import httpx
import pytest

from quant_ai import ArgumentError, ConfigurationError, RetryPolicy, settings
from quant_ai.http.http_client import HttpClient
from quant_ai.http.libraries import HTTPX
from quant_ai.http.options import CallOptions

from .support.clients import TOKEN
from .support.operations import GET, TO_GET


@pytest.mark.parametrize(
    ("given", "changed"),
    [
        ({"timeout": 5}, {"timeout": httpx.Timeout(5, connect=5)}),
        ({"timeout": 11}, {"timeout": httpx.Timeout(11, connect=10)}),
        ({"timeout": httpx.Timeout(1, read=2)}, {"timeout": httpx.Timeout(1, read=2)}),
        ({"deadline": 5}, {"deadline": 5}),
        ({"idle_timeout": 5}, {"idle_timeout": 5}),
        ({"max_reply_size": 1}, {"max_reply_size": 1}),
        ({"max_retries": 0}, {"retry": CallOptions().retry._replace(max_retries=0)}),
        ({"max_retries": RetryPolicy(max_retries=7)}, {"retry": RetryPolicy(max_retries=7)}),
        ({"strict": True}, {"strict": True}),
        ({}, {}),
    ],
)
def test_an_argument_becomes_an_option(given: dict[str, Any], changed: dict[str, Any]) -> None:
    before = CallOptions(deadline=99, idle_timeout=77)
    assert settings.options(before, **given) == before._replace(**changed)


@pytest.mark.parametrize(
    ("given", "says"),
    [
        ({"timeout": 0}, "timeout= must be a positive number of seconds, got 0"),
        ({"deadline": -1}, "deadline= must be a positive number of seconds, got -1"),
        ({"idle_timeout": "5"}, "idle_timeout= must be a positive number of seconds, got '5'"),
        ({"max_reply_size": 0}, "max_reply_size= must be a positive number of bytes, got 0"),
        ({"max_retries": 1.5}, "max_retries= must be an int or a RetryPolicy, got 1.5"),
        ({"max_retries": -1}, "max_retries= must be 0 or more"),
        ({"strict": 1}, "strict= must be True or False, got 1"),
    ],
)
def test_a_wrong_argument_is_told(given: dict[str, Any], says: str) -> None:
    with pytest.raises(ConfigurationError) as caught:
        settings.options(**given)
    assert str(caught.value) == says


def endpoint(token: Any = TOKEN, organisation: Any = "acme", **options: Any) -> Any:
    client = HttpClient(httpx.Client(**options), HTTPX)
    client.agent = "carrier-pigeon/1"
    return settings.endpoint(token, organisation, "http://x", client, None)


def test_the_endpoint_knows_the_agent_of_its_client() -> None:
    assert "carrier-pigeon/1" in endpoint().request(GET, TO_GET, {}).headers["user-agent"]


def test_a_base_url_of_the_http_client_is_told() -> None:
    with pytest.raises(ConfigurationError) as caught:
        endpoint(base_url="http://y/z")
    assert str(caught.value) == "http_client= has base_url='http://y/z/'; pass base_url= instead"


@pytest.mark.parametrize(
    ("given", "says"),
    [
        ({"token": None}, "no API token is given: pass token= or set QUANT_API_TOKEN"),
        ({"organisation": ""}, "no organisation is given: pass organisation= or set QUANT_ORGANISATION"),
        ({"token": 5}, "token= (QUANT_API_TOKEN) must be a str, not int"),
        ({"token": "t\n"}, "token= (QUANT_API_TOKEN) begins or ends with whitespace"),
        ({"organisation": " acme"}, "organisation= (QUANT_ORGANISATION) begins or ends with whitespace"),
        ({"token": "'t"}, "token= (QUANT_API_TOKEN) is in quotes; leave them out"),
        ({"token": 't"'}, "token= (QUANT_API_TOKEN) is in quotes; leave them out"),
        (
            {"organisation": "QUANT_ORGANISATION=a"},
            "organisation= (QUANT_ORGANISATION) begins with QUANT_ORGANISATION=; leave that out",
        ),
    ],
)
def test_what_is_needed_is_told(given: dict[str, Any], says: str) -> None:
    with pytest.raises(ConfigurationError) as caught:
        endpoint(**given)
    assert str(caught.value) == says


@pytest.mark.parametrize("token", ["Xt", "tX"])
def test_a_token_may_have_any_letters_at_its_ends(token: str) -> None:
    endpoint(token)


@pytest.mark.parametrize(
    ("changes", "says"),
    [
        ({"timout": 5}, "with_options() got an unexpected keyword argument 'timout'; did you mean 'timeout'?"),
        ({"xyz": 5}, "with_options() got an unexpected keyword argument 'xyz'"),
        ({"http_client": None}, "with_options() got an unexpected keyword argument 'http_client'"),
    ],
)
def test_an_option_that_there_is_not_is_told(changes: dict[str, Any], says: str) -> None:
    with pytest.raises(ArgumentError) as caught:
        settings.changed(endpoint(), CallOptions(), changes)
    assert str(caught.value) == says


@pytest.mark.parametrize(
    ("changes", "says"),
    [
        ({"token": " t"}, "token= (QUANT_API_TOKEN) begins or ends with whitespace"),
        ({"organisation": "a "}, "organisation= (QUANT_ORGANISATION) begins or ends with whitespace"),
    ],
)
def test_a_wrong_change_is_told(changes: dict[str, Any], says: str) -> None:
    with pytest.raises(ConfigurationError) as caught:
        settings.changed(endpoint(), CallOptions(), changes)
    assert str(caught.value) == says


def test_nothing_to_change_leaves_both_as_they_are() -> None:
    before, options = endpoint(), CallOptions()
    assert settings.changed(before, options, {}) == (before, options)
    assert settings.options(options) is options
