# Written by scripts/generate.py from spec/openapi.yaml. Do not edit: change that, and run `make generate`.
"""DELETE /skills/collections/{namespace}"""

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
    return Request(path=f"/skills/collections/{_encoding.path_segment(namespace, 'namespace')}")


def _reply_200(value: Any) -> models.SkillDeleted:
    from ...models.skill_deleted import SkillDeleted

    return SkillDeleted.from_dict(value)


def _error(value: Any) -> models.Error:
    from ...models.error import Error

    return Error.from_dict(value)


_ERRORS = {**dict.fromkeys((401, 403, 404, 429, 500), _error)}

OPERATION: Operation[models.SkillDeleted] = Operation(
    id="skills_delete_collection",
    method="DELETE",
    path="/skills/collections/{namespace}",
    replies={200: _reply_200},
    idempotent=True,
    errors=_ERRORS,
)


def sync_detailed(namespace: str, *, client: api.AuthenticatedClient) -> Response[models.SkillDeleted]:
    """Delete a skill collection; returns the reply with status and headers."""
    return client.send(OPERATION, request(namespace))


def sync(namespace: str, *, client: api.AuthenticatedClient) -> models.SkillDeleted:
    """Delete a skill collection."""
    return sync_detailed(namespace, client=client).parsed


async def asyncio_detailed(namespace: str, *, client: api.AuthenticatedClient) -> Response[models.SkillDeleted]:
    """Delete a skill collection; returns the reply with status and headers."""
    return await client.send_async(OPERATION, request(namespace))


async def asyncio(namespace: str, *, client: api.AuthenticatedClient) -> models.SkillDeleted:
    """Delete a skill collection."""
    return (await asyncio_detailed(namespace, client=client)).parsed
