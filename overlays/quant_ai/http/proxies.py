"""Find the proxy for a URL in the environment, as curl and httpx do.

httpx raises errors of its own for entries of NO_PROXY that others read, such as an IPv6 network. Here an entry that
says nothing about a host is passed over, a wrong proxy is an error that names its variable, and the loopback never has
one.
"""

from __future__ import annotations

import os
from importlib.util import find_spec
from ipaddress import ip_address, ip_network
from typing import Final, NamedTuple
from urllib.parse import urlsplit
from urllib.request import getproxies

from ..errors import ConfigurationError

_SOCKS: Final = ("socks5", "socks5h")
_SCHEMES: Final = ("http", "https", *_SOCKS)


class EnvironmentProxy(NamedTuple):
    """A proxy, and where it is set."""

    url: str
    variable: str

    def __str__(self) -> str:
        """Without the password that it may contain."""
        parts = urlsplit(self.url)
        return f"{parts.scheme}://{parts.netloc.rpartition('@')[2]} ({self.variable})"

    @property
    def is_socks(self) -> bool:
        """Whether it speaks SOCKS instead of HTTP."""
        return self.url.startswith("socks")


def environment_proxy(scheme: str, host: str, port: int | None) -> EnvironmentProxy | None:
    """The proxy for requests to a host; None if there is none.

    Raises:
        ConfigurationError: The variable's value is no proxy, or needs a package that is not installed.
    """
    found = getproxies()  # on macOS and Windows this reads the system's settings too
    name = next((name for name in (scheme, "all") if found.get(name, "").strip()), None)
    if name is None or is_loopback(host) or _is_excepted(found.get("no", ""), scheme, host, port):
        return None
    value = found[name].strip()
    url = value if "://" in value else f"http://{value}"
    variable = next((each for each in (f"{name.upper()}_PROXY", f"{name}_proxy") if each in os.environ), "system proxy")
    return _checked(EnvironmentProxy(url, variable))


def is_loopback(host: str) -> bool:
    """Whether a host is this machine."""
    if host.lower() == "localhost" or host.lower().endswith(".localhost"):
        return True
    try:
        return ip_address(host.strip("[]")).is_loopback
    except ValueError:
        return False


def _checked(proxy: EnvironmentProxy) -> EnvironmentProxy:
    try:
        parts = urlsplit(proxy.url)
        fits = parts.scheme in _SCHEMES and bool(parts.hostname) and parts.port != 0
    except ValueError:  # the port is no number, or a bracket is missing
        fits = False
    if not fits:
        scheme, _, rest = proxy.url.partition("://")
        shown = f"{scheme}://{rest.rpartition('@')[2]}"  # a wrong URL may have its password anywhere before the host
        raise ConfigurationError(
            f"{proxy.variable} is {shown!r}, which is not a proxy; it has to look like http://host:3128"
        )
    if proxy.is_socks and find_spec("socksio") is None:
        raise ConfigurationError(f"{proxy.variable} is a SOCKS proxy, which needs a package: pip install socksio")
    return proxy


def _is_excepted(no_proxy: str, scheme: str, host: str, port: int | None) -> bool:
    port = port or {"http": 80, "https": 443}.get(scheme)
    return any(_names(entry.strip(), scheme, host.strip("[]").lower(), port) for entry in no_proxy.split(","))


def _names(entry: str, scheme: str, host: str, port: int | None) -> bool:
    """Whether an entry of NO_PROXY is about a host."""
    if entry == "*":
        return True
    wanted, separator, rest = entry.rpartition("://")
    if separator and wanted not in (scheme, "all"):
        return False
    name, wanted_port = _split_port(rest.rstrip("/"))
    if not name or (wanted_port is not None and wanted_port != port):
        return False
    try:
        address = ip_address(host)
    except ValueError:
        name = name.removeprefix("*").removeprefix(".").rstrip(".").lower()
        host = host.rstrip(".")
        return host == name or host.endswith(f".{name}")
    try:
        return address in ip_network(name, strict=False)
    except ValueError:  # the name of a host
        return False


def _split_port(entry: str) -> tuple[str, int | None]:
    if entry.startswith("["):
        name, _, rest = entry[1:].partition("]")
        rest = rest.removeprefix(":")
    elif entry.count(":") == 1:
        name, _, rest = entry.partition(":")
    else:  # IPv6 without brackets
        name, rest = entry, ""
    if "/" in rest:  # "[fe80::]/10"
        return f"{name}{rest}", None
    return name, int(rest) if rest.isascii() and rest.isdigit() else None
