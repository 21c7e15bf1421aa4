"""A namespace with an argument, on another server than the rest of the API: AI Search of a project."""

from __future__ import annotations

import copy
import inspect
import pickle
from collections.abc import Iterator
from typing import Any

import pytest

from quant_ai import AsyncQuantAI, ConflictError, ExecutionFailed, NotFoundError, OriginError, QuantAI
from quant_ai.jobs.polling import job_id
from quant_ai_client.api.ai_search import ai_search_get_crawl
from quant_ai_mock import Mock, Organisation, running_mock

from .support.clients import async_client, sync_client
from .support.raw_server import answering, reply, serving

pytestmark = pytest.mark.anyio

CRAWLER = "0b9d4f6e-3c21-4a87-9e50-7d8c6b5a4f32"
SITE = "https://docs.example.com/"
PAGES: list[Any] = [
    {"url": f"{SITE}{number}", "title": f"Page {number}", "content": f"The text of page {number}."}
    for number in range(5)
]
EMPTY = reply(b'{"results": []}')


@pytest.fixture(scope="module")
def mock() -> Iterator[Mock]:
    with running_mock(strict=True) as found:
        yield found


@pytest.fixture
def organisation(mock: Mock) -> Organisation:
    found = mock.organisation()
    found.transitions(crawl="immediate")
    return found


@pytest.fixture
def client(organisation: Organisation) -> Iterator[QuantAI]:
    with QuantAI(
        token=organisation.token, organisation=organisation.name, base_url=organisation.url, strict=True
    ) as found:
        yield found


@pytest.fixture
def asynchronous(organisation: Organisation) -> AsyncQuantAI:
    return AsyncQuantAI(
        token=organisation.token, organisation=organisation.name, base_url=organisation.url, strict=True
    )


def test_a_project_is_chosen_once_for_many_calls(client: QuantAI) -> None:
    search = client.ai_search(project="docs-site")
    assert search.enable(base_url=SITE).page_count == 0
    assert search.ingest_pages(pages=PAGES).ingested == 5
    assert search.search(query="text of page 3", limit=1).results[0].url == f"{SITE}3"
    assert client.ai_search("docs-site").get_status().page_count == 5
    with pytest.raises(ConflictError):
        search.enable(base_url=SITE)


def test_projects_of_one_client_do_not_mix(client: QuantAI) -> None:
    first, second = client.ai_search(project="first"), client.ai_search(project="second")
    first.enable(base_url=SITE)
    with pytest.raises(NotFoundError):
        second.get_status()
    assert first.get_status().project == "first"


async def test_the_same_in_async(asynchronous: AsyncQuantAI) -> None:
    async with asynchronous as client:
        search = client.ai_search(project="docs-site")
        await search.enable(base_url=SITE)
        await search.ingest_pages(pages=PAGES)
        assert (await search.search(query="text of page 3", limit=1)).results[0].url == f"{SITE}3"
        pages = await search.list_pages(limit=2)
        assert [page.url async for page in pages] == [page["url"] for page in PAGES]
        raw = await client.raw(search.get_status)
        assert (raw.status_code, raw.parsed.page_count) == (200, 5)
        crawl = await search.trigger_crawl(crawler_uuid=CRAWLER)
        assert isinstance(crawl.job_id, str)
        assert (await search.wait_for_crawl(crawl.job_id)).status == "completed"


def test_every_page_of_a_list_is_of_the_same_project(client: QuantAI) -> None:
    search = client.ai_search(project="docs-site")
    search.enable(base_url=SITE)
    search.ingest_pages(pages=PAGES)
    page = search.list_pages(limit=2)
    assert (len(page.items), page.has_next_page) == (2, True)
    assert [found.url for found in page] == [given["url"] for given in PAGES]


def test_raw_keeps_the_argument_of_the_namespace(client: QuantAI) -> None:
    search = client.ai_search(project="docs-site")
    search.enable(base_url=SITE)
    raw = client.raw(search.search, query="anything")
    assert (raw.status_code, raw.parsed.query, raw.attempts) == (200, "anything", 1)
    assert raw.request_id
    assert search.get_status().project == "docs-site"


def test_options_hold_for_the_namespace_of_the_client_that_has_them(client: QuantAI, mock: Mock) -> None:
    client.ai_search(project="docs-site").enable(base_url=SITE)
    elsewhere = client.with_options(organisation=mock.organisation().name)
    with pytest.raises(NotFoundError):
        elsewhere.ai_search(project="docs-site").get_status()
    assert client.ai_search(project="docs-site").get_status().enabled


def test_a_crawl_is_waited_for(client: QuantAI, organisation: Organisation) -> None:
    organisation.transitions(crawl={"progression": "polls", "times": 2})
    search = client.ai_search(project="docs-site")
    search.enable(base_url=SITE)
    crawl = search.trigger_crawl(crawler_uuid=CRAWLER)
    assert isinstance(crawl.job_id, str)
    seen: list[Any] = []
    done = search.wait_for_crawl(crawl.job_id, interval=0.001, on_update=lambda state: seen.append(state.status))
    assert seen == ["pending", "running", "completed"]
    assert (done.pages_found, done.pages_failed) == (8, 1)
    failed = search.list_crawl_pages(crawl.job_id, processing_status="failed")
    assert [page.status_code for page in failed.pages] == [404]


def test_a_crawl_that_fails_raises_with_its_error(client: QuantAI) -> None:
    search = client.ai_search(project="docs-site")
    search.enable(base_url="https://docs.example.invalid/")
    crawl = search.trigger_crawl(crawler_uuid=CRAWLER)
    assert isinstance(crawl.job_id, str)
    with pytest.raises(ExecutionFailed, match=r"docs\.example\.invalid"):
        search.wait_for_crawl(crawl.job_id)


@pytest.mark.parametrize(
    "link",
    [
        "{origin}/api/v3/organisations/{name}/projects/docs-site/ai-search/crawls/{id}",
        "/api/v3/organisations/{name}/projects/docs-site/ai-search/crawls/{id}",
        "/projects/docs-site/ai-search/crawls/{id}",
    ],
)
def test_a_crawl_is_waited_for_by_its_url_too(client: QuantAI, organisation: Organisation, link: str) -> None:
    search = client.ai_search(project="docs-site")
    search.enable(base_url=SITE)
    own_id = search.trigger_crawl(crawler_uuid=CRAWLER).job_id
    url = link.format(origin=organisation.url, name=organisation.name, id=own_id)
    assert search.wait_for_crawl(url).job_id == own_id


@pytest.mark.parametrize(
    "link",
    [
        "https://evil.test/api/v3/organisations/acme/projects/docs-site/ai-search/crawls/x",
        "/projects/another/ai-search/crawls/x",
        "/projects/docs-site/ai-search/crawls/x/pages",
        "/projects/docs-site/ai-search/crawls/../../../x",
        "/ai/chat/executions/x",
    ],
)
def test_a_url_that_leads_to_something_else_is_not_polled(link: str) -> None:
    with serving(answering(EMPTY)) as server, sync_client(server.url) as client:
        with pytest.raises(OriginError):
            client.ai_search(project="docs-site").wait_for_crawl(link)
        assert not server.requests


@pytest.mark.parametrize(
    ("base", "target"),
    [
        ("{url}", "/api/v3/organisations/acme/projects/docs-site/ai-search/search"),
        ("{url}/", "/api/v3/organisations/acme/projects/docs-site/ai-search/search"),
        (
            "{url}/api/v3/organizations/{{org}}/ai",
            "/api/v3/organizations/acme/projects/docs-site/ai-search/search",
        ),
        ("{url}/quant/{{org}}/ai/", "/quant/acme/projects/docs-site/ai-search/search"),
    ],
)
async def test_its_server_is_found_for_every_base_url(base: str, target: str) -> None:
    with serving(answering(EMPTY)) as server:
        url = base.format(url=server.url)
        with sync_client(url) as client:
            client.ai_search(project="docs-site").search(query="x")
        async with async_client(url) as other:
            await other.ai_search(project="docs-site").search(query="x")
        assert [request.target for request in server.requests] == [target, target]


def test_a_redirect_to_another_origin_is_not_followed() -> None:
    away = reply(b"", status=307, headers={"Location": "https://evil.test/projects/docs-site/ai-search/search"})
    with (
        serving(answering(away)) as server,
        sync_client(server.url) as client,
        pytest.raises(OriginError, match=r"evil\.test"),
    ):
        client.ai_search(project="docs-site").search(query="x")


@pytest.mark.parametrize("project", ["", ".", ".."])
def test_a_project_cannot_leave_its_place_in_the_url(project: str) -> None:
    with serving(answering(EMPTY)) as server, sync_client(server.url) as client:
        with pytest.raises(ValueError, match="project"):
            client.ai_search(project=project).search(query="x")
        assert not server.requests


def test_a_project_is_one_segment_whatever_it_contains() -> None:
    with serving(answering(EMPTY)) as server, sync_client(server.url) as client:
        client.ai_search(project="a/../b?c").search(query="x")
        assert server.requests[0].target == ("/api/v3/organisations/acme/projects/a%2F..%2Fb%3Fc/ai-search/search")


def test_a_job_has_its_id_although_its_path_has_more_parameters() -> None:
    request = ai_search_get_crawl.request("docs-site", "crawl/7=")
    assert job_id(ai_search_get_crawl.OPERATION, request) == "crawl/7="


@pytest.mark.parametrize("kind", [QuantAI, AsyncQuantAI])
def test_the_project_is_passed_by_name_or_position(kind: Any) -> None:
    parameters = inspect.signature(kind.ai_search).parameters
    assert list(parameters) == ["self", "project"]
    assert parameters["project"].default is inspect.Parameter.empty
    assert "project (str): Machine name" in kind.ai_search.__doc__


def test_errors_name_the_call_with_its_project(client: QuantAI) -> None:
    with pytest.raises(NotFoundError, match="GET /projects/docs-site/ai-search answered 404") as caught:
        client.ai_search(project="docs-site").get_status()
    assert caught.value.code == "AI_SEARCH_NOT_ENABLED"
    assert str(pickle.loads(pickle.dumps(caught.value))) == str(caught.value)


def test_a_copied_namespace_is_of_the_same_project(client: QuantAI) -> None:
    search = client.ai_search(project="docs-site")
    search.enable(base_url=SITE)
    assert copy.copy(search).get_status().project == "docs-site"
