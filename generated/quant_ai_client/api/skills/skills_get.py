# Written by scripts/generate.py from spec/openapi.yaml. Do not edit: change that, and run `make generate`.
"""GET /skills/{skillId}"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ... import arguments as _arguments
from ... import encoding as _encoding
from ...operation import Operation, Request

if TYPE_CHECKING:
    from ...client import AuthenticatedClient
    from ...models.error import Error
    from ...models.skill_envelope import SkillEnvelope
    from ...types import Response


def request(skill_id: str) -> Request:
    """Encode one request."""
    _arguments.check(("skill_id", skill_id, str))
    return Request(path=f"/skills/{_encoding.path_segment(skill_id, 'skill_id')}")


def _reply_200(value: Any) -> SkillEnvelope:
    from ...models.skill_envelope import SkillEnvelope

    return SkillEnvelope.from_dict(value)


def _error(value: Any) -> Error:
    from ...models.error import Error

    return Error.from_dict(value)


_ERRORS = {**dict.fromkeys((401, 403, 404, 429, 500), _error)}

OPERATION: Operation[SkillEnvelope] = Operation(
    id="skills_get", method="GET", path="/skills/{skillId}", replies={200: _reply_200}, idempotent=True, errors=_ERRORS
)


def sync_detailed(skill_id: str, *, client: AuthenticatedClient) -> Response[SkillEnvelope]:
    """Get a skill; returns the reply with status and headers."""
    return client.send(OPERATION, request(skill_id))


def sync(skill_id: str, *, client: AuthenticatedClient) -> SkillEnvelope:
    """Get a skill."""
    return sync_detailed(skill_id, client=client).parsed


async def asyncio_detailed(skill_id: str, *, client: AuthenticatedClient) -> Response[SkillEnvelope]:
    """Get a skill; returns the reply with status and headers."""
    return await client.send_async(OPERATION, request(skill_id))


async def asyncio(skill_id: str, *, client: AuthenticatedClient) -> SkillEnvelope:
    """Get a skill."""
    return (await asyncio_detailed(skill_id, client=client)).parsed
