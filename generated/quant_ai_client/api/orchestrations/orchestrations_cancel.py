# Written by scripts/generate.py from spec/openapi.yaml. Do not edit: change that, and run `make generate`.
"""POST /orchestrations/{orchestrationId}/cancel"""

from __future__ import annotations

from typing import Any

from ... import api, models
from ... import arguments as _arguments
from ... import encoding as _encoding
from ...operation import Operation, Request
from ...types import Response


def request(orchestration_id: str) -> Request:
    """Encode one request."""
    _arguments.check(("orchestration_id", orchestration_id, str))
    return Request(path=f"/orchestrations/{_encoding.path_segment(orchestration_id, 'orchestration_id')}/cancel")


def _reply_200(value: Any) -> models.Orchestration:
    from ...models.orchestration import Orchestration

    return Orchestration.from_dict(value)


def _error(value: Any) -> models.Error:
    from ...models.error import Error

    return Error.from_dict(value)


_ERRORS = {**dict.fromkeys((400, 401, 403, 404, 429, 500), _error)}

OPERATION: Operation[models.Orchestration] = Operation(
    id="orchestrations_cancel",
    method="POST",
    path="/orchestrations/{orchestrationId}/cancel",
    replies={200: _reply_200},
    errors=_ERRORS,
)


def sync_detailed(orchestration_id: str, *, client: api.AuthenticatedClient) -> Response[models.Orchestration]:
    """Cancel an orchestration; returns the reply with status and headers."""
    return client.send(OPERATION, request(orchestration_id))


def sync(orchestration_id: str, *, client: api.AuthenticatedClient) -> models.Orchestration:
    """Cancel an orchestration."""
    return sync_detailed(orchestration_id, client=client).parsed


async def asyncio_detailed(orchestration_id: str, *, client: api.AuthenticatedClient) -> Response[models.Orchestration]:
    """Cancel an orchestration; returns the reply with status and headers."""
    return await client.send_async(OPERATION, request(orchestration_id))


async def asyncio(orchestration_id: str, *, client: api.AuthenticatedClient) -> models.Orchestration:
    """Cancel an orchestration."""
    return (await asyncio_detailed(orchestration_id, client=client)).parsed
