# Written by scripts/generate.py from spec/openapi.yaml. Do not edit: change that, and run `make generate`.
"""POST /skills/import-collection"""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from ... import arguments as _arguments
from ...operation import Operation, Request

if TYPE_CHECKING:
    from ...client import AuthenticatedClient
    from ...models.error import Error
    from ...models.skill_collection_import_request import SkillCollectionImportRequest
    from ...models.skill_collection_imported import SkillCollectionImported
    from ...types import Response


def request(*, body: SkillCollectionImportRequest | Mapping[str, object]) -> Request:
    """Encode one request."""
    from ...models.skill_collection_import_request import SkillCollectionImportRequest

    return Request(path="/skills/import-collection", body=_arguments.encoded(body, SkillCollectionImportRequest))


def _reply_201(value: Any) -> SkillCollectionImported:
    from ...models.skill_collection_imported import SkillCollectionImported

    return SkillCollectionImported.from_dict(value)


def _error(value: Any) -> Error:
    from ...models.error import Error

    return Error.from_dict(value)


_ERRORS = {**dict.fromkeys((400, 401, 403, 422, 429, 500, 502), _error)}

OPERATION: Operation[SkillCollectionImported] = Operation(
    id="skills_import_collection",
    method="POST",
    path="/skills/import-collection",
    replies={201: _reply_201},
    idempotent=True,
    errors=_ERRORS,
)


def sync_detailed(
    *, client: AuthenticatedClient, body: SkillCollectionImportRequest | Mapping[str, object]
) -> Response[SkillCollectionImported]:
    """Import a skill collection; returns the reply with status and headers."""
    return client.send(OPERATION, request(body=body))


def sync(
    *, client: AuthenticatedClient, body: SkillCollectionImportRequest | Mapping[str, object]
) -> SkillCollectionImported:
    """Import a skill collection."""
    return sync_detailed(client=client, body=body).parsed


async def asyncio_detailed(
    *, client: AuthenticatedClient, body: SkillCollectionImportRequest | Mapping[str, object]
) -> Response[SkillCollectionImported]:
    """Import a skill collection; returns the reply with status and headers."""
    return await client.send_async(OPERATION, request(body=body))


async def asyncio(
    *, client: AuthenticatedClient, body: SkillCollectionImportRequest | Mapping[str, object]
) -> SkillCollectionImported:
    """Import a skill collection."""
    return (await asyncio_detailed(client=client, body=body)).parsed
