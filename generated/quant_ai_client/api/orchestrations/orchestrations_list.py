# Written by scripts/generate.py from spec/openapi.yaml. Do not edit: change that, and run `make generate`.
"""GET /orchestrations"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from ... import api, models
from ... import arguments as _arguments
from ... import parameters as _parameters
from ...operation import Operation, Pagination, Request
from ...types import Response


def request(
    *, status: models.OrchestrationStatus | None = None, limit: int | None = None, cursor: str | None = None
) -> Request:
    """Encode one request."""
    _arguments.check(("status", status, str), ("limit", limit, int), ("cursor", cursor, str))
    return Request(
        path="/orchestrations", query=_parameters.query_pairs(("status", status), ("limit", limit), ("cursor", cursor))
    )


def _reply_200(value: Any) -> models.OrchestrationList:
    from ...models.orchestration_list import OrchestrationList

    return OrchestrationList.from_dict(value)


def _error(value: Any) -> models.Error:
    from ...models.error import Error

    return Error.from_dict(value)


_ERRORS = {**dict.fromkeys((401, 403, 422, 429, 500), _error)}

OPERATION: Operation[models.OrchestrationList] = Operation(
    id="orchestrations_list",
    method="GET",
    path="/orchestrations",
    replies={200: _reply_200},
    idempotent=True,
    pagination=Pagination(
        style="cursor", location="query", position="cursor", limit="limit", items="orchestrations", next="nextCursor"
    ),
    errors=_ERRORS,
)


def items(reply: models.OrchestrationList) -> Sequence[models.Orchestration]:
    """The items of a page."""
    return reply.orchestrations or ()


def sync_detailed(
    *,
    client: api.AuthenticatedClient,
    status: models.OrchestrationStatus | None = None,
    limit: int | None = None,
    cursor: str | None = None,
) -> Response[models.OrchestrationList]:
    """List orchestrations; returns the reply with status and headers."""
    return client.send(OPERATION, request(status=status, limit=limit, cursor=cursor))


def sync(
    *,
    client: api.AuthenticatedClient,
    status: models.OrchestrationStatus | None = None,
    limit: int | None = None,
    cursor: str | None = None,
) -> models.OrchestrationList:
    """List orchestrations."""
    return sync_detailed(client=client, status=status, limit=limit, cursor=cursor).parsed


async def asyncio_detailed(
    *,
    client: api.AuthenticatedClient,
    status: models.OrchestrationStatus | None = None,
    limit: int | None = None,
    cursor: str | None = None,
) -> Response[models.OrchestrationList]:
    """List orchestrations; returns the reply with status and headers."""
    return await client.send_async(OPERATION, request(status=status, limit=limit, cursor=cursor))


async def asyncio(
    *,
    client: api.AuthenticatedClient,
    status: models.OrchestrationStatus | None = None,
    limit: int | None = None,
    cursor: str | None = None,
) -> models.OrchestrationList:
    """List orchestrations."""
    return (await asyncio_detailed(client=client, status=status, limit=limit, cursor=cursor)).parsed
