# Written by scripts/generate.py from spec/openapi.yaml. Do not edit: change that, and run `make generate`.
"""GET /projects/{project}/ai-search/usage"""

from __future__ import annotations

from typing import Any

from ... import api, models
from ... import arguments as _arguments
from ... import encoding as _encoding
from ... import parameters as _parameters
from ...operation import Operation, Request
from ...types import Response


def request(project: str, *, range: str | None = None) -> Request:
    """Encode one request."""
    _arguments.check(("project", project, str), ("range", range, str))
    return Request(
        path=f"/projects/{_encoding.path_segment(project, 'project')}/ai-search/usage",
        query=_parameters.query_pairs(("range", range)),
    )


def _reply_200(value: Any) -> models.AiSearchUsage:
    from ...models.ai_search_usage import AiSearchUsage

    return AiSearchUsage.from_dict(value)


def _error(value: Any) -> models.Error:
    from ...models.error import Error

    return Error.from_dict(value)


_ERRORS = {**dict.fromkeys((401, 403, 404, 422, 429, 500), _error)}

OPERATION: Operation[models.AiSearchUsage] = Operation(
    id="ai_search_get_usage",
    method="GET",
    path="/projects/{project}/ai-search/usage",
    base="/..",
    replies={200: _reply_200},
    idempotent=True,
    errors=_ERRORS,
)


def sync_detailed(
    project: str, *, client: api.AuthenticatedClient, range: str | None = None
) -> Response[models.AiSearchUsage]:
    """Get AI Search usage; returns the reply with status and headers."""
    return client.send(OPERATION, request(project, range=range))


def sync(project: str, *, client: api.AuthenticatedClient, range: str | None = None) -> models.AiSearchUsage:
    """Get AI Search usage."""
    return sync_detailed(project, client=client, range=range).parsed


async def asyncio_detailed(
    project: str, *, client: api.AuthenticatedClient, range: str | None = None
) -> Response[models.AiSearchUsage]:
    """Get AI Search usage; returns the reply with status and headers."""
    return await client.send_async(OPERATION, request(project, range=range))


async def asyncio(project: str, *, client: api.AuthenticatedClient, range: str | None = None) -> models.AiSearchUsage:
    """Get AI Search usage."""
    return (await asyncio_detailed(project, client=client, range=range)).parsed
