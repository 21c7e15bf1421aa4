"""Proxies and certificates of the environment: read as others read them, and named if they are wrong."""

from __future__ import annotations

import os
import time
from typing import Any

import certifi
import httpx
import numpy
import pytest

from quant_ai import AsyncQuantAI, ConfigurationError, ConnectionFailedError, QuantAI
from quant_ai.http import proxies
from quant_ai.http.proxies import environment_proxy, is_loopback

from .support.calls import call
from .support.operations import GET, TO_GET
from .support.raw_server import Connection, reply, serving

pytestmark = pytest.mark.anyio

CLIENTS = [
    pytest.param(lambda **options: QuantAI(**options), id="sync"),
    pytest.param(lambda **options: QuantAI(http_client="httpx2", **options), id="sync httpx2"),
    pytest.param(lambda **options: AsyncQuantAI(**options), id="async"),
    pytest.param(lambda **options: AsyncQuantAI(http_client="httpx2", **options), id="async httpx2"),
    pytest.param(lambda **options: AsyncQuantAI(http_client="aiohttp", **options), id="aiohttp"),
]
ACCESS = {"token": "t", "organisation": "o"}


@pytest.fixture(autouse=True)
def _clean_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in list(os.environ):
        if name.lower().endswith("_proxy") or name.startswith(("SSL", "QUANT_")):
            monkeypatch.delenv(name)


@pytest.mark.parametrize("client", CLIENTS)
@pytest.mark.parametrize(
    ("variable", "value", "says"),
    [
        ("ALL_PROXY", "socks5://127.0.0.1:1080", "pip install socksio"),
        ("HTTPS_PROXY", "ftp://x", "is not a proxy"),
        ("HTTPS_PROXY", "http://x:port", "is not a proxy"),
        ("https_proxy", "http://", "is not a proxy"),
        ("HTTPS_PROXY", "http://[::1", "is not a proxy"),
        ("SSL_CERT_FILE", "/none.pem", "no certificates can be read"),
        ("SSL_CERT_DIR", "/none", "is not a folder"),
        ("SSL_CERT_DIR", f"/none{os.pathsep}{__file__}", "is not a folder"),
        ("SSL_CERT_FILE", __file__, "no certificates can be read"),
    ],
)
def test_a_wrong_variable_is_named_when_a_client_is_made(
    client: Any, variable: str, value: str, says: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(variable, value)
    with pytest.raises(ConfigurationError, match=says) as caught:
        client(**ACCESS)
    assert variable in str(caught.value)
    client(base_url="http://127.0.0.1:1", **ACCESS)  # which needs neither


@pytest.mark.parametrize("client", CLIENTS)
@pytest.mark.parametrize(
    "entries", ["localhost,fe80::/10", "localhost,[::1]", "[fe80::]/10:80", "10.0.0.0/8,::", "a b"]
)
def test_entries_of_no_proxy_that_httpx_cannot_read_are_read(
    client: Any, entries: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("NO_PROXY", entries)
    client(**ACCESS)


@pytest.mark.parametrize("value", ["", " ", "\t"])
def test_a_blank_variable_is_not_set(value: str, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("HTTPS_PROXY", "ALL_PROXY"):
        monkeypatch.setenv(name, value)
    assert environment_proxy("https", "api.test", None) is None


def test_a_wrong_log_of_keys_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SSLKEYLOGFILE", "/none/keys")
    monkeypatch.setenv("SSL_CERT_FILE", certifi.where())
    with pytest.raises(ConfigurationError, match="SSLKEYLOGFILE is '/none/keys', which cannot be written"):
        QuantAI(**ACCESS)


def test_one_folder_of_certificates_is_enough(tmp_path: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SSL_CERT_DIR", f"/none{os.pathsep}{tmp_path}")
    QuantAI(**ACCESS).close()


@pytest.mark.parametrize(
    "value", ["ftp://me:secret@x", "http://me:sec#secret@x", "http://me:secret@[x", "me:secret@x:y"]
)
def test_the_password_of_a_wrong_proxy_is_not_shown(value: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HTTPS_PROXY", value)
    with pytest.raises(ConfigurationError) as caught:
        QuantAI(**ACCESS)
    assert "secret" not in str(caught.value)


@pytest.mark.parametrize(
    ("no_proxy", "host", "port", "direct"),
    [
        ("", "api.test", None, False),
        ("*", "api.test", None, True),
        ("api.test", "api.test", None, True),
        ("API.test", "api.TEST", None, True),
        ("api.test", "v2.api.test", None, True),
        ("api.test.", "api.test", None, True),
        ("api.test", "api.test.", None, True),
        (".api.test", "v2.api.test", None, True),
        ("*.api.test", "v2.api.test", None, True),
        ("api.test", "notapi.test", None, False),
        ("boX", "box", None, True),
        ("xbox", "Xbox", None, True),
        ("api.test:443", "api.test", None, True),
        ("api.test:8443", "api.test", None, False),
        ("api.test:8443", "api.test", 8443, True),
        ("https://api.test", "api.test", None, True),
        ("https://api.test/", "api.test", None, True),
        ("https://api.test:8443/", "api.test", 8443, True),
        ("10.1.2.3/8", "10.9.9.9", None, True),
        (".", "api.test", None, False),
        ("http://api.test", "api.test", None, False),
        ("all://api.test", "api.test", None, True),
        ("10.0.0.0/8", "10.1.2.3", None, True),
        ("10.0.0.0/8", "11.1.2.3", None, False),
        ("10.1.2.3", "10.1.2.3", None, True),
        ("fe80::/10", "fe80::1", None, True),
        ("[fe80::]/10", "[fe80::1]", None, True),
        ("[2001:db8::1]", "2001:db8::1", None, True),
        ("[2001:db8::1]:443", "2001:db8::1", None, True),
        ("[2001:db8::1]:8443", "2001:db8::1", None, False),
        ("2001:db8::1", "2001:db8::1", None, True),
        ("2001:db8::/32, other.test", "2001:db8::1", None, True),
        ("other.test", "2001:db8::1", None, False),
    ],
)
def test_no_proxy_names_hosts_domains_addresses_and_networks(
    no_proxy: str, host: str, port: int | None, direct: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("HTTPS_PROXY", "proxy.test:3128")
    monkeypatch.setenv("NO_PROXY", no_proxy)
    found = environment_proxy("https", host, port)
    assert found is None if direct else found is not None and found.url == "http://proxy.test:3128"


@pytest.mark.parametrize(("entry", "port", "direct"), [
    ("api.test:80", None, True), ("api.test:81", None, False), ("api.test:81", 81, True), ("http://api.test", 81, True),
])  # fmt: skip
def test_an_entry_of_no_proxy_with_a_port_means_that_of_the_scheme(
    entry: str, port: int | None, direct: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("HTTP_PROXY", "http://proxy.test:3128")
    monkeypatch.setenv("NO_PROXY", entry)
    assert (environment_proxy("http", "api.test", port) is None) is direct


def test_a_proxy_is_shown_without_its_password_and_with_its_variable(monkeypatch: pytest.MonkeyPatch) -> None:
    for value, shown in {
        "http://me:word@proxy.test:3128": "http://proxy.test:3128 (ALL_PROXY)",
        "https://proxy.test": "https://proxy.test (ALL_PROXY)",
        "http://me@[::2]:3128": "http://[::2]:3128 (ALL_PROXY)",
    }.items():
        monkeypatch.setenv("ALL_PROXY", value)
        assert str(environment_proxy("https", "api.test", None)) == shown
    for value in ("ftp://me:word@proxy.test/a", "ftp://me:w://rd@proxy.test/a", "ftp://me:w@rd@proxy.test/a"):
        monkeypatch.setenv("ALL_PROXY", value)
        with pytest.raises(ConfigurationError, match=r"ALL_PROXY is 'ftp://proxy.test/a', which is not a proxy"):
            environment_proxy("https", "api.test", None)


def test_a_proxy_of_the_system_is_told_as_such(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(proxies, "getproxies", lambda: {"all": "http://proxy.test:3128"})
    assert str(environment_proxy("https", "api.test", None)) == "http://proxy.test:3128 (system proxy)"


def test_socks_needs_its_package_only(monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[str] = []
    monkeypatch.setattr(proxies, "find_spec", lambda name: asked.append(name) or name)
    monkeypatch.setenv("ALL_PROXY", "socks5://proxy.test")
    found = environment_proxy("https", "api.test", None)
    assert found is not None
    assert found.is_socks
    assert asked == ["socksio"]


@pytest.mark.parametrize("host", ["localhost", "a.localhost", "127.0.0.1", "127.8.9.1", "::1", "[::1]"])
def test_the_loopback_needs_no_proxy(host: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ALL_PROXY", "http://proxy.test:3128")
    assert is_loopback(host)
    assert environment_proxy("http", host, 80) is None
    assert not is_loopback("localhost.test")
    assert not is_loopback("127.0.0.1X")


@pytest.mark.parametrize("word", [None, "httpx2", "aiohttp"])
async def test_calls_go_through_the_proxy_of_the_environment(
    word: Any, kind: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    if word == "aiohttp" and kind == "sync":
        return

    def proxy(connection: Connection) -> None:
        connection.read()
        connection.send(reply(b'{"through":"the proxy"}'))

    with serving(proxy) as server:
        monkeypatch.setenv("HTTP_PROXY", f"http://me:word@127.0.0.1:{server.port}")
        outcome = await call(kind, "http://api.test", GET, TO_GET, http_client=word)
        assert outcome.value == {"through": "the proxy"}
        assert server.requests[0].target.startswith("http://api.test/api/v3/")
        assert server.requests[0].headers["proxy-authorization"].startswith("Basic ")


@pytest.mark.parametrize("word", [None, "httpx2", "aiohttp"])
@pytest.mark.parametrize("url", ["http://api.test", "https://api.test"])
async def test_a_dead_proxy_is_named_with_its_variable(
    word: Any, url: str, kind: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    if word == "aiohttp" and kind == "sync":
        return
    monkeypatch.setenv("ALL_PROXY", "http://me:secret@127.0.0.1:1")
    outcome = await call(kind, url, GET, TO_GET, http_client=word, max_retries=0)
    assert isinstance(outcome.error, ConnectionFailedError)
    assert "could not connect through the proxy http://127.0.0.1:1 (ALL_PROXY)" in str(outcome.error)
    assert "base_url=" not in str(outcome.error)
    assert "secret" not in str(outcome.error)


async def test_an_unknown_host_is_named(kind: str) -> None:
    outcome = await call(kind, "http://no-such-host.invalid", GET, TO_GET, max_retries=0)
    assert "could not find the host of http://no-such-host.invalid" in str(outcome.error)


@pytest.mark.parametrize("client", CLIENTS)
@pytest.mark.parametrize(
    ("options", "says"),
    [
        ({"organisation": " acme\n"}, "begins or ends with whitespace"),
        ({"organisation": b"acme"}, "must be a str, not bytes"),
        ({"token": "t\n"}, "begins or ends with whitespace"),
        ({"token": b"t"}, "must be a str, not bytes"),
        ({"token": '"t"'}, "is in quotes"),
        ({"organisation": "'acme'"}, "is in quotes"),
        ({"token": "QUANT_API_TOKEN=t"}, "begins with QUANT_API_TOKEN=; leave that out"),
        ({"base_url": httpx.URL("https://api.test")}, "must be a str"),
        ({"strict": "no"}, "strict= must be True or False, got 'no'"),
        ({"clock": time}, "clock= must be an object of a subclass of quant_ai.Clock"),
        ({"base_url": "https://api.quantcdn.io "}, "is not a URL"),
        ({"base_url": "https://xn--a/"}, "is not a URL"),
        ({"base_url": "https://" + "a" * 64 + ".test"}, "is not a URL"),
        ({"base_url": "https://api.test:99999"}, "has port 99999"),
        ({"base_url": "https://api.test:0"}, "has port 0"),
        ({"max_retries": "3"}, "max_retries="),
        ({"max_retries": True}, "max_retries="),
        ({"max_reply_size": 0}, "max_reply_size="),
        ({"max_reply_size": 1.5}, "max_reply_size="),
    ],
)
def test_odd_settings_are_refused(client: Any, options: dict[str, Any], says: str) -> None:
    with pytest.raises(ConfigurationError, match=says):
        client(**ACCESS | options)


@pytest.mark.parametrize("client", CLIENTS)
def test_numbers_of_numpy_are_numbers(client: Any) -> None:
    made = client(**ACCESS, timeout=numpy.int64(5), deadline=numpy.float32(9), max_retries=numpy.int64(1))
    options = made._caller.transport.options
    assert (options.timeout.read, options.deadline, options.retry.max_retries) == (5, 9, 1)


@pytest.mark.parametrize("variable", ["QUANT_ORGANISATION", "QUANT_API_TOKEN"])
def test_the_last_newline_of_a_file_is_named_with_the_variable(variable: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("QUANT_ORGANISATION", "acme")
    monkeypatch.setenv("QUANT_API_TOKEN", "t")
    monkeypatch.setenv(variable, "acme\n")
    with pytest.raises(ConfigurationError, match=variable):
        QuantAI()


@pytest.mark.parametrize("seconds", [float("inf"), 1e10, 1e300])
@pytest.mark.parametrize("word", [None, "httpx2", "aiohttp"])
async def test_a_timeout_without_end_is_none(word: Any, seconds: float, kind: str) -> None:
    if word == "aiohttp" and kind == "sync":
        return
    with serving(lambda connection: (connection.read(), connection.send(reply(b'{"a":1}')))[1]) as server:
        times = {"timeout": seconds, "deadline": seconds, "idle_timeout": seconds}
        outcome = await call(kind, server.url, GET, TO_GET, http_client=word, **times)
        assert outcome.value == {"a": 1}
