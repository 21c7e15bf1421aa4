# Written by scripts/generate.py from spec/openapi.yaml. Do not edit: change that, and run `make generate`.
"""GET /skills"""

from __future__ import annotations

from typing import Any

from ... import api, models
from ... import arguments as _arguments
from ... import parameters as _parameters
from ...operation import Operation, Request
from ...types import Response


def request(*, tag: str | None = None, namespace: str | None = None, limit: int | None = None) -> Request:
    """Encode one request."""
    _arguments.check(("tag", tag, str), ("namespace", namespace, str), ("limit", limit, int))
    return Request(
        path="/skills", query=_parameters.query_pairs(("tag", tag), ("namespace", namespace), ("limit", limit))
    )


def _reply_200(value: Any) -> models.SkillList:
    from ...models.skill_list import SkillList

    return SkillList.from_dict(value)


def _error(value: Any) -> models.Error:
    from ...models.error import Error

    return Error.from_dict(value)


_ERRORS = {**dict.fromkeys((401, 403, 422, 429, 500), _error)}

OPERATION: Operation[models.SkillList] = Operation(
    id="skills_list", method="GET", path="/skills", replies={200: _reply_200}, idempotent=True, errors=_ERRORS
)


def sync_detailed(
    *, client: api.AuthenticatedClient, tag: str | None = None, namespace: str | None = None, limit: int | None = None
) -> Response[models.SkillList]:
    """List skills; returns the reply with status and headers."""
    return client.send(OPERATION, request(tag=tag, namespace=namespace, limit=limit))


def sync(
    *, client: api.AuthenticatedClient, tag: str | None = None, namespace: str | None = None, limit: int | None = None
) -> models.SkillList:
    """List skills."""
    return sync_detailed(client=client, tag=tag, namespace=namespace, limit=limit).parsed


async def asyncio_detailed(
    *, client: api.AuthenticatedClient, tag: str | None = None, namespace: str | None = None, limit: int | None = None
) -> Response[models.SkillList]:
    """List skills; returns the reply with status and headers."""
    return await client.send_async(OPERATION, request(tag=tag, namespace=namespace, limit=limit))


async def asyncio(
    *, client: api.AuthenticatedClient, tag: str | None = None, namespace: str | None = None, limit: int | None = None
) -> models.SkillList:
    """List skills."""
    return (await asyncio_detailed(client=client, tag=tag, namespace=namespace, limit=limit)).parsed
