# Written by scripts/generate.py from spec/openapi.yaml. Do not edit: change that, and run `make generate`.
"""GET /usage/me"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ...operation import Operation, Request

if TYPE_CHECKING:
    from ...client import AuthenticatedClient
    from ...models.error import Error
    from ...models.my_usage import MyUsage
    from ...types import Response


def request() -> Request:
    """Encode one request."""
    return Request(path="/usage/me")


def _reply_200(value: Any) -> MyUsage:
    from ...models.my_usage import MyUsage

    return MyUsage.from_dict(value)


def _error(value: Any) -> Error:
    from ...models.error import Error

    return Error.from_dict(value)


_ERRORS = {**dict.fromkeys((401, 403, 429, 500), _error)}

OPERATION: Operation[MyUsage] = Operation(
    id="usage_get_mine", method="GET", path="/usage/me", replies={200: _reply_200}, idempotent=True, errors=_ERRORS
)


def sync_detailed(*, client: AuthenticatedClient) -> Response[MyUsage]:
    """Get your own usage; returns the reply with status and headers."""
    return client.send(OPERATION, request())


def sync(*, client: AuthenticatedClient) -> MyUsage:
    """Get your own usage."""
    return sync_detailed(client=client).parsed


async def asyncio_detailed(*, client: AuthenticatedClient) -> Response[MyUsage]:
    """Get your own usage; returns the reply with status and headers."""
    return await client.send_async(OPERATION, request())


async def asyncio(*, client: AuthenticatedClient) -> MyUsage:
    """Get your own usage."""
    return (await asyncio_detailed(client=client)).parsed
