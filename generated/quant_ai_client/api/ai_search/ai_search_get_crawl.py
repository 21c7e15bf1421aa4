# Written by scripts/generate.py from spec/openapi.yaml. Do not edit: change that, and run `make generate`.
"""GET /projects/{project}/ai-search/crawls/{jobId}"""

from __future__ import annotations

from typing import Any

from ... import api, models
from ... import arguments as _arguments
from ... import encoding as _encoding
from ...operation import Operation, Polling, Request
from ...types import Response


def request(project: str, job_id: str) -> Request:
    """Encode one request."""
    _arguments.check(("project", project, str), ("job_id", job_id, str))
    return Request(
        path=f"/projects/{_encoding.path_segment(project, 'project')}"
        f"/ai-search/crawls/{_encoding.path_segment(job_id, 'job_id')}"
    )


def _reply_200(value: Any) -> models.AiSearchCrawl:
    from ...models.ai_search_crawl import AiSearchCrawl

    return AiSearchCrawl.from_dict(value)


def _error(value: Any) -> models.Error:
    from ...models.error import Error

    return Error.from_dict(value)


_ERRORS = {**dict.fromkeys((401, 403, 404, 429, 500), _error)}

OPERATION: Operation[models.AiSearchCrawl] = Operation(
    id="ai_search_get_crawl",
    method="GET",
    path="/projects/{project}/ai-search/crawls/{jobId}",
    base="/..",
    replies={200: _reply_200},
    idempotent=True,
    polling=Polling(
        state="status",
        succeeded=("completed", "complete"),
        failed=("failed",),
        error="error",
        first_interval=2.0,
        max_interval=30.0,
        deadline=1800.0,
    ),
    errors=_ERRORS,
)


def sync_detailed(project: str, job_id: str, *, client: api.AuthenticatedClient) -> Response[models.AiSearchCrawl]:
    """Get a crawl; returns the reply with status and headers."""
    return client.send(OPERATION, request(project, job_id))


def sync(project: str, job_id: str, *, client: api.AuthenticatedClient) -> models.AiSearchCrawl:
    """Get a crawl."""
    return sync_detailed(project, job_id, client=client).parsed


async def asyncio_detailed(
    project: str, job_id: str, *, client: api.AuthenticatedClient
) -> Response[models.AiSearchCrawl]:
    """Get a crawl; returns the reply with status and headers."""
    return await client.send_async(OPERATION, request(project, job_id))


async def asyncio(project: str, job_id: str, *, client: api.AuthenticatedClient) -> models.AiSearchCrawl:
    """Get a crawl."""
    return (await asyncio_detailed(project, job_id, client=client)).parsed
