# Written by scripts/generate.py from spec/openapi.yaml. Do not edit: change that, and run `make generate`.
"""DELETE /skills/{skillId}"""

from __future__ import annotations

from typing import Any

from ... import api, models
from ... import arguments as _arguments
from ... import encoding as _encoding
from ...operation import Operation, Request
from ...types import Response


def request(skill_id: str) -> Request:
    """Encode one request."""
    _arguments.check(("skill_id", skill_id, str))
    return Request(path=f"/skills/{_encoding.path_segment(skill_id, 'skill_id')}")


def _reply_200(value: Any) -> models.SkillDeleted:
    from ...models.skill_deleted import SkillDeleted

    return SkillDeleted.from_dict(value)


def _error(value: Any) -> models.Error:
    from ...models.error import Error

    return Error.from_dict(value)


_ERRORS = {**dict.fromkeys((401, 403, 404, 429, 500), _error)}

OPERATION: Operation[models.SkillDeleted] = Operation(
    id="skills_delete",
    method="DELETE",
    path="/skills/{skillId}",
    replies={200: _reply_200},
    idempotent=True,
    errors=_ERRORS,
)


def sync_detailed(skill_id: str, *, client: api.AuthenticatedClient) -> Response[models.SkillDeleted]:
    """Delete a skill; returns the reply with status and headers."""
    return client.send(OPERATION, request(skill_id))


def sync(skill_id: str, *, client: api.AuthenticatedClient) -> models.SkillDeleted:
    """Delete a skill."""
    return sync_detailed(skill_id, client=client).parsed


async def asyncio_detailed(skill_id: str, *, client: api.AuthenticatedClient) -> Response[models.SkillDeleted]:
    """Delete a skill; returns the reply with status and headers."""
    return await client.send_async(OPERATION, request(skill_id))


async def asyncio(skill_id: str, *, client: api.AuthenticatedClient) -> models.SkillDeleted:
    """Delete a skill."""
    return (await asyncio_detailed(skill_id, client=client)).parsed
