# Written by scripts/generate.py from spec/openapi.yaml. Do not edit: change that, and run `make generate`.
from __future__ import annotations

from typing import TYPE_CHECKING

from ..types import UNSET

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from ..models.ai_search_chat_reply import AiSearchChatReply
    from ..models.ai_search_crawl import AiSearchCrawl
    from ..models.ai_search_crawl_list import AiSearchCrawlList
    from ..models.ai_search_crawl_page_list import AiSearchCrawlPageList
    from ..models.ai_search_crawler_config import AiSearchCrawlerConfig, AiSearchCrawlerConfigParam
    from ..models.ai_search_disabled import AiSearchDisabled
    from ..models.ai_search_ingested import AiSearchIngested
    from ..models.ai_search_page import AiSearchPage
    from ..models.ai_search_page_input import AiSearchPageInput, AiSearchPageInputParam
    from ..models.ai_search_page_list import AiSearchPageList
    from ..models.ai_search_pages_deleted import AiSearchPagesDeleted
    from ..models.ai_search_processing_status import AiSearchProcessingStatus
    from ..models.ai_search_public_access import AiSearchPublicAccess, AiSearchPublicAccessParam
    from ..models.ai_search_rate_limits import AiSearchRateLimits, AiSearchRateLimitsParam
    from ..models.ai_search_results import AiSearchResults
    from ..models.ai_search_settings import AiSearchSettings
    from ..models.ai_search_status import AiSearchStatus
    from ..models.ai_search_top_queries import AiSearchTopQueries
    from ..models.ai_search_usage import AiSearchUsage
    from ..protocol import AsyncCaller, AsyncPage
    from ..types import Unset


class AsyncAiSearch:
    """Search and answers over the pages of one project's site, fetched by a crawler or sent by you. The
    service does not publish these replies; expect further members, and miss those that are not required.
    """

    def __init__(self, caller: AsyncCaller, project: str) -> None:
        self._caller = caller
        self._project = project

    async def get_status(self) -> AiSearchStatus:
        """Get the state of AI Search.

        Says whether AI Search is enabled for the project, which site it covers and how much it has indexed. A
        project for which it is not enabled is answered with 404, here as in every operation of AI Search but
        the one that enables it.

        Returns:
            AI Search is enabled; this is what it holds.

        Raises:
            401: The token is missing, unknown, expired or revoked.
            403: The token is valid but may not do this: it lacks a scope or permission, belongs to another
                organisation, or the organisation's policy refuses (AI switched off, model barred, budget used
                up).
            404: AI Search is not enabled for this project, or there is no such project.
            429: Too many requests in too short a time.
            500: The service failed, not the request.

        Example:
            await client.ai_search(project="docs-site").get_status()
        """
        from ..api.ai_search import ai_search_get_status as _operation

        request = _operation.request(self._project)
        return await self._caller.call(_operation.OPERATION, request)

    async def enable(
        self,
        *,
        base_url: str | Unset = UNSET,
        crawler_config: AiSearchCrawlerConfig | AiSearchCrawlerConfigParam | Unset = UNSET,
    ) -> AiSearchStatus:
        """Enable AI Search for a project.

        Turns AI Search on for a site. Nothing is indexed yet: trigger a crawl, or ingest pages yourself.

        `baseUrl` is needed the first time; without it the answer is 400. A project that was enabled before
        keeps its base URL, its configuration and its pages. One that is enabled already is answered with 409.

        Args:
            base_url (str): Address of the site, where crawls begin. Needed the first time; later on, the one
                that is known is kept.
            crawler_config (AiSearchCrawlerConfig | AiSearchCrawlerConfigParam): What a crawl may fetch. The
                service does not publish its members; these two are assumed, and others are passed on to the
                crawler.

        Returns:
            AI Search is enabled.

        Raises:
            400: The body is not JSON, or the project has no base URL yet and the request names none.
            401: The token is missing, unknown, expired or revoked.
            403: The token is valid but may not do this: it lacks a scope or permission, belongs to another
                organisation, or the organisation's policy refuses (AI switched off, model barred, budget used
                up).
            404: The organisation has no project of this name.
            409: AI Search is enabled for this project already.
            422: The body, or a query parameter, does not fit what this operation takes.
            429: Too many requests in too short a time.
            500: The service failed, not the request.

        Example:
            await client.ai_search(project="docs-site").enable(
                base_url="https://docs.example.com/",
                crawler_config={"maxPages": 500, "exclude": ["https://docs.example.com/drafts/*"]},
            )
        """
        from ..api.ai_search import ai_search_enable as _operation

        body = {"baseUrl": base_url, "crawlerConfig": crawler_config}
        request = _operation.request(self._project, body=body)
        return await self._caller.call(_operation.OPERATION, request)

    async def disable(self) -> AiSearchDisabled:
        """Disable AI Search for a project.

        Turns AI Search off. Searches and chats are answered with 404 from now on, and crawls that are under way
        end. The pages stay, for the day when it is enabled again; to remove them, purge the index before.

        Returns:
            AI Search is off.

        Raises:
            401: The token is missing, unknown, expired or revoked.
            403: The token is valid but may not do this: it lacks a scope or permission, belongs to another
                organisation, or the organisation's policy refuses (AI switched off, model barred, budget used
                up).
            404: AI Search is not enabled for this project, or there is no such project.
            429: Too many requests in too short a time.
            500: The service failed, not the request.

        Example:
            await client.ai_search(project="docs-site").disable()
        """
        from ..api.ai_search import ai_search_disable as _operation

        request = _operation.request(self._project)
        return await self._caller.call(_operation.OPERATION, request)

    async def get_settings(self) -> AiSearchSettings:
        """Get the settings of AI Search.

        Returns who may search beside the holders of a token, and how often.

        Returns:
            The settings.

        Raises:
            401: The token is missing, unknown, expired or revoked.
            403: The token is valid but may not do this: it lacks a scope or permission, belongs to another
                organisation, or the organisation's policy refuses (AI switched off, model barred, budget used
                up).
            404: AI Search is not enabled for this project, or there is no such project.
            429: Too many requests in too short a time.
            500: The service failed, not the request.

        Example:
            await client.ai_search(project="docs-site").get_settings()
        """
        from ..api.ai_search import ai_search_get_settings as _operation

        request = _operation.request(self._project)
        return await self._caller.call(_operation.OPERATION, request)

    async def update_settings(
        self,
        *,
        public_access: AiSearchPublicAccess | AiSearchPublicAccessParam | Unset = UNSET,
        rate_limits: AiSearchRateLimits | AiSearchRateLimitsParam | Unset = UNSET,
    ) -> AiSearchSettings:
        """Change the settings of AI Search.

        Replaces `publicAccess`, `rateLimits` or both. One that is left out stays as it is; one that is given is
        replaced as a whole.

        Args:
            public_access (AiSearchPublicAccess | AiSearchPublicAccessParam): Whether visitors may search
                without a token. The service does not publish its members; these are assumed, and others are
                kept as they are.
            rate_limits (AiSearchRateLimits | AiSearchRateLimitsParam): How often one visitor may search or ask.
                The service does not publish its members; these are assumed, and others are kept as they are.

        Returns:
            The settings as they are now.

        Raises:
            400: The body is not JSON, or the service cannot act on the request in the present state of what it
                addresses.
            401: The token is missing, unknown, expired or revoked.
            403: The token is valid but may not do this: it lacks a scope or permission, belongs to another
                organisation, or the organisation's policy refuses (AI switched off, model barred, budget used
                up).
            404: AI Search is not enabled for this project, or there is no such project.
            422: The body, or a query parameter, does not fit what this operation takes.
            429: Too many requests in too short a time.
            500: The service failed, not the request.

        Example:
            await client.ai_search(project="docs-site").update_settings(
                public_access={"enabled": True, "allowedOrigins": ["https://docs.example.com"]},
                rate_limits={"perMinute": 20, "perDay": 2000},
            )
        """
        from ..api.ai_search import ai_search_update_settings as _operation

        body = {"publicAccess": public_access, "rateLimits": rate_limits}
        request = _operation.request(self._project, body=body)
        return await self._caller.call(_operation.OPERATION, request)

    async def list_pages(
        self, *, limit: int | Unset = UNSET, cursor: str | Unset = UNSET, search: str | Unset = UNSET
    ) -> AsyncPage[AiSearchPage, AiSearchPageList]:
        """List the indexed pages.

        Returns what is known of the pages in the index, a page of the list at a time, without their content.
        `search` narrows the list by address and title.

        Args:
            limit (int): The largest number of pages in one reply. 1 to 200. Server default: 50.
            cursor (str): The `nextCursor` of the page before; leave it out for the first page. Keep the other
                parameters as they were, and do not build a cursor yourself.
            search (str): Only pages whose address or title contains this text, in whichever case.

        Returns:
            A page of the list.

        Raises:
            401: The token is missing, unknown, expired or revoked.
            403: The token is valid but may not do this: it lacks a scope or permission, belongs to another
                organisation, or the organisation's policy refuses (AI switched off, model barred, budget used
                up).
            404: AI Search is not enabled for this project, or there is no such project.
            422: The body, or a query parameter, does not fit what this operation takes.
            429: Too many requests in too short a time.
            500: The service failed, not the request.

        Example:
            await client.ai_search(project="docs-site").list_pages()
        """
        from ..api.ai_search import ai_search_list_pages as _operation

        request = _operation.request(self._project, limit=limit, cursor=cursor, search=search)
        return await self._caller.page(_operation.OPERATION, request, _operation.items)

    async def ingest_pages(
        self, *, pages: Sequence[AiSearchPageInput | AiSearchPageInputParam], job_id: str | Unset = UNSET
    ) -> AiSearchIngested:
        """Put pages into the index.

        Indexes content that you send, such as pages behind a login that no crawler reaches. Each page is cut
        into chunks, embedded and searchable when the reply comes. A page whose `url` is in the index already
        takes its place, so a lost request may be sent again.

        Args:
            pages (Sequence[AiSearchPageInput | AiSearchPageInputParam]): The pages, at least one.
            job_id (str): A crawl that the pages belong to, be it the service's or one of your own: they are
                listed with its pages.

        Returns:
            What became of the pages.

        Raises:
            400: The body is not JSON, or the service cannot act on the request in the present state of what it
                addresses.
            401: The token is missing, unknown, expired or revoked.
            403: The token is valid but may not do this: it lacks a scope or permission, belongs to another
                organisation, or the organisation's policy refuses (AI switched off, model barred, budget used
                up).
            404: AI Search is not enabled for this project, or there is no such project.
            422: The body, or a query parameter, does not fit what this operation takes.
            429: Too many requests in too short a time.
            500: The service failed, not the request.
            502: The index could not be reached, so nothing of the request was kept.

        Example:
            await client.ai_search(project="docs-site").ingest_pages(
                pages=[
                    {
                        "url": "https://docs.example.com/cache/purge",
                        "title": "Purge the cache",
                        "content": "Open the project, choose Cache and press Purge. A purge of one page takes a s...",
                        "contentType": "text/html",
                        "fetchedAt": "2026-06-12T09:40:51Z",
                        "summary": "How to purge one page, a folder or a whole site.",
                        "tags": ["cache"],
                        "topics": ["operations"],
                    },
                    {
                        "url": "https://docs.example.com/opening-hours",
                        "title": "Opening hours",
                        "content": "The Hobart office opens at 9 am on weekdays and at 10 am on Saturdays.",
                    },
                ],
            )
        """
        from ..api.ai_search import ai_search_ingest_pages as _operation

        body = {"pages": pages, "jobId": job_id}
        request = _operation.request(self._project, body=body)
        return await self._caller.call(_operation.OPERATION, request)

    async def delete_pages(
        self, *, urls: Sequence[str] | Unset = UNSET, patterns: Sequence[str] | Unset = UNSET
    ) -> AiSearchPagesDeleted:
        """Take pages out of the index.

        Removes the pages whose address is in `urls` or fits one of `patterns`, with their chunks. What is not
        there is passed over. A later crawl may bring a page back.

        Args:
            urls (Sequence[str]): Addresses of pages.
            patterns (Sequence[str]): Patterns of addresses; `*` stands for any characters.

        Returns:
            They are out of the index.

        Raises:
            400: The body is not JSON, or the service cannot act on the request in the present state of what it
                addresses.
            401: The token is missing, unknown, expired or revoked.
            403: The token is valid but may not do this: it lacks a scope or permission, belongs to another
                organisation, or the organisation's policy refuses (AI switched off, model barred, budget used
                up).
            404: AI Search is not enabled for this project, or there is no such project.
            422: The body, or a query parameter, does not fit what this operation takes.
            429: Too many requests in too short a time.
            500: The service failed, not the request.

        Example:
            await client.ai_search(project="docs-site").delete_pages(
                urls=["https://docs.example.com/cache/purge"],
            )
        """
        from ..api.ai_search import ai_search_delete_pages as _operation

        body = {"urls": urls, "patterns": patterns}
        request = _operation.request(self._project, body=body)
        return await self._caller.call(_operation.OPERATION, request)

    async def purge_index(self) -> AiSearchPagesDeleted:
        """Empty the index.

        Removes every page of the project from the index. AI Search stays enabled, with its settings, its usage
        and its list of crawls; crawl or ingest to fill it again.

        Returns:
            The index is empty.

        Raises:
            401: The token is missing, unknown, expired or revoked.
            403: The token is valid but may not do this: it lacks a scope or permission, belongs to another
                organisation, or the organisation's policy refuses (AI switched off, model barred, budget used
                up).
            404: AI Search is not enabled for this project, or there is no such project.
            429: Too many requests in too short a time.
            500: The service failed, not the request.

        Example:
            await client.ai_search(project="docs-site").purge_index()
        """
        from ..api.ai_search import ai_search_purge_index as _operation

        request = _operation.request(self._project)
        return await self._caller.call(_operation.OPERATION, request)

    async def search(
        self, *, query: str, limit: int | Unset = UNSET, min_score: float | Unset = UNSET
    ) -> AiSearchResults:
        """Search the pages.

        Finds the pages that are closest in meaning to a question or to some words, best first. A page is found
        by its best chunk, of which `snippet` shows a part. Searching again does no harm; each search counts in
        the usage.

        Args:
            query (str): A question, or some words.
            limit (int): The largest number of results. 1 to 50. Server default: 10.
            min_score (float): Only results with at least this score. 0 to 1.

        Returns:
            The pages found; an empty list if none is close enough.

        Raises:
            400: The body is not JSON, or the service cannot act on the request in the present state of what it
                addresses.
            401: The token is missing, unknown, expired or revoked.
            403: The token is valid but may not do this: it lacks a scope or permission or belongs to another
                organisation, or the organisation's governance refuses, and `code` says why: `AI_DISABLED`,
                `MODEL_NOT_ALLOWED` or `BUDGET_EXCEEDED`.
            404: AI Search is not enabled for this project, or there is no such project.
            422: The body, or a query parameter, does not fit what this operation takes.
            429: Too many requests in too short a time.
            500: The service failed, not the request.

        Example:
            await client.ai_search(project="docs-site").search(query="purge one page")
        """
        from ..api.ai_search import ai_search_search as _operation

        body = {"query": query, "limit": limit, "minScore": min_score}
        request = _operation.request(self._project, body=body)
        return await self._caller.call(_operation.OPERATION, request)

    async def chat(
        self,
        *,
        message: str,
        session_id: str | Unset = UNSET,
        context_url: str | Unset = UNSET,
        max_context_chunks: int | Unset = UNSET,
    ) -> AiSearchChatReply:
        """Ask about the pages.

        Answers a question from the pages of the index, and says which pages the answer rests on. Where no page
        helps, the answer says so and `sources` is empty.

        Without a `sessionId` a conversation begins; the reply holds its id, to be sent with the next question.
        Each call is a turn of its own and is billed, so do not repeat one whose reply was lost.

        Args:
            message (str): The question.
            session_id (str): The conversation that it belongs to, from the reply before; left out, a new one
                begins.
            context_url (str): The page that the visitor looks at; what it says is considered first, if it is
                indexed.
            max_context_chunks (int): The largest number of chunks that the answer may rest on. 1 to 20. Server
                default: 5.

        Returns:
            The answer.

        Raises:
            400: The body is not JSON, or the service cannot act on the request in the present state of what it
                addresses.
            401: The token is missing, unknown, expired or revoked.
            403: The token is valid but may not do this: it lacks a scope or permission or belongs to another
                organisation, or the organisation's governance refuses, and `code` says why: `AI_DISABLED`,
                `MODEL_NOT_ALLOWED` or `BUDGET_EXCEEDED`.
            404: AI Search is not enabled for this project, or there is no such project.
            422: The body, or a query parameter, does not fit what this operation takes.
            429: Too many requests in too short a time.
            500: The service failed, not the request.

        Example:
            await client.ai_search(project="docs-site").chat(message="How long does a purge take?")
        """
        from ..api.ai_search import ai_search_chat as _operation

        body = {
            "message": message,
            "sessionId": session_id,
            "contextUrl": context_url,
            "maxContextChunks": max_context_chunks,
        }
        request = _operation.request(self._project, body=body)
        return await self._caller.call(_operation.OPERATION, request)

    async def get_usage(self, *, range: str | Unset = UNSET) -> AiSearchUsage:
        """Get the usage of AI Search.

        Returns how often the project was searched and asked in the time up to now, in total and day by day
        (UTC), and how many tokens that took.

        Args:
            range (str): How far back to look from now, as a number of hours (`h`) or days (`d`). Server
                default: "30d".

        Returns:
            The usage.

        Raises:
            401: The token is missing, unknown, expired or revoked.
            403: The token is valid but may not do this: it lacks a scope or permission, belongs to another
                organisation, or the organisation's policy refuses (AI switched off, model barred, budget used
                up).
            404: AI Search is not enabled for this project, or there is no such project.
            422: The body, or a query parameter, does not fit what this operation takes.
            429: Too many requests in too short a time.
            500: The service failed, not the request.

        Example:
            await client.ai_search(project="docs-site").get_usage()
        """
        from ..api.ai_search import ai_search_get_usage as _operation

        request = _operation.request(self._project, range=range)
        return await self._caller.call(_operation.OPERATION, request)

    async def list_top_queries(self, *, range: str | Unset = UNSET, limit: int | Unset = UNSET) -> AiSearchTopQueries:
        """List what is searched most.

        Returns the searches of the time up to now, most frequent first; searches that differ only in case and
        spaces count as one. Queries without a result show what the site lacks.

        Args:
            range (str): How far back to look from now, as a number of hours (`h`) or days (`d`). Server
                default: "30d".
            limit (int): The largest number of queries in the reply. 1 to 100. Server default: 10.

        Returns:
            The queries; an empty list if nobody searched.

        Raises:
            401: The token is missing, unknown, expired or revoked.
            403: The token is valid but may not do this: it lacks a scope or permission, belongs to another
                organisation, or the organisation's policy refuses (AI switched off, model barred, budget used
                up).
            404: AI Search is not enabled for this project, or there is no such project.
            422: The body, or a query parameter, does not fit what this operation takes.
            429: Too many requests in too short a time.
            500: The service failed, not the request.

        Example:
            await client.ai_search(project="docs-site").list_top_queries()
        """
        from ..api.ai_search import ai_search_list_top_queries as _operation

        request = _operation.request(self._project, range=range, limit=limit)
        return await self._caller.call(_operation.OPERATION, request)

    async def list_crawls(self, *, limit: int | Unset = UNSET) -> AiSearchCrawlList:
        """List the crawls.

        Returns the crawls of the project, latest first. Those beyond `limit` cannot be paged to.

        Args:
            limit (int): The largest number of crawls in the reply. 1 to 50. Server default: 20.

        Returns:
            The crawls.

        Raises:
            401: The token is missing, unknown, expired or revoked.
            403: The token is valid but may not do this: it lacks a scope or permission, belongs to another
                organisation, or the organisation's policy refuses (AI switched off, model barred, budget used
                up).
            404: AI Search is not enabled for this project, or there is no such project.
            422: The body, or a query parameter, does not fit what this operation takes.
            429: Too many requests in too short a time.
            500: The service failed, not the request.

        Example:
            await client.ai_search(project="docs-site").list_crawls()
        """
        from ..api.ai_search import ai_search_list_crawls as _operation

        request = _operation.request(self._project, limit=limit)
        return await self._caller.call(_operation.OPERATION, request)

    async def trigger_crawl(self, *, crawler_uuid: str) -> AiSearchCrawl:
        """Start a crawl.

        Lets one of the project's crawlers fetch the site and index what it finds. The reply comes at once; the
        crawl goes on by itself. Read `GET /projects/{project}/ai-search/crawls/{jobId}` until it has ended.

        Args:
            crawler_uuid (str): UUID of one of the project's crawlers.

        Returns:
            The crawl is accepted.

        Raises:
            400: The body is not JSON, or the service cannot act on the request in the present state of what it
                addresses.
            401: The token is missing, unknown, expired or revoked.
            403: The token is valid but may not do this: it lacks a scope or permission, belongs to another
                organisation, or the organisation's policy refuses (AI switched off, model barred, budget used
                up).
            404: AI Search is not enabled for this project, or there is no such project.
            422: The body, or a query parameter, does not fit what this operation takes.
            429: Too many requests in too short a time.
            500: The service failed, not the request.

        Example:
            await client.ai_search(project="docs-site").trigger_crawl(
                crawler_uuid="0b9d4f6e-3c21-4a87-9e50-7d8c6b5a4f32",
            )
        """
        from ..api.ai_search import ai_search_trigger_crawl as _operation

        body = {"crawler_uuid": crawler_uuid}
        request = _operation.request(self._project, body=body)
        return await self._caller.call(_operation.OPERATION, request)

    async def get_crawl(self, job_id: str) -> AiSearchCrawl:
        """Get a crawl.

        Reads how far a crawl has come. Poll every 2 seconds at first, later up to every 30, and give up after
        half an hour. Single pages that could not be fetched do not make it fail; look for them in the list of
        its pages.

        `wait_for_crawl()` polls until it has ended.

        Args:
            job_id (str): The `jobId` of a crawl, as its start or the list returns it.

        Returns:
            The crawl in its present state. A failed one is a 200 too; look at `status`.

        Raises:
            401: The token is missing, unknown, expired or revoked.
            403: The token is valid but may not do this: it lacks a scope or permission, belongs to another
                organisation, or the organisation's policy refuses (AI switched off, model barred, budget used
                up).
            404: AI Search is not enabled for this project, or there is no such project.
            429: Too many requests in too short a time.
            500: The service failed, not the request.

        Example:
            await client.ai_search(project="docs-site").get_crawl("crawl_7f3a9c2e5b1d")
        """
        from ..api.ai_search import ai_search_get_crawl as _operation

        request = _operation.request(self._project, job_id)
        return await self._caller.call(_operation.OPERATION, request)

    async def wait_for_crawl(
        self,
        job_id: str,
        *,
        deadline: float | None = None,
        interval: float | None = None,
        on_update: Callable[[AiSearchCrawl], object] | None = None,
    ) -> AiSearchCrawl:
        """Get a crawl, polled until it has ended.

        It has ended when `status` is `completed`, `complete` or `failed`. A reply's URL to poll can be used in
        place of the id.

        Args:
            job_id (str): The `jobId` of a crawl, as its start or the list returns it.
            deadline (float | None): Seconds after which to give up; by default 1800.
            interval (float | None): Seconds between polls; by default 2 at first, growing to 30.
            on_update (Callable[[AiSearchCrawl], object] | None): Called with every state read.

        Returns:
            The crawl in its present state. A failed one is a 200 too; look at `status`.

        Raises:
            401: The token is missing, unknown, expired or revoked.
            403: The token is valid but may not do this: it lacks a scope or permission, belongs to another
                organisation, or the organisation's policy refuses (AI switched off, model barred, budget used
                up).
            404: AI Search is not enabled for this project, or there is no such project.
            429: Too many requests in too short a time.
            500: The service failed, not the request.

        Example:
            await client.ai_search(project="docs-site").wait_for_crawl("crawl_7f3a9c2e5b1d")
        """
        from ..api.ai_search import ai_search_get_crawl as _operation

        request = _operation.request(self._project, job_id)
        return await self._caller.wait(
            _operation.OPERATION, request, deadline=deadline, interval=interval, on_update=on_update
        )

    async def list_crawl_pages(
        self,
        job_id: str,
        *,
        limit: int | Unset = UNSET,
        status_code: int | Unset = UNSET,
        processing_status: AiSearchProcessingStatus | Unset = UNSET,
    ) -> AiSearchCrawlPageList:
        """List the pages of a crawl.

        Returns what a crawl fetched and what became of it, in the order of fetching. The filters find what went
        wrong.

        Args:
            job_id (str): The `jobId` of a crawl, as its start or the list returns it.
            limit (int): The largest number of pages in the reply. What lies beyond it cannot be paged to. At
                least 1. Server default: 50.
            status_code (int): Only pages to which the site answered with this HTTP status. 100 to 599.
            processing_status (AiSearchProcessingStatus): Only pages in this state. Known values: "pending",
                "indexed", "skipped", "failed".

        Returns:
            The pages that pass the filters.

        Raises:
            401: The token is missing, unknown, expired or revoked.
            403: The token is valid but may not do this: it lacks a scope or permission, belongs to another
                organisation, or the organisation's policy refuses (AI switched off, model barred, budget used
                up).
            404: AI Search is not enabled for this project, or there is no such project.
            422: The body, or a query parameter, does not fit what this operation takes.
            429: Too many requests in too short a time.
            500: The service failed, not the request.

        Example:
            await client.ai_search(project="docs-site").list_crawl_pages("crawl_7f3a9c2e5b1d")
        """
        from ..api.ai_search import ai_search_list_crawl_pages as _operation

        request = _operation.request(
            self._project, job_id, limit=limit, status_code=status_code, processing_status=processing_status
        )
        return await self._caller.call(_operation.OPERATION, request)
