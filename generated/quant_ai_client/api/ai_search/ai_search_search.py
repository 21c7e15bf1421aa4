# Written by scripts/generate.py from spec/openapi.yaml. Do not edit: change that, and run `make generate`.
"""POST /projects/{project}/ai-search/search"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from ... import api, models
from ... import arguments as _arguments
from ... import encoding as _encoding
from ...operation import Operation, Request
from ...types import Response


def request(project: str, *, body: models.AiSearchSearchRequest | Mapping[str, object]) -> Request:
    """Encode one request."""
    from ...models.ai_search_search_request import AiSearchSearchRequest

    _arguments.check(("project", project, str))
    return Request(
        path=f"/projects/{_encoding.path_segment(project, 'project')}/ai-search/search",
        body=_arguments.encoded(body, AiSearchSearchRequest),
    )


def _reply_200(value: Any) -> models.AiSearchResults:
    from ...models.ai_search_results import AiSearchResults

    return AiSearchResults.from_dict(value)


def _error(value: Any) -> models.Error:
    from ...models.error import Error

    return Error.from_dict(value)


_ERRORS = {**dict.fromkeys((400, 401, 403, 404, 422, 429, 500), _error)}

OPERATION: Operation[models.AiSearchResults] = Operation(
    id="ai_search_search",
    method="POST",
    path="/projects/{project}/ai-search/search",
    base="/..",
    replies={200: _reply_200},
    errors=_ERRORS,
)


def sync_detailed(
    project: str, *, client: api.AuthenticatedClient, body: models.AiSearchSearchRequest | Mapping[str, object]
) -> Response[models.AiSearchResults]:
    """Search the pages; returns the reply with status and headers."""
    return client.send(OPERATION, request(project, body=body))


def sync(
    project: str, *, client: api.AuthenticatedClient, body: models.AiSearchSearchRequest | Mapping[str, object]
) -> models.AiSearchResults:
    """Search the pages."""
    return sync_detailed(project, client=client, body=body).parsed


async def asyncio_detailed(
    project: str, *, client: api.AuthenticatedClient, body: models.AiSearchSearchRequest | Mapping[str, object]
) -> Response[models.AiSearchResults]:
    """Search the pages; returns the reply with status and headers."""
    return await client.send_async(OPERATION, request(project, body=body))


async def asyncio(
    project: str, *, client: api.AuthenticatedClient, body: models.AiSearchSearchRequest | Mapping[str, object]
) -> models.AiSearchResults:
    """Search the pages."""
    return (await asyncio_detailed(project, client=client, body=body)).parsed
