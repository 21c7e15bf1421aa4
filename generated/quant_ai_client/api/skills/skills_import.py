# Written by scripts/generate.py from spec/openapi.yaml. Do not edit: change that, and run `make generate`.
"""POST /skills/import"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from ... import api, models
from ... import arguments as _arguments
from ...operation import Operation, Request
from ...types import Response


def request(*, body: models.SkillImportRequest | Mapping[str, object]) -> Request:
    """Encode one request."""
    from ...models.skill_import_request import SkillImportRequest

    return Request(path="/skills/import", body=_arguments.encoded(body, SkillImportRequest))


def _reply_201(value: Any) -> models.ImportedSkill:
    from ...models.imported_skill import ImportedSkill

    return ImportedSkill.from_dict(value)


def _error(value: Any) -> models.Error:
    from ...models.error import Error

    return Error.from_dict(value)


_ERRORS = {**dict.fromkeys((400, 401, 403, 422, 429, 500, 502), _error)}

OPERATION: Operation[models.ImportedSkill] = Operation(
    id="skills_import", method="POST", path="/skills/import", replies={201: _reply_201}, errors=_ERRORS
)


def sync_detailed(
    *, client: api.AuthenticatedClient, body: models.SkillImportRequest | Mapping[str, object]
) -> Response[models.ImportedSkill]:
    """Import a skill; returns the reply with status and headers."""
    return client.send(OPERATION, request(body=body))


def sync(
    *, client: api.AuthenticatedClient, body: models.SkillImportRequest | Mapping[str, object]
) -> models.ImportedSkill:
    """Import a skill."""
    return sync_detailed(client=client, body=body).parsed


async def asyncio_detailed(
    *, client: api.AuthenticatedClient, body: models.SkillImportRequest | Mapping[str, object]
) -> Response[models.ImportedSkill]:
    """Import a skill; returns the reply with status and headers."""
    return await client.send_async(OPERATION, request(body=body))


async def asyncio(
    *, client: api.AuthenticatedClient, body: models.SkillImportRequest | Mapping[str, object]
) -> models.ImportedSkill:
    """Import a skill."""
    return (await asyncio_detailed(client=client, body=body)).parsed
