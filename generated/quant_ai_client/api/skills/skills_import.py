# Written by scripts/generate.py from spec/openapi.yaml. Do not edit: change that, and run `make generate`.
"""POST /skills/import"""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from ... import arguments as _arguments
from ...operation import Operation, Request

if TYPE_CHECKING:
    from ...client import AuthenticatedClient
    from ...models.error import Error
    from ...models.imported_skill import ImportedSkill
    from ...models.skill_import_request import SkillImportRequest
    from ...types import Response


def request(*, body: SkillImportRequest | Mapping[str, object]) -> Request:
    """Encode one request."""
    from ...models.skill_import_request import SkillImportRequest

    return Request(path="/skills/import", body=_arguments.encoded(body, SkillImportRequest))


def _reply_201(value: Any) -> ImportedSkill:
    from ...models.imported_skill import ImportedSkill

    return ImportedSkill.from_dict(value)


def _error(value: Any) -> Error:
    from ...models.error import Error

    return Error.from_dict(value)


_ERRORS = {**dict.fromkeys((400, 401, 403, 422, 429, 500, 502), _error)}

OPERATION: Operation[ImportedSkill] = Operation(
    id="skills_import", method="POST", path="/skills/import", replies={201: _reply_201}, errors=_ERRORS
)


def sync_detailed(
    *, client: AuthenticatedClient, body: SkillImportRequest | Mapping[str, object]
) -> Response[ImportedSkill]:
    """Import a skill; returns the reply with status and headers."""
    return client.send(OPERATION, request(body=body))


def sync(*, client: AuthenticatedClient, body: SkillImportRequest | Mapping[str, object]) -> ImportedSkill:
    """Import a skill."""
    return sync_detailed(client=client, body=body).parsed


async def asyncio_detailed(
    *, client: AuthenticatedClient, body: SkillImportRequest | Mapping[str, object]
) -> Response[ImportedSkill]:
    """Import a skill; returns the reply with status and headers."""
    return await client.send_async(OPERATION, request(body=body))


async def asyncio(*, client: AuthenticatedClient, body: SkillImportRequest | Mapping[str, object]) -> ImportedSkill:
    """Import a skill."""
    return (await asyncio_detailed(client=client, body=body)).parsed
