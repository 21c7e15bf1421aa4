# Written by scripts/generate.py from spec/openapi.yaml. Do not edit: change that, and run `make generate`.
"""POST /projects/{project}/ai-search/enable"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from ... import api, models
from ... import arguments as _arguments
from ... import encoding as _encoding
from ...operation import Operation, Request
from ...types import UNSET, Response


def request(project: str, *, body: models.AiSearchEnableRequest | Mapping[str, object] | None = None) -> Request:
    """Encode one request."""
    from ...models.ai_search_enable_request import AiSearchEnableRequest

    _arguments.check(("project", project, str))
    return Request(
        path=f"/projects/{_encoding.path_segment(project, 'project')}/ai-search/enable",
        body=_arguments.encoded(body or {}, AiSearchEnableRequest) or UNSET,
    )


def _reply_200(value: Any) -> models.AiSearchStatus:
    from ...models.ai_search_status import AiSearchStatus

    return AiSearchStatus.from_dict(value)


def _error(value: Any) -> models.Error:
    from ...models.error import Error

    return Error.from_dict(value)


_ERRORS = {**dict.fromkeys((400, 401, 403, 404, 409, 422, 429, 500), _error)}

OPERATION: Operation[models.AiSearchStatus] = Operation(
    id="ai_search_enable",
    method="POST",
    path="/projects/{project}/ai-search/enable",
    base="/..",
    replies={200: _reply_200},
    idempotent=True,
    errors=_ERRORS,
)


def sync_detailed(
    project: str,
    *,
    client: api.AuthenticatedClient,
    body: models.AiSearchEnableRequest | Mapping[str, object] | None = None,
) -> Response[models.AiSearchStatus]:
    """Enable AI Search for a project; returns the reply with status and headers."""
    return client.send(OPERATION, request(project, body=body))


def sync(
    project: str,
    *,
    client: api.AuthenticatedClient,
    body: models.AiSearchEnableRequest | Mapping[str, object] | None = None,
) -> models.AiSearchStatus:
    """Enable AI Search for a project."""
    return sync_detailed(project, client=client, body=body).parsed


async def asyncio_detailed(
    project: str,
    *,
    client: api.AuthenticatedClient,
    body: models.AiSearchEnableRequest | Mapping[str, object] | None = None,
) -> Response[models.AiSearchStatus]:
    """Enable AI Search for a project; returns the reply with status and headers."""
    return await client.send_async(OPERATION, request(project, body=body))


async def asyncio(
    project: str,
    *,
    client: api.AuthenticatedClient,
    body: models.AiSearchEnableRequest | Mapping[str, object] | None = None,
) -> models.AiSearchStatus:
    """Enable AI Search for a project."""
    return (await asyncio_detailed(project, client=client, body=body)).parsed
