# Written by scripts/generate.py from spec/openapi.yaml. Do not edit: change that, and run `make generate`.
"""DELETE /orchestrations/{orchestrationId}"""

from __future__ import annotations

from typing import Any

from ... import api, models
from ... import arguments as _arguments
from ... import encoding as _encoding
from ...decoding import nothing
from ...operation import Operation, Request
from ...types import Response


def request(orchestration_id: str) -> Request:
    """Encode one request."""
    _arguments.check(("orchestration_id", orchestration_id, str))
    return Request(path=f"/orchestrations/{_encoding.path_segment(orchestration_id, 'orchestration_id')}")


def _error(value: Any) -> models.Error:
    from ...models.error import Error

    return Error.from_dict(value)


_ERRORS = {**dict.fromkeys((400, 401, 403, 404, 429, 500), _error)}

OPERATION: Operation[None] = Operation(
    id="orchestrations_delete",
    method="DELETE",
    path="/orchestrations/{orchestrationId}",
    replies={204: nothing},
    idempotent=True,
    errors=_ERRORS,
)


def sync_detailed(orchestration_id: str, *, client: api.AuthenticatedClient) -> Response[None]:
    """Delete an orchestration; returns the reply with status and headers."""
    return client.send(OPERATION, request(orchestration_id))


def sync(orchestration_id: str, *, client: api.AuthenticatedClient) -> None:
    """Delete an orchestration."""
    return sync_detailed(orchestration_id, client=client).parsed


async def asyncio_detailed(orchestration_id: str, *, client: api.AuthenticatedClient) -> Response[None]:
    """Delete an orchestration; returns the reply with status and headers."""
    return await client.send_async(OPERATION, request(orchestration_id))


async def asyncio(orchestration_id: str, *, client: api.AuthenticatedClient) -> None:
    """Delete an orchestration."""
    return (await asyncio_detailed(orchestration_id, client=client)).parsed
