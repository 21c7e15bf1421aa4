# Written by scripts/generate.py from spec/openapi.yaml. Do not edit: change that, and run `make generate`.
"""GET /projects/{project}/ai-search/crawls/{jobId}/pages"""

from __future__ import annotations

from typing import Any

from ... import api, models
from ... import arguments as _arguments
from ... import encoding as _encoding
from ... import parameters as _parameters
from ...operation import Operation, Request
from ...types import Response


def request(
    project: str,
    job_id: str,
    *,
    limit: int | None = None,
    status_code: int | None = None,
    processing_status: str | None = None,
) -> Request:
    """Encode one request."""
    _arguments.check(
        ("project", project, str),
        ("job_id", job_id, str),
        ("limit", limit, int),
        ("status_code", status_code, int),
        ("processing_status", processing_status, str),
    )
    return Request(
        path=f"/projects/{_encoding.path_segment(project, 'project')}"
        f"/ai-search/crawls/{_encoding.path_segment(job_id, 'job_id')}/pages",
        query=_parameters.query_pairs(
            ("limit", limit), ("statusCode", status_code), ("processingStatus", processing_status)
        ),
    )


def _reply_200(value: Any) -> models.AiSearchCrawlPageList:
    from ...models.ai_search_crawl_page_list import AiSearchCrawlPageList

    return AiSearchCrawlPageList.from_dict(value)


def _error(value: Any) -> models.Error:
    from ...models.error import Error

    return Error.from_dict(value)


_ERRORS = {**dict.fromkeys((401, 403, 404, 422, 429, 500), _error)}

OPERATION: Operation[models.AiSearchCrawlPageList] = Operation(
    id="ai_search_list_crawl_pages",
    method="GET",
    path="/projects/{project}/ai-search/crawls/{jobId}/pages",
    base="/..",
    replies={200: _reply_200},
    idempotent=True,
    errors=_ERRORS,
)


def sync_detailed(
    project: str,
    job_id: str,
    *,
    client: api.AuthenticatedClient,
    limit: int | None = None,
    status_code: int | None = None,
    processing_status: str | None = None,
) -> Response[models.AiSearchCrawlPageList]:
    """List crawled pages; returns the reply with status and headers."""
    return client.send(
        OPERATION, request(project, job_id, limit=limit, status_code=status_code, processing_status=processing_status)
    )


def sync(
    project: str,
    job_id: str,
    *,
    client: api.AuthenticatedClient,
    limit: int | None = None,
    status_code: int | None = None,
    processing_status: str | None = None,
) -> models.AiSearchCrawlPageList:
    """List crawled pages."""
    return sync_detailed(
        project, job_id, client=client, limit=limit, status_code=status_code, processing_status=processing_status
    ).parsed


async def asyncio_detailed(
    project: str,
    job_id: str,
    *,
    client: api.AuthenticatedClient,
    limit: int | None = None,
    status_code: int | None = None,
    processing_status: str | None = None,
) -> Response[models.AiSearchCrawlPageList]:
    """List crawled pages; returns the reply with status and headers."""
    return await client.send_async(
        OPERATION, request(project, job_id, limit=limit, status_code=status_code, processing_status=processing_status)
    )


async def asyncio(
    project: str,
    job_id: str,
    *,
    client: api.AuthenticatedClient,
    limit: int | None = None,
    status_code: int | None = None,
    processing_status: str | None = None,
) -> models.AiSearchCrawlPageList:
    """List crawled pages."""
    return (
        await asyncio_detailed(
            project, job_id, client=client, limit=limit, status_code=status_code, processing_status=processing_status
        )
    ).parsed
