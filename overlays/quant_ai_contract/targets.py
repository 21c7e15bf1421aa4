"""Find out which path of the spec a recorded URL stands for."""

from __future__ import annotations

from posixpath import normpath
from typing import NamedTuple
from urllib.parse import SplitResult, urlsplit

from .contract import Contract

_PORTS = {"http": 80, "https": 443}


class BaseUrl(NamedTuple):
    """What comes before the paths of the spec in a recording. Without a scheme, any scheme fits."""

    scheme: str
    host: str
    port: int | None
    path: str

    @classmethod
    def parse(cls, text: str) -> BaseUrl:
        """Read a base URL as people write it: with or without a scheme, in capitals, with a final slash.

        Raises:
            ValueError: It is not a URL.
        """
        parts = urlsplit(text if "//" in text else f"//{text}")
        if not parts.hostname:
            raise ValueError("a URL names a host: https://ai.example.com/api")
        return cls(parts.scheme, parts.hostname, _port(parts), parts.path.rstrip("/"))

    def target(self, contract: Contract, url: str) -> str | None:
        """The path relative to the first server of the spec; None for traffic to elsewhere."""
        parts = urlsplit(url)
        if parts.hostname != self.host or (self.scheme and parts.scheme != self.scheme):
            return None
        if _port(parts) != self.port and (self.scheme or self.port is not None):
            return None
        if not self.path:
            found = contract.relative(parts.path)
            if found is not None:
                return found[1]
        targets = self._targets(contract, parts.path)
        return next(iter([target for target in targets if contract.matches(target)] + targets), None)

    def _targets(self, contract: Contract, path: str) -> list[str]:
        """What a path can mean below the base URL.

        A path's own server also serves paths that are not in this spec, so there only known targets count.
        """
        found = []
        for base in contract.bases:
            root = normpath(f"{self.path}{base}").rstrip("/") if base else self.path
            if path == root or path.startswith(f"{root}/"):
                target = base + (path[len(root) :] or "/")
                if not base or contract.matches(target):
                    found.append(target)
        return found


def _port(parts: SplitResult) -> int | None:
    return parts.port or _PORTS.get(parts.scheme)
