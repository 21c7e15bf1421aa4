# Written by scripts/generate.py from spec/openapi.yaml. Do not edit: change that, and run `make generate`.
"""GET /skills/collections"""

from __future__ import annotations

from typing import Any

from ... import api, models
from ...operation import Operation, Request
from ...types import Response


def request() -> Request:
    """Encode one request."""
    return Request(path="/skills/collections")


def _reply_200(value: Any) -> models.SkillCollectionList:
    from ...models.skill_collection_list import SkillCollectionList

    return SkillCollectionList.from_dict(value)


def _error(value: Any) -> models.Error:
    from ...models.error import Error

    return Error.from_dict(value)


_ERRORS = {**dict.fromkeys((401, 403, 429, 500), _error)}

OPERATION: Operation[models.SkillCollectionList] = Operation(
    id="skills_list_collections",
    method="GET",
    path="/skills/collections",
    replies={200: _reply_200},
    idempotent=True,
    errors=_ERRORS,
)


def sync_detailed(*, client: api.AuthenticatedClient) -> Response[models.SkillCollectionList]:
    """List skill collections; returns the reply with status and headers."""
    return client.send(OPERATION, request())


def sync(*, client: api.AuthenticatedClient) -> models.SkillCollectionList:
    """List skill collections."""
    return sync_detailed(client=client).parsed


async def asyncio_detailed(*, client: api.AuthenticatedClient) -> Response[models.SkillCollectionList]:
    """List skill collections; returns the reply with status and headers."""
    return await client.send_async(OPERATION, request())


async def asyncio(*, client: api.AuthenticatedClient) -> models.SkillCollectionList:
    """List skill collections."""
    return (await asyncio_detailed(client=client)).parsed
