# Written by scripts/generate.py from spec/openapi.yaml. Do not edit: change that, and run `make generate`.
"""GET /orchestrations/{orchestrationId}/batches"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from ... import api, models
from ... import arguments as _arguments
from ... import encoding as _encoding
from ... import parameters as _parameters
from ...operation import Operation, Pagination, Request
from ...types import Response


def request(orchestration_id: str, *, limit: int | None = None, cursor: str | None = None) -> Request:
    """Encode one request."""
    _arguments.check(("orchestration_id", orchestration_id, str), ("limit", limit, int), ("cursor", cursor, str))
    return Request(
        path=f"/orchestrations/{_encoding.path_segment(orchestration_id, 'orchestration_id')}/batches",
        query=_parameters.query_pairs(("limit", limit), ("cursor", cursor)),
    )


def _reply_200(value: Any) -> models.BatchList:
    from ...models.batch_list import BatchList

    return BatchList.from_dict(value)


def _error(value: Any) -> models.Error:
    from ...models.error import Error

    return Error.from_dict(value)


_ERRORS = {**dict.fromkeys((401, 403, 404, 422, 429, 500), _error)}

OPERATION: Operation[models.BatchList] = Operation(
    id="orchestrations_list_batches",
    method="GET",
    path="/orchestrations/{orchestrationId}/batches",
    replies={200: _reply_200},
    idempotent=True,
    pagination=Pagination(
        style="cursor", location="query", position="cursor", limit="limit", items="batches", next="nextCursor"
    ),
    errors=_ERRORS,
)


def items(reply: models.BatchList) -> Sequence[models.OrchestrationBatch]:
    """The items of a page."""
    return reply.batches or ()


def sync_detailed(
    orchestration_id: str, *, client: api.AuthenticatedClient, limit: int | None = None, cursor: str | None = None
) -> Response[models.BatchList]:
    """List the batches of an orchestration; returns the reply with status and headers."""
    return client.send(OPERATION, request(orchestration_id, limit=limit, cursor=cursor))


def sync(
    orchestration_id: str, *, client: api.AuthenticatedClient, limit: int | None = None, cursor: str | None = None
) -> models.BatchList:
    """List the batches of an orchestration."""
    return sync_detailed(orchestration_id, client=client, limit=limit, cursor=cursor).parsed


async def asyncio_detailed(
    orchestration_id: str, *, client: api.AuthenticatedClient, limit: int | None = None, cursor: str | None = None
) -> Response[models.BatchList]:
    """List the batches of an orchestration; returns the reply with status and headers."""
    return await client.send_async(OPERATION, request(orchestration_id, limit=limit, cursor=cursor))


async def asyncio(
    orchestration_id: str, *, client: api.AuthenticatedClient, limit: int | None = None, cursor: str | None = None
) -> models.BatchList:
    """List the batches of an orchestration."""
    return (await asyncio_detailed(orchestration_id, client=client, limit=limit, cursor=cursor)).parsed
