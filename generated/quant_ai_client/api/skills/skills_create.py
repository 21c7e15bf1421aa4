# Written by scripts/generate.py from spec/openapi.yaml. Do not edit: change that, and run `make generate`.
"""POST /skills"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from ... import api, models
from ... import arguments as _arguments
from ...operation import Operation, Request
from ...types import Response


def request(*, body: models.SkillCreateRequest | Mapping[str, object]) -> Request:
    """Encode one request."""
    from ...models.skill_create_request import SkillCreateRequest

    return Request(path="/skills", body=_arguments.encoded(body, SkillCreateRequest))


def _reply_201(value: Any) -> models.SkillEnvelope:
    from ...models.skill_envelope import SkillEnvelope

    return SkillEnvelope.from_dict(value)


def _error(value: Any) -> models.Error:
    from ...models.error import Error

    return Error.from_dict(value)


_ERRORS = {**dict.fromkeys((400, 401, 403, 422, 429, 500), _error)}

OPERATION: Operation[models.SkillEnvelope] = Operation(
    id="skills_create", method="POST", path="/skills", replies={201: _reply_201}, errors=_ERRORS
)


def sync_detailed(
    *, client: api.AuthenticatedClient, body: models.SkillCreateRequest | Mapping[str, object]
) -> Response[models.SkillEnvelope]:
    """Create a skill; returns the reply with status and headers."""
    return client.send(OPERATION, request(body=body))


def sync(
    *, client: api.AuthenticatedClient, body: models.SkillCreateRequest | Mapping[str, object]
) -> models.SkillEnvelope:
    """Create a skill."""
    return sync_detailed(client=client, body=body).parsed


async def asyncio_detailed(
    *, client: api.AuthenticatedClient, body: models.SkillCreateRequest | Mapping[str, object]
) -> Response[models.SkillEnvelope]:
    """Create a skill; returns the reply with status and headers."""
    return await client.send_async(OPERATION, request(body=body))


async def asyncio(
    *, client: api.AuthenticatedClient, body: models.SkillCreateRequest | Mapping[str, object]
) -> models.SkillEnvelope:
    """Create a skill."""
    return (await asyncio_detailed(client=client, body=body)).parsed
