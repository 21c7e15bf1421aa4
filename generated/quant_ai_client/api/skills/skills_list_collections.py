# Written by scripts/generate.py from spec/openapi.yaml. Do not edit: change that, and run `make generate`.
"""GET /skills/collections"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ...operation import Operation, Request

if TYPE_CHECKING:
    from ...client import AuthenticatedClient
    from ...models.error import Error
    from ...models.skill_collection_list import SkillCollectionList
    from ...types import Response


def request() -> Request:
    """Encode one request."""
    return Request(path="/skills/collections")


def _reply_200(value: Any) -> SkillCollectionList:
    from ...models.skill_collection_list import SkillCollectionList

    return SkillCollectionList.from_dict(value)


def _error(value: Any) -> Error:
    from ...models.error import Error

    return Error.from_dict(value)


_ERRORS = {**dict.fromkeys((401, 403, 429, 500), _error)}

OPERATION: Operation[SkillCollectionList] = Operation(
    id="skills_list_collections",
    method="GET",
    path="/skills/collections",
    replies={200: _reply_200},
    idempotent=True,
    errors=_ERRORS,
)


def sync_detailed(*, client: AuthenticatedClient) -> Response[SkillCollectionList]:
    """List skill collections; returns the reply with status and headers."""
    return client.send(OPERATION, request())


def sync(*, client: AuthenticatedClient) -> SkillCollectionList:
    """List skill collections."""
    return sync_detailed(client=client).parsed


async def asyncio_detailed(*, client: AuthenticatedClient) -> Response[SkillCollectionList]:
    """List skill collections; returns the reply with status and headers."""
    return await client.send_async(OPERATION, request())


async def asyncio(*, client: AuthenticatedClient) -> SkillCollectionList:
    """List skill collections."""
    return (await asyncio_detailed(client=client)).parsed
