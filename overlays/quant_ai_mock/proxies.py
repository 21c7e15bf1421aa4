"""Let requests to this machine go past any proxy that the environment names.

A proxy elsewhere cannot reach a server that listens on this machine's own address, so a test that uses the mock server
would fail wherever HTTP_PROXY is set.
"""

from __future__ import annotations

import contextlib
import os
from collections.abc import Iterator, Mapping

LOCAL = ("127.0.0.1", "localhost", "::1")
_NAMES = ("NO_PROXY", "no_proxy")  # programs read one of the two, or both
_PROXIES = ("http_proxy", "https_proxy", "all_proxy")


def past_proxies(environment: Mapping[str, str], *hosts: str) -> dict[str, str]:
    """The variables that exempt this machine, and further hosts, from proxies; none if there is no proxy."""
    if not any(name.lower() in _PROXIES and value for name, value in environment.items()):
        return {}
    present = next((environment[name] for name in reversed(_NAMES) if environment.get(name)), "")
    known = [name.strip() for name in present.split(",") if name.strip()]
    if "*" in known:
        return {}
    value = ",".join(dict.fromkeys([*known, *LOCAL, *hosts]))
    return dict.fromkeys(_NAMES, value)


@contextlib.contextmanager
def direct_connections(*hosts: str) -> Iterator[None]:
    """Exempt this machine from proxies, in this process, for the duration of the block."""
    changes = past_proxies(os.environ, *hosts)
    before = {name: os.environ.get(name) for name in changes}
    os.environ.update(changes)
    try:
        yield
    finally:
        for name, value in before.items():
            if os.environ.get(name) == changes[name]:
                if value is None:
                    del os.environ[name]
                else:
                    os.environ[name] = value
