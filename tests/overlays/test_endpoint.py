"""Requests as they leave, where links and redirects may lead, and what a wrong base URL or token is told."""

from __future__ import annotations

import json
from typing import Any

import httpx
import httpx2
import pytest

from quant_ai import ConfigurationError, OriginError
from quant_ai.http.endpoint import USER_AGENT, Endpoint, origin
from quant_ai.http.http_client import REMOVED
from quant_ai.http.libraries import HTTPX2
from quant_ai_client.operation import Operation, Request

from .support.clients import TOKEN
from .support.operations import GET, POST, STREAM, TO_GET, TO_POST, TO_STREAM

ROOT = "/api/v3/organisations/acme/ai"


def endpoint(base_url: str = "https://x", **options: Any) -> Endpoint:
    return Endpoint(TOKEN, "acme", base_url, **options)


# Requests


def test_a_request_has_exactly_these_headers() -> None:
    request = endpoint().request(POST, TO_POST, {})
    assert (request.method, str(request.url)) == ("POST", f"https://x{ROOT}/things")
    assert json.loads(request.content) == {"a": 1}
    assert dict(request.headers) == {
        "host": "x",
        "accept": "application/json",
        "accept-encoding": "gzip, deflate",
        "user-agent": f"{USER_AGENT} httpx/{httpx.__version__}",
        "authorization": f"Bearer {TOKEN}",
        "content-type": "application/json",
        "content-length": "7",
    }


def test_a_request_without_a_body_has_no_type() -> None:
    request = endpoint().request(GET, TO_GET, {})
    assert request.content == b""
    assert "content-type" not in request.headers
    assert "content-length" not in request.headers


def test_a_body_that_is_no_json_is_sent_as_it_is() -> None:
    request = endpoint().request(POST, Request("/things", body=b"\x00", content_type="image/png"), {})
    assert (request.content, request.headers["content-type"]) == (b"\x00", "image/png")
    empty = endpoint().request(POST, Request("/things", body=None), {})
    assert (empty.content, empty.headers["content-type"]) == (b"null", "application/json")


def test_a_stream_is_not_compressed() -> None:
    headers = endpoint().request(STREAM, TO_STREAM, {}).headers
    assert (headers["accept"], headers["accept-encoding"]) == ("text/event-stream", "identity")


def test_timeouts_may_change_while_a_request_runs() -> None:
    timeout: dict[str, float | None] = {}
    assert endpoint().request(GET, TO_GET, timeout).extensions["timeout"] is timeout


def test_headers_of_the_user_replace_and_remove_those_of_the_package() -> None:
    there = endpoint(headers={"user-agent": "mine", "ACCEPT": None, "X-Team": "a", "X-None": None})
    request = there.request(POST, TO_POST._replace(headers={"x-call": "1"}), {})
    assert (request.headers["user-agent"], request.headers["x-team"], request.headers["x-call"]) == ("mine", "a", "1")
    assert "accept" not in request.headers
    assert request.extensions[REMOVED] == {"accept", "x-none"}
    assert request.headers["authorization"] == f"Bearer {TOKEN}"
    assert endpoint().request(GET, TO_GET, {}).extensions[REMOVED] == frozenset()


def test_headers_of_one_call_are_not_those_of_the_next() -> None:
    there = endpoint()
    there.request(POST, TO_POST._replace(headers={"x-call": "1"}), {}).headers["x-later"] = "1"
    assert not {"x-call", "x-later"} & set(there.request(POST, TO_POST, {}).headers)


def test_urls_are_kept_of_paths_without_parameters_alone() -> None:
    there = endpoint()
    one: Operation[Any] = Operation("things_one", "GET", "/things/{id}", {200: dict})
    for path in ("/things/1", "/things/2"):
        assert str(there.request(one, Request(path), {}).url) == f"https://x{ROOT}{path}"
    for _ in range(2):
        assert str(there.request(GET, TO_GET, {}).url) == f"https://x{ROOT}/things"
    asked = there.request(GET, TO_GET._replace(query=[("q", "a b"), ("n", "1")]), {})
    assert str(asked.url) == f"https://x{ROOT}/things?q=a%20b&n=1"
    assert str(there.request(GET, TO_GET, {}).url) == f"https://x{ROOT}/things"
    assert list(there._urls) == ["/things"]  # so that it does not grow with the ids that are asked for


# Other endpoints from one


def test_an_endpoint_with_another_organisation_keeps_the_rest() -> None:
    mine = endpoint(headers={"X-Team": "a", "X-Gone": "b"}, library=HTTPX2, agent="mine/1")
    other = mine.replace(None, "other", None, {"X-Gone": None, "X-New": "c"})
    request: Any = other.request(GET, TO_GET, {})
    assert isinstance(request, httpx2.Request)
    assert str(request.url) == "https://x/api/v3/organisations/other/ai/things"
    assert request.headers["authorization"] == f"Bearer {TOKEN}"
    assert request.headers["user-agent"] == f"{USER_AGENT} mine/1"
    assert (request.headers["x-team"], request.headers["x-new"]) == ("a", "c")
    assert "x-gone" not in request.headers


def test_an_endpoint_with_another_token_and_base_url_keeps_the_organisation() -> None:
    other = endpoint().replace("other-token", None, "https://y", None)
    request = other.request(GET, TO_GET, {})
    assert request.headers["authorization"] == "Bearer other-token"
    assert str(request.url) == f"https://y{ROOT}/things"
    assert request.headers["user-agent"] == f"{USER_AGENT} httpx/{httpx.__version__}"
    assert other.origin == ("https", "y", 443)


def test_the_token_is_not_in_the_attributes() -> None:
    there = endpoint()
    assert TOKEN not in repr(there) + repr(vars(there))


# Origins


@pytest.mark.parametrize(
    ("url", "expected"),
    [
        ("http://x", ("http", "x", 80)),
        ("https://x/a", ("https", "x", 443)),
        ("http://x:80", ("http", "x", 80)),
        ("http://x:8080", ("http", "x", 8080)),
        ("https://X:443", ("https", "x", 443)),
    ],
)
def test_an_origin_is_scheme_host_and_port(url: str, expected: tuple[str, str, int]) -> None:
    assert origin(httpx.URL(url)) == expected


@pytest.mark.parametrize(
    ("url", "other"),
    [
        ("http://x/a", "http://x"),
        ("https://x:8443/a", "https://x:8443"),
        ("https://y/a", "https://y"),
        ("https://x.evil.test/", "https://x.evil.test"),
    ],
)
def test_another_scheme_host_or_port_is_another_origin(url: str, other: str) -> None:
    with pytest.raises(OriginError) as caught:
        endpoint().check_origin(httpx.URL(url), "a link leads to")
    assert str(caught.value) == (
        f"a link leads to {other}, which is not the configured origin https://x:443; it was not followed"
    )
    assert caught.value.url == url
    endpoint().check_origin(httpx.URL("https://x:443/anything"), "a link leads to")


# Links


@pytest.mark.parametrize(
    ("link", "path"),
    [
        ("things", "/things"),
        ("/things", "/things"),
        ("/ai/things", "/things"),
        (f"{ROOT}/things", "/things"),
        (f"{ROOT}/ai/things", "/ai/things"),
        ("/things/a%2Fb?c=/../d", "/things/a%2Fb?c=/../d"),
        ("/things?see=https", "/things?see=https"),
        ("/aix/things", "/aix/things"),
        ("/ai", "/ai"),
        ("/things..", "/things.."),
        ("/organizations/a", "/organizations/a"),
        (f"https://x{ROOT}/things?a=1", "/things?a=1"),
        (f"//x{ROOT}/things", "/things"),
        (f"{ROOT}/organizations/a", "/organizations/a"),
    ],
)
def test_a_link_is_a_path_of_the_api(link: str, path: str) -> None:
    assert endpoint().resolve_link(link) == path


def test_a_link_starts_after_the_whole_name_of_the_organisation() -> None:
    assert Endpoint(TOKEN, "MAX", "https://x/{org}").resolve_link("https://x/MAX/things") == "/things"


def test_a_link_is_relative_to_the_server_of_its_operation() -> None:
    assert endpoint().resolve_link("/api/v3/organisations/acme/projects/p", "/..") == "/projects/p"
    assert endpoint().resolve_link("/acme/projects/p", "/..") == "/projects/p"


@pytest.mark.parametrize(
    ("link", "text"),
    [
        ("/a/../b", "a link of the service leads out of the API: /a/../b"),
        ("/a/./b", "a link of the service leads out of the API: /a/./b"),
        ("/%2e%2e/b", "a link of the service leads out of the API: /%2e%2e/b"),
        ("/a\\..\\b", "a link of the service leads out of the API: /a\\..\\b"),
        (f"https://x{ROOT}", f"a link of the service leads out of the API: https://x{ROOT}"),
        ("https://x/other", "a link of the service leads out of the API: https://x/other"),
        ("ftp://x/a", "a link of the service is not an http or https URL: ftp://x/a"),
    ],
)
def test_a_link_out_of_the_api_is_refused(link: str, text: str) -> None:
    with pytest.raises(OriginError) as caught:
        endpoint().resolve_link(link)
    assert str(caught.value) == text
    assert caught.value.url == link
    assert caught.value.__suppress_context__ or caught.value.__context__ is None


def test_a_link_to_another_origin_is_refused() -> None:
    with pytest.raises(OriginError, match=r"^a link of the service points to https://y, which is not the configured"):
        endpoint().resolve_link(f"https://y{ROOT}/things")


# Redirects


def redirected(target: str, operation: Operation[Any] = GET, base_url: str = "https://x") -> str:
    there = endpoint(base_url)
    return str(there.redirect_target(target, there.request(operation, TO_GET, {}), operation))


@pytest.mark.parametrize(
    ("target", "url"),
    [
        ("other", f"https://x{ROOT}/other"),
        (f"{ROOT}/other?a=b/..", f"https://x{ROOT}/other?a=b/.."),
        ("https://x/api/v3/organizations/acme/ai/b", "https://x/api/v3/organizations/acme/ai/b"),
    ],
)
def test_a_redirect_inside_the_api_is_a_url(target: str, url: str) -> None:
    assert redirected(target) == url


def test_a_redirect_stays_on_the_server_of_its_operation() -> None:
    projects = GET._replace(base="/..")
    assert redirected("/api/v3/organisations/acme/b", projects) == "https://x/api/v3/organisations/acme/b"
    with pytest.raises(OriginError):
        redirected("/api/v3/organisations/acme/b")
    assert redirected("/b", projects, "https://x/{org}") == "https://x/b"


@pytest.mark.parametrize(
    ("target", "text"),
    [
        ("/b", f"GET {ROOT}/things was redirected to /b, which is outside of {ROOT}; it was not followed"),
        (
            "https://y/b",
            f"GET {ROOT}/things was redirected to https://y, which is not the configured origin https://x:443;"
            " it was not followed",
        ),
        ("ftp://x/b", f"GET {ROOT}/things was redirected to a URL that is not an http or https URL"),
    ],
)
def test_a_redirect_that_leads_away_is_refused(target: str, text: str) -> None:
    with pytest.raises(OriginError) as caught:
        redirected(target)
    assert str(caught.value) == text
    assert caught.value.url == (f"https://x{target}" if target == "/b" else target)


# Base URLs and tokens


@pytest.mark.parametrize(
    ("base_url", "text"),
    [
        (5, "base_url= (QUANT_BASE_URL) 5 must be a str"),
        (" https://x", "base_url= (QUANT_BASE_URL) ' https://x' is not a URL"),
        ("ftp://x", "base_url= (QUANT_BASE_URL) 'ftp://x' is not an http or https URL"),
        ("https://me:word@x", "base_url= (QUANT_BASE_URL) must not contain a user or password"),
        ("https://x?a=1", "base_url= (QUANT_BASE_URL) 'https://x?a=1' must not have a query or fragment"),
        ("https://x#a", "base_url= (QUANT_BASE_URL) 'https://x#a' must not have a query or fragment"),
        (
            "https://x/X/",
            "base_url= (QUANT_BASE_URL) 'https://x/X/' must be an origin such as https://api.quantcdn.io, or contain"
            " {org}",
        ),
        (
            "https://x/api",
            "base_url= (QUANT_BASE_URL) 'https://x/api' must be an origin such as https://api.quantcdn.io, or contain"
            " {org}",
        ),
    ],
)
def test_a_wrong_base_url_is_told_what_is_wrong(base_url: Any, text: str) -> None:
    with pytest.raises(ConfigurationError) as caught:
        endpoint(base_url)
    assert str(caught.value) == text


@pytest.mark.parametrize(
    ("base_url", "whole"),
    [
        ("https://x//", f"https://x{ROOT}"),
        ("https://x/a/{org}/b/{org}", "https://x/a/acme/b/acme"),
        ("https://x/XX/{org}/X/", "https://x/XX/acme/X"),
    ],
)
def test_a_base_url_is_completed(base_url: str, whole: str) -> None:
    assert endpoint(base_url).base_url == whole


def test_an_organisation_that_cannot_be_part_of_a_url_is_named() -> None:
    with pytest.raises(ConfigurationError, match=r"^organisation must be a non-empty string, got '\.\.'$"):
        Endpoint(TOKEN, "..", "https://x")
    with pytest.raises(ConfigurationError, match=r"^organisation must be a non-empty string, got None$"):
        Endpoint(TOKEN, None, "https://x/{org}")  # type: ignore[arg-type]


@pytest.mark.parametrize("token", ["a b", "a\nb", "tökén", "a\x7f"])
def test_a_wrong_token_is_not_shown(token: str) -> None:
    with pytest.raises(ConfigurationError) as caught:
        Endpoint(token, "acme", "https://x")
    assert str(caught.value) == "token= (QUANT_API_TOKEN) contains characters that are not allowed in a header"


def test_a_token_of_another_type_is_not_shown() -> None:
    with pytest.raises(ConfigurationError) as caught:
        Endpoint(b"secret", "acme", "https://x")  # type: ignore[arg-type]
    assert str(caught.value) == "token= (QUANT_API_TOKEN) must be a str, not bytes"
