# Written by scripts/generate.py from spec/openapi.yaml. Do not edit: change that, and run `make generate`.
"""Functions of the operations, one module each, one package for each tag, and the clients that they take.

The clients are imported when they are first used, as when the type hints of a function are resolved.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from ..client import AuthenticatedClient as AuthenticatedClient
    from ..client import Client as Client


def __getattr__(name: str) -> Any:
    if name in ("AuthenticatedClient", "Client"):
        from .. import client

        return getattr(client, name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
