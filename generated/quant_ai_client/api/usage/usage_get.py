# Written by scripts/generate.py from spec/openapi.yaml. Do not edit: change that, and run `make generate`.
"""GET /usage"""

from __future__ import annotations

from typing import Any, Literal

from ... import api, models
from ... import arguments as _arguments
from ... import parameters as _parameters
from ...operation import Operation, Request
from ...types import Response


def request(
    *,
    month: str | None = None,
    group_by: models.UsageGroupBy | None = None,
    include: Literal["daily"] | None = None,
    user_id: str | None = None,
    token_id: str | None = None,
) -> Request:
    """Encode one request."""
    _arguments.check(
        ("month", month, str),
        ("group_by", group_by, str),
        ("include", include, Literal["daily"]),
        ("user_id", user_id, str),
        ("token_id", token_id, str),
    )
    return Request(
        path="/usage",
        query=_parameters.query_pairs(
            ("month", month), ("groupBy", group_by), ("include", include), ("userId", user_id), ("tokenId", token_id)
        ),
    )


def _reply_200(value: Any) -> models.UsageReport:
    from ...models.usage_report import UsageReport

    return UsageReport.from_dict(value)


def _error(value: Any) -> models.Error:
    from ...models.error import Error

    return Error.from_dict(value)


_ERRORS = {**dict.fromkeys((401, 403, 422, 429, 500), _error)}

OPERATION: Operation[models.UsageReport] = Operation(
    id="usage_get", method="GET", path="/usage", replies={200: _reply_200}, idempotent=True, errors=_ERRORS
)


def sync_detailed(
    *,
    client: api.AuthenticatedClient,
    month: str | None = None,
    group_by: models.UsageGroupBy | None = None,
    include: Literal["daily"] | None = None,
    user_id: str | None = None,
    token_id: str | None = None,
) -> Response[models.UsageReport]:
    """Get monthly usage; returns the reply with status and headers."""
    return client.send(
        OPERATION, request(month=month, group_by=group_by, include=include, user_id=user_id, token_id=token_id)
    )


def sync(
    *,
    client: api.AuthenticatedClient,
    month: str | None = None,
    group_by: models.UsageGroupBy | None = None,
    include: Literal["daily"] | None = None,
    user_id: str | None = None,
    token_id: str | None = None,
) -> models.UsageReport:
    """Get monthly usage."""
    return sync_detailed(
        client=client, month=month, group_by=group_by, include=include, user_id=user_id, token_id=token_id
    ).parsed


async def asyncio_detailed(
    *,
    client: api.AuthenticatedClient,
    month: str | None = None,
    group_by: models.UsageGroupBy | None = None,
    include: Literal["daily"] | None = None,
    user_id: str | None = None,
    token_id: str | None = None,
) -> Response[models.UsageReport]:
    """Get monthly usage; returns the reply with status and headers."""
    return await client.send_async(
        OPERATION, request(month=month, group_by=group_by, include=include, user_id=user_id, token_id=token_id)
    )


async def asyncio(
    *,
    client: api.AuthenticatedClient,
    month: str | None = None,
    group_by: models.UsageGroupBy | None = None,
    include: Literal["daily"] | None = None,
    user_id: str | None = None,
    token_id: str | None = None,
) -> models.UsageReport:
    """Get monthly usage."""
    return (
        await asyncio_detailed(
            client=client, month=month, group_by=group_by, include=include, user_id=user_id, token_id=token_id
        )
    ).parsed
