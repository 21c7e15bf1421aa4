# Written by scripts/generate.py from spec/openapi.yaml. Do not edit: change that, and run `make generate`.
"""POST /orchestrations/{orchestrationId}/resume"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ... import arguments as _arguments
from ... import encoding as _encoding
from ...operation import Operation, Request

if TYPE_CHECKING:
    from ...client import AuthenticatedClient
    from ...models.error import Error
    from ...models.orchestration import Orchestration
    from ...types import Response


def request(orchestration_id: str) -> Request:
    """Encode one request."""
    _arguments.check(("orchestration_id", orchestration_id, str))
    return Request(path=f"/orchestrations/{_encoding.path_segment(orchestration_id, 'orchestration_id')}/resume")


def _reply_200(value: Any) -> Orchestration:
    from ...models.orchestration import Orchestration

    return Orchestration.from_dict(value)


def _error(value: Any) -> Error:
    from ...models.error import Error

    return Error.from_dict(value)


_ERRORS = {**dict.fromkeys((400, 401, 403, 404, 429, 500), _error)}

OPERATION: Operation[Orchestration] = Operation(
    id="orchestrations_resume",
    method="POST",
    path="/orchestrations/{orchestrationId}/resume",
    replies={200: _reply_200},
    errors=_ERRORS,
)


def sync_detailed(orchestration_id: str, *, client: AuthenticatedClient) -> Response[Orchestration]:
    """Resume an orchestration; returns the reply with status and headers."""
    return client.send(OPERATION, request(orchestration_id))


def sync(orchestration_id: str, *, client: AuthenticatedClient) -> Orchestration:
    """Resume an orchestration."""
    return sync_detailed(orchestration_id, client=client).parsed


async def asyncio_detailed(orchestration_id: str, *, client: AuthenticatedClient) -> Response[Orchestration]:
    """Resume an orchestration; returns the reply with status and headers."""
    return await client.send_async(OPERATION, request(orchestration_id))


async def asyncio(orchestration_id: str, *, client: AuthenticatedClient) -> Orchestration:
    """Resume an orchestration."""
    return (await asyncio_detailed(orchestration_id, client=client)).parsed
