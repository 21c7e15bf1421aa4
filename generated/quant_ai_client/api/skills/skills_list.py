# Written by scripts/generate.py from spec/openapi.yaml. Do not edit: change that, and run `make generate`.
"""GET /skills"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ... import arguments as _arguments
from ... import parameters as _parameters
from ...operation import Operation, Request

if TYPE_CHECKING:
    from ...client import AuthenticatedClient
    from ...models.error import Error
    from ...models.skill_list import SkillList
    from ...types import Response


def request(*, tag: str | None = None, namespace: str | None = None, limit: int | None = None) -> Request:
    """Encode one request."""
    _arguments.check(("tag", tag, str), ("namespace", namespace, str), ("limit", limit, int))
    return Request(
        path="/skills", query=_parameters.query_pairs(("tag", tag), ("namespace", namespace), ("limit", limit))
    )


def _reply_200(value: Any) -> SkillList:
    from ...models.skill_list import SkillList

    return SkillList.from_dict(value)


def _error(value: Any) -> Error:
    from ...models.error import Error

    return Error.from_dict(value)


_ERRORS = {**dict.fromkeys((401, 403, 422, 429, 500), _error)}

OPERATION: Operation[SkillList] = Operation(
    id="skills_list", method="GET", path="/skills", replies={200: _reply_200}, idempotent=True, errors=_ERRORS
)


def sync_detailed(
    *, client: AuthenticatedClient, tag: str | None = None, namespace: str | None = None, limit: int | None = None
) -> Response[SkillList]:
    """List skills; returns the reply with status and headers."""
    return client.send(OPERATION, request(tag=tag, namespace=namespace, limit=limit))


def sync(
    *, client: AuthenticatedClient, tag: str | None = None, namespace: str | None = None, limit: int | None = None
) -> SkillList:
    """List skills."""
    return sync_detailed(client=client, tag=tag, namespace=namespace, limit=limit).parsed


async def asyncio_detailed(
    *, client: AuthenticatedClient, tag: str | None = None, namespace: str | None = None, limit: int | None = None
) -> Response[SkillList]:
    """List skills; returns the reply with status and headers."""
    return await client.send_async(OPERATION, request(tag=tag, namespace=namespace, limit=limit))


async def asyncio(
    *, client: AuthenticatedClient, tag: str | None = None, namespace: str | None = None, limit: int | None = None
) -> SkillList:
    """List skills."""
    return (await asyncio_detailed(client=client, tag=tag, namespace=namespace, limit=limit)).parsed
