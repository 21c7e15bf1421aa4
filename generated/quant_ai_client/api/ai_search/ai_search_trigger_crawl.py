# Written by scripts/generate.py from spec/openapi.yaml. Do not edit: change that, and run `make generate`.
"""POST /projects/{project}/ai-search/crawls"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from ... import api, models
from ... import arguments as _arguments
from ... import encoding as _encoding
from ...operation import Operation, Request
from ...types import Response


def request(project: str, *, body: models.AiSearchTriggerCrawlRequest | Mapping[str, object]) -> Request:
    """Encode one request."""
    from ...models.ai_search_trigger_crawl_request import AiSearchTriggerCrawlRequest

    _arguments.check(("project", project, str))
    return Request(
        path=f"/projects/{_encoding.path_segment(project, 'project')}/ai-search/crawls",
        body=_arguments.encoded(body, AiSearchTriggerCrawlRequest),
    )


def _reply_200(value: Any) -> models.AiSearchCrawl:
    from ...models.ai_search_crawl import AiSearchCrawl

    return AiSearchCrawl.from_dict(value)


def _error(value: Any) -> models.Error:
    from ...models.error import Error

    return Error.from_dict(value)


_ERRORS = {**dict.fromkeys((400, 401, 403, 404, 422, 429, 500), _error)}

OPERATION: Operation[models.AiSearchCrawl] = Operation(
    id="ai_search_trigger_crawl",
    method="POST",
    path="/projects/{project}/ai-search/crawls",
    base="/..",
    replies={200: _reply_200},
    errors=_ERRORS,
)


def sync_detailed(
    project: str, *, client: api.AuthenticatedClient, body: models.AiSearchTriggerCrawlRequest | Mapping[str, object]
) -> Response[models.AiSearchCrawl]:
    """Start a crawl; returns the reply with status and headers."""
    return client.send(OPERATION, request(project, body=body))


def sync(
    project: str, *, client: api.AuthenticatedClient, body: models.AiSearchTriggerCrawlRequest | Mapping[str, object]
) -> models.AiSearchCrawl:
    """Start a crawl."""
    return sync_detailed(project, client=client, body=body).parsed


async def asyncio_detailed(
    project: str, *, client: api.AuthenticatedClient, body: models.AiSearchTriggerCrawlRequest | Mapping[str, object]
) -> Response[models.AiSearchCrawl]:
    """Start a crawl; returns the reply with status and headers."""
    return await client.send_async(OPERATION, request(project, body=body))


async def asyncio(
    project: str, *, client: api.AuthenticatedClient, body: models.AiSearchTriggerCrawlRequest | Mapping[str, object]
) -> models.AiSearchCrawl:
    """Start a crawl."""
    return (await asyncio_detailed(project, client=client, body=body)).parsed
