# Written by scripts/generate.py from spec/openapi.yaml. Do not edit: change that, and run `make generate`.
"""PUT /skills/{skillId}"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from ... import api, models
from ... import arguments as _arguments
from ... import encoding as _encoding
from ...operation import Operation, Request
from ...types import Response


def request(skill_id: str, *, body: models.SkillUpdateRequest | Mapping[str, object]) -> Request:
    """Encode one request."""
    from ...models.skill_update_request import SkillUpdateRequest

    _arguments.check(("skill_id", skill_id, str))
    return Request(
        path=f"/skills/{_encoding.path_segment(skill_id, 'skill_id')}",
        body=_arguments.encoded(body, SkillUpdateRequest),
    )


def _reply_200(value: Any) -> models.SkillEnvelope:
    from ...models.skill_envelope import SkillEnvelope

    return SkillEnvelope.from_dict(value)


def _error(value: Any) -> models.Error:
    from ...models.error import Error

    return Error.from_dict(value)


_ERRORS = {**dict.fromkeys((400, 401, 403, 404, 422, 429, 500), _error)}

OPERATION: Operation[models.SkillEnvelope] = Operation(
    id="skills_update",
    method="PUT",
    path="/skills/{skillId}",
    replies={200: _reply_200},
    idempotent=True,
    errors=_ERRORS,
)


def sync_detailed(
    skill_id: str, *, client: api.AuthenticatedClient, body: models.SkillUpdateRequest | Mapping[str, object]
) -> Response[models.SkillEnvelope]:
    """Update a skill; returns the reply with status and headers."""
    return client.send(OPERATION, request(skill_id, body=body))


def sync(
    skill_id: str, *, client: api.AuthenticatedClient, body: models.SkillUpdateRequest | Mapping[str, object]
) -> models.SkillEnvelope:
    """Update a skill."""
    return sync_detailed(skill_id, client=client, body=body).parsed


async def asyncio_detailed(
    skill_id: str, *, client: api.AuthenticatedClient, body: models.SkillUpdateRequest | Mapping[str, object]
) -> Response[models.SkillEnvelope]:
    """Update a skill; returns the reply with status and headers."""
    return await client.send_async(OPERATION, request(skill_id, body=body))


async def asyncio(
    skill_id: str, *, client: api.AuthenticatedClient, body: models.SkillUpdateRequest | Mapping[str, object]
) -> models.SkillEnvelope:
    """Update a skill."""
    return (await asyncio_detailed(skill_id, client=client, body=body)).parsed
