# Written by scripts/generate.py from spec/openapi.yaml. Do not edit: change that, and run `make generate`.
"""POST /skills/collections/{namespace}/sync"""

from __future__ import annotations

from typing import Any

from ... import api, models
from ... import arguments as _arguments
from ... import encoding as _encoding
from ...operation import Operation, Request
from ...types import Response


def request(namespace: str) -> Request:
    """Encode one request."""
    _arguments.check(("namespace", namespace, str))
    return Request(path=f"/skills/collections/{_encoding.path_segment(namespace, 'namespace')}/sync")


def _reply_200(value: Any) -> models.SkillCollectionSynced:
    from ...models.skill_collection_synced import SkillCollectionSynced

    return SkillCollectionSynced.from_dict(value)


def _error(value: Any) -> models.Error:
    from ...models.error import Error

    return Error.from_dict(value)


_ERRORS = {**dict.fromkeys((400, 401, 403, 404, 429, 500, 502), _error)}

OPERATION: Operation[models.SkillCollectionSynced] = Operation(
    id="skills_sync_collection",
    method="POST",
    path="/skills/collections/{namespace}/sync",
    replies={200: _reply_200},
    idempotent=True,
    errors=_ERRORS,
)


def sync_detailed(namespace: str, *, client: api.AuthenticatedClient) -> Response[models.SkillCollectionSynced]:
    """Sync a skill collection; returns the reply with status and headers."""
    return client.send(OPERATION, request(namespace))


def sync(namespace: str, *, client: api.AuthenticatedClient) -> models.SkillCollectionSynced:
    """Sync a skill collection."""
    return sync_detailed(namespace, client=client).parsed


async def asyncio_detailed(
    namespace: str, *, client: api.AuthenticatedClient
) -> Response[models.SkillCollectionSynced]:
    """Sync a skill collection; returns the reply with status and headers."""
    return await client.send_async(OPERATION, request(namespace))


async def asyncio(namespace: str, *, client: api.AuthenticatedClient) -> models.SkillCollectionSynced:
    """Sync a skill collection."""
    return (await asyncio_detailed(namespace, client=client)).parsed
