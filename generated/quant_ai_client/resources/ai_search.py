# Written by scripts/generate.py from spec/openapi.yaml. Do not edit: change that, and run `make generate`.
from __future__ import annotations

from collections.abc import Callable, Sequence

from .. import encoding as _encoding
from .. import models
from ..pages import Page
from ..protocol import Caller
from .async_ai_search import AsyncAiSearch

__all__ = ["AiSearch", "AsyncAiSearch"]


class AiSearch:
    """Search and question answering over the pages of one project's website, crawled by the service or
    uploaded by you. The replies are not officially documented: expect additional fields, and missing
    optional ones.
    """

    def __init__(self, caller: Caller, project: str) -> None:
        self._caller = caller
        self._project = project

    def get_status(self) -> models.AiSearchStatus:
        """Get AI Search status.

        Tells whether AI Search is enabled for the project, which site it covers and how much it has indexed. A
        project without AI Search raises `NotFoundError`, here and in all other AI Search operations except the
        one that enables it.

        Returns:
            AI Search is enabled; this is what it contains.

        Raises:
            AuthenticationError: The token is missing, unknown, expired or revoked.
            PermissionDeniedError: The token is valid but not allowed to do this: it lacks a scope or
                permission, belongs to another organisation, or the organisation's policy forbids it (AI
                switched off, model forbidden, budget used up).
            NotFoundError: AI Search is not enabled for this project, or there is no such project, or the crawl
                or conversation does not exist.
            RateLimitError: Too many requests.
            ServerError: The service failed.

        Example:
            client.ai_search(project="docs-site").get_status()
        """
        from ..api.ai_search import ai_search_get_status as _operation

        _request = _operation.request(self._project)
        return self._caller.call(_operation.OPERATION, _request)

    def enable(
        self,
        *,
        base_url: str | None = None,
        crawler_config: models.AiSearchCrawlerConfig | models.AiSearchCrawlerConfigParam | None = None,
    ) -> models.AiSearchStatus:
        """Enable AI Search for a project.

        Enables AI Search for a site. Nothing is indexed yet: start a crawl, or upload pages yourself.

        `base_url` is required the first time (`BadRequestError` without it). A project that was enabled before
        keeps its base URL, configuration and pages, so it needs no body. A project with AI Search already
        enabled raises `ConflictError`.

        Args:
            base_url (str): URL of the site, where crawls start. Required the first time; later the known one is
                kept.
            crawler_config (AiSearchCrawlerConfig | AiSearchCrawlerConfigParam): Crawl settings. Their fields
                are not documented; these two are assumed, and others are passed on to the crawler.

        Returns:
            AI Search is enabled.

        Raises:
            BadRequestError: The body is not JSON, or the project has no base URL yet and the request does not
                set one.
            AuthenticationError: The token is missing, unknown, expired or revoked.
            PermissionDeniedError: The token is valid but not allowed to do this: it lacks a scope or
                permission, belongs to another organisation, or the organisation's policy forbids it (AI
                switched off, model forbidden, budget used up).
            NotFoundError: The organisation has no project with this name.
            ConflictError: AI Search is already enabled for this project.
            UnprocessableError: The body or a query parameter is invalid.
            RateLimitError: Too many requests.
            ServerError: The service failed.

        Example:
            client.ai_search(project="docs-site").enable(
                base_url="https://docs.example.com/",
                crawler_config={"maxPages": 500, "exclude": ["https://docs.example.com/drafts/*"]},
            )
        """
        from ..api.ai_search import ai_search_enable as _operation

        _body = {**_encoding.given({"baseUrl": base_url, "crawlerConfig": crawler_config})}
        _request = _operation.request(self._project, body=_body)
        return self._caller.call(_operation.OPERATION, _request)

    def disable(self) -> models.AiSearchDisabled:
        """Disable AI Search for a project.

        Disables AI Search. Searches and chats raise `NotFoundError` from now on, and running crawls stop. The
        pages are kept for the next time it is enabled; to remove them, purge the index first.

        Returns:
            AI Search is disabled.

        Raises:
            AuthenticationError: The token is missing, unknown, expired or revoked.
            PermissionDeniedError: The token is valid but not allowed to do this: it lacks a scope or
                permission, belongs to another organisation, or the organisation's policy forbids it (AI
                switched off, model forbidden, budget used up).
            NotFoundError: AI Search is not enabled for this project, or there is no such project, or the crawl
                or conversation does not exist.
            RateLimitError: Too many requests.
            ServerError: The service failed.

        Example:
            client.ai_search(project="docs-site").disable()
        """
        from ..api.ai_search import ai_search_disable as _operation

        _request = _operation.request(self._project)
        return self._caller.call(_operation.OPERATION, _request)

    def get_settings(self) -> models.AiSearchSettings:
        """Get AI Search settings.

        Returns who may search without a token, and how often.

        Returns:
            The settings.

        Raises:
            AuthenticationError: The token is missing, unknown, expired or revoked.
            PermissionDeniedError: The token is valid but not allowed to do this: it lacks a scope or
                permission, belongs to another organisation, or the organisation's policy forbids it (AI
                switched off, model forbidden, budget used up).
            NotFoundError: AI Search is not enabled for this project, or there is no such project, or the crawl
                or conversation does not exist.
            RateLimitError: Too many requests.
            ServerError: The service failed.

        Example:
            client.ai_search(project="docs-site").get_settings()
        """
        from ..api.ai_search import ai_search_get_settings as _operation

        _request = _operation.request(self._project)
        return self._caller.call(_operation.OPERATION, _request)

    def update_settings(
        self,
        *,
        public_access: models.AiSearchPublicAccess | models.AiSearchPublicAccessParam | None = None,
        rate_limits: models.AiSearchRateLimits | models.AiSearchRateLimitsParam | None = None,
    ) -> models.AiSearchSettings:
        """Update AI Search settings.

        Replaces `public_access`, `rate_limits` or both. A group that is left out keeps its values; a group that
        is sent is replaced as a whole.

        Args:
            public_access (AiSearchPublicAccess | AiSearchPublicAccessParam): Whether visitors may search
                without a token. The fields are not documented; these are assumed, and others are kept
                unchanged.
            rate_limits (AiSearchRateLimits | AiSearchRateLimitsParam): How often a visitor may search or ask
                questions. The fields are not documented; these are assumed, and others are kept unchanged.

        Returns:
            The settings after the update.

        Raises:
            BadRequestError: The body is not JSON, or the resource is not in a state that allows the operation.
            AuthenticationError: The token is missing, unknown, expired or revoked.
            PermissionDeniedError: The token is valid but not allowed to do this: it lacks a scope or
                permission, belongs to another organisation, or the organisation's policy forbids it (AI
                switched off, model forbidden, budget used up).
            NotFoundError: AI Search is not enabled for this project, or there is no such project, or the crawl
                or conversation does not exist.
            UnprocessableError: The body or a query parameter is invalid.
            RateLimitError: Too many requests.
            ServerError: The service failed.

        Example:
            client.ai_search(project="docs-site").update_settings(
                public_access={"enabled": True, "allowedOrigins": ["https://docs.example.com"]},
                rate_limits={"perMinute": 20, "perDay": 2000},
            )
        """
        from ..api.ai_search import ai_search_update_settings as _operation

        _body = {**_encoding.given({"publicAccess": public_access, "rateLimits": rate_limits})}
        _request = _operation.request(self._project, body=_body)
        return self._caller.call(_operation.OPERATION, _request)

    def list_pages(
        self, *, limit: int | None = None, cursor: str | None = None, search: str | None = None
    ) -> Page[models.AiSearchPage, models.AiSearchPageList]:
        """List indexed pages.

        Returns the pages in the index without their content, in pages of the list. `search` filters by URL and
        title.

        Args:
            limit (int): Maximum number of pages to return. 1 to 200. Server default: 50.
            cursor (str): The `next_cursor` of the previous page; leave it out for the first page. Keep the
                other parameters the same. A cursor is opaque: do not build one yourself.
            search (str): Only pages whose URL or title contains this text, in upper or lower case.

        Returns:
            One page of the list.

        Raises:
            AuthenticationError: The token is missing, unknown, expired or revoked.
            PermissionDeniedError: The token is valid but not allowed to do this: it lacks a scope or
                permission, belongs to another organisation, or the organisation's policy forbids it (AI
                switched off, model forbidden, budget used up).
            NotFoundError: AI Search is not enabled for this project, or there is no such project, or the crawl
                or conversation does not exist.
            UnprocessableError: The body or a query parameter is invalid.
            RateLimitError: Too many requests.
            ServerError: The service failed.

        Example:
            for item in client.ai_search(project="docs-site").list_pages():
                print(item)
        """
        from ..api.ai_search import ai_search_list_pages as _operation

        _request = _operation.request(self._project, limit=limit, cursor=cursor, search=search)
        return self._caller.page(_operation.OPERATION, _request, _operation.items)

    def ingest_pages(
        self, *, pages: Sequence[models.AiSearchPageInput | models.AiSearchPageInputParam], job_id: str | None = None
    ) -> models.AiSearchIngested:
        """Index pages.

        Indexes content that you send, such as pages behind a login that the crawler cannot reach. Each page is
        split into chunks, embedded, and searchable as soon as the reply arrives. A page with a `url` already in
        the index replaces the old one, so the request can be repeated.

        Args:
            pages (Sequence[AiSearchPageInput | AiSearchPageInputParam]): The pages, at least one.
            job_id (str): A crawl to list the pages with: one of the service's, or one with your own id.

        Returns:
            The outcome for each page.

        Raises:
            BadRequestError: The body is not JSON, or the resource is not in a state that allows the operation.
            AuthenticationError: The token is missing, unknown, expired or revoked.
            PermissionDeniedError: The token is valid but not allowed to do this: it lacks a scope or
                permission, belongs to another organisation, or the organisation's policy forbids it (AI
                switched off, model forbidden, budget used up).
            NotFoundError: AI Search is not enabled for this project, or there is no such project, or the crawl
                or conversation does not exist.
            UnprocessableError: The body or a query parameter is invalid.
            RateLimitError: Too many requests.
            ServerError: The service failed.
            ServerError (502): The search index could not be reached, so the request had no effect.

        Example:
            client.ai_search(project="docs-site").ingest_pages(
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

        _body = {"pages": pages, **_encoding.given({"jobId": job_id})}
        _request = _operation.request(self._project, body=_body)
        return self._caller.call(_operation.OPERATION, _request)

    def delete_pages(
        self, *, urls: Sequence[str] | None = None, patterns: Sequence[str] | None = None
    ) -> models.AiSearchPagesDeleted:
        """Delete indexed pages.

        Deletes the pages whose URL is in `urls` or matches one of `patterns`. Pages that do not exist are
        ignored. A later crawl may bring a page back.

        Args:
            urls (Sequence[str]): URLs of pages.
            patterns (Sequence[str]): URL patterns; `*` matches any characters.

        Returns:
            The pages were deleted.

        Raises:
            BadRequestError: The body is not JSON, or the resource is not in a state that allows the operation.
            AuthenticationError: The token is missing, unknown, expired or revoked.
            PermissionDeniedError: The token is valid but not allowed to do this: it lacks a scope or
                permission, belongs to another organisation, or the organisation's policy forbids it (AI
                switched off, model forbidden, budget used up).
            NotFoundError: AI Search is not enabled for this project, or there is no such project, or the crawl
                or conversation does not exist.
            UnprocessableError: The body or a query parameter is invalid.
            RateLimitError: Too many requests.
            ServerError: The service failed.

        Example:
            client.ai_search(project="docs-site").delete_pages(
                urls=["https://docs.example.com/cache/purge"],
            )
        """
        from ..api.ai_search import ai_search_delete_pages as _operation

        _body = {**_encoding.given({"urls": urls, "patterns": patterns})}
        _request = _operation.request(self._project, body=_body)
        return self._caller.call(_operation.OPERATION, _request)

    def purge_index(self) -> models.AiSearchPagesDeleted:
        """Purge the index.

        Deletes all pages of the project from the index. AI Search stays enabled, with its settings, usage and
        crawl history; crawl or upload pages to fill it again.

        Returns:
            The index is empty.

        Raises:
            AuthenticationError: The token is missing, unknown, expired or revoked.
            PermissionDeniedError: The token is valid but not allowed to do this: it lacks a scope or
                permission, belongs to another organisation, or the organisation's policy forbids it (AI
                switched off, model forbidden, budget used up).
            NotFoundError: AI Search is not enabled for this project, or there is no such project, or the crawl
                or conversation does not exist.
            RateLimitError: Too many requests.
            ServerError: The service failed.

        Example:
            client.ai_search(project="docs-site").purge_index()
        """
        from ..api.ai_search import ai_search_purge_index as _operation

        _request = _operation.request(self._project)
        return self._caller.call(_operation.OPERATION, _request)

    def search(self, *, query: str, limit: int | None = None, min_score: float | None = None) -> models.AiSearchResults:
        """Search the pages.

        Finds the pages closest in meaning to a question or some keywords, best first. A page is ranked by its
        best chunk; `snippet` shows part of it. A search changes nothing, but each one is billed, also one whose
        reply was lost.

        Args:
            query (str): A question or keywords.
            limit (int): Maximum number of results. 1 to 50. Server default: 10.
            min_score (float): Minimum score of a result. 0 to 1.

        Returns:
            The pages found; an empty list if none are close enough.

        Raises:
            BadRequestError: The body is not JSON, or the resource is not in a state that allows the operation.
            AuthenticationError: The token is missing, unknown, expired or revoked.
            PermissionDeniedError: The token is valid but not allowed to do this: it lacks a scope or
                permission, belongs to another organisation, or the organisation's governance forbids it.
            NotFoundError: AI Search is not enabled for this project, or there is no such project, or the crawl
                or conversation does not exist.
            UnprocessableError: The body or a query parameter is invalid.
            RateLimitError: Too many requests.
            ServerError: The service failed.

        Example:
            client.ai_search(project="docs-site").search(query="purge one page")
        """
        from ..api.ai_search import ai_search_search as _operation

        _body = {"query": query, **_encoding.given({"limit": limit, "minScore": min_score})}
        _request = _operation.request(self._project, body=_body)
        return self._caller.call(_operation.OPERATION, _request)

    def chat(
        self,
        *,
        message: str,
        session_id: str | None = None,
        context_url: str | None = None,
        max_context_chunks: int | None = None,
    ) -> models.AiSearchChatReply:
        """Ask a question about the pages.

        Answers a question from the indexed pages, and lists the pages that the answer is based on. If no page
        is relevant, the answer says so and `sources` is empty.

        Without a `session_id` a new conversation starts; send the id from the reply with the next question.
        Every request is a new turn and is billed, so do not repeat one whose reply was lost.

        Args:
            message (str): The question.
            session_id (str): The conversation to continue, from the previous reply; if left out, a new one
                starts.
            context_url (str): The page that the visitor is on; it is considered first, if it is indexed.
            max_context_chunks (int): Maximum number of chunks to base the answer on. 1 to 20. Server default:
                5.

        Returns:
            The answer.

        Raises:
            BadRequestError: The body is not JSON, or the resource is not in a state that allows the operation.
            AuthenticationError: The token is missing, unknown, expired or revoked.
            PermissionDeniedError: The token is valid but not allowed to do this: it lacks a scope or
                permission, belongs to another organisation, or the organisation's governance forbids it.
            NotFoundError: AI Search is not enabled for this project, or there is no such project, or the crawl
                or conversation does not exist.
            UnprocessableError: The body or a query parameter is invalid.
            RateLimitError: Too many requests.
            ServerError: The service failed.

        Example:
            client.ai_search(project="docs-site").chat(message="How long does a purge take?")
        """
        from ..api.ai_search import ai_search_chat as _operation

        _body = {
            "message": message,
            **_encoding.given(
                {"sessionId": session_id, "contextUrl": context_url, "maxContextChunks": max_context_chunks}
            ),
        }
        _request = _operation.request(self._project, body=_body)
        return self._caller.call(_operation.OPERATION, _request)

    def get_usage(self, *, range: str | None = None) -> models.AiSearchUsage:
        """Get AI Search usage.

        Returns the number of searches and questions in a recent period, in total and by day (UTC), and the
        tokens they used.

        Args:
            range (str): How far to look back from now, as a number of hours (`h`) or days (`d`). Server
                default: "30d".

        Returns:
            The usage.

        Raises:
            AuthenticationError: The token is missing, unknown, expired or revoked.
            PermissionDeniedError: The token is valid but not allowed to do this: it lacks a scope or
                permission, belongs to another organisation, or the organisation's policy forbids it (AI
                switched off, model forbidden, budget used up).
            NotFoundError: AI Search is not enabled for this project, or there is no such project, or the crawl
                or conversation does not exist.
            UnprocessableError: The body or a query parameter is invalid.
            RateLimitError: Too many requests.
            ServerError: The service failed.

        Example:
            client.ai_search(project="docs-site").get_usage()
        """
        from ..api.ai_search import ai_search_get_usage as _operation

        _request = _operation.request(self._project, range=range)
        return self._caller.call(_operation.OPERATION, _request)

    def list_top_queries(self, *, range: str | None = None, limit: int | None = None) -> models.AiSearchTopQueries:
        """List top queries.

        Returns the searches of a recent period, most frequent first; searches that differ only in case and
        whitespace count as one. Queries without results show what the site lacks.

        Args:
            range (str): How far to look back from now, as a number of hours (`h`) or days (`d`). Server
                default: "30d".
            limit (int): Maximum number of queries to return. 1 to 100. Server default: 10.

        Returns:
            The queries; an empty list if there were no searches.

        Raises:
            AuthenticationError: The token is missing, unknown, expired or revoked.
            PermissionDeniedError: The token is valid but not allowed to do this: it lacks a scope or
                permission, belongs to another organisation, or the organisation's policy forbids it (AI
                switched off, model forbidden, budget used up).
            NotFoundError: AI Search is not enabled for this project, or there is no such project, or the crawl
                or conversation does not exist.
            UnprocessableError: The body or a query parameter is invalid.
            RateLimitError: Too many requests.
            ServerError: The service failed.

        Example:
            client.ai_search(project="docs-site").list_top_queries()
        """
        from ..api.ai_search import ai_search_list_top_queries as _operation

        _request = _operation.request(self._project, range=range, limit=limit)
        return self._caller.call(_operation.OPERATION, _request)

    def list_crawls(self, *, limit: int | None = None) -> models.AiSearchCrawlList:
        """List crawls.

        Returns the crawls of the project, newest first. The list stops at `limit` and is not paginated.

        Args:
            limit (int): Maximum number of crawls to return. 1 to 50. Server default: 20.

        Returns:
            The crawls.

        Raises:
            AuthenticationError: The token is missing, unknown, expired or revoked.
            PermissionDeniedError: The token is valid but not allowed to do this: it lacks a scope or
                permission, belongs to another organisation, or the organisation's policy forbids it (AI
                switched off, model forbidden, budget used up).
            NotFoundError: AI Search is not enabled for this project, or there is no such project, or the crawl
                or conversation does not exist.
            UnprocessableError: The body or a query parameter is invalid.
            RateLimitError: Too many requests.
            ServerError: The service failed.

        Example:
            client.ai_search(project="docs-site").list_crawls()
        """
        from ..api.ai_search import ai_search_list_crawls as _operation

        _request = _operation.request(self._project, limit=limit)
        return self._caller.call(_operation.OPERATION, _request)

    def trigger_crawl(self, *, crawler_uuid: str) -> models.AiSearchCrawl:
        """Start a crawl.

        Starts one of the project's crawlers, which fetches the site and indexes its pages. Returns immediately;
        the crawl runs in the background. Poll `client.ai_search(project=...).get_crawl()` until it has
        finished.

        Args:
            crawler_uuid (str): UUID of a crawler of the project.

        Returns:
            The crawl was accepted.

        Raises:
            BadRequestError: The body is not JSON, or the resource is not in a state that allows the operation.
            AuthenticationError: The token is missing, unknown, expired or revoked.
            PermissionDeniedError: The token is valid but not allowed to do this: it lacks a scope or
                permission, belongs to another organisation, or the organisation's policy forbids it (AI
                switched off, model forbidden, budget used up).
            NotFoundError: AI Search is not enabled for this project, or there is no such project, or the crawl
                or conversation does not exist.
            UnprocessableError: The body or a query parameter is invalid.
            RateLimitError: Too many requests.
            ServerError: The service failed.

        Example:
            client.ai_search(project="docs-site").trigger_crawl(
                crawler_uuid="0b9d4f6e-3c21-4a87-9e50-7d8c6b5a4f32",
            )
        """
        from ..api.ai_search import ai_search_trigger_crawl as _operation

        _body = {"crawler_uuid": crawler_uuid, **_encoding.given({})}
        _request = _operation.request(self._project, body=_body)
        return self._caller.call(_operation.OPERATION, _request)

    def get_crawl(self, job_id: str) -> models.AiSearchCrawl:
        """Get a crawl.

        Returns the progress of a crawl. Poll every 2 seconds at first, later up to every 30, and give up after
        half an hour. Single pages that cannot be fetched do not make a crawl fail; look for them in the list of
        its pages.

        `wait_for_crawl()` waits until it has finished.

        Args:
            job_id (str): The `job_id` of a crawl.

        Returns:
            The crawl and its current status. A failed one also returns 200; check `status`.

        Raises:
            AuthenticationError: The token is missing, unknown, expired or revoked.
            PermissionDeniedError: The token is valid but not allowed to do this: it lacks a scope or
                permission, belongs to another organisation, or the organisation's policy forbids it (AI
                switched off, model forbidden, budget used up).
            NotFoundError: AI Search is not enabled for this project, or there is no such project, or the crawl
                or conversation does not exist.
            RateLimitError: Too many requests.
            ServerError: The service failed.

        Example:
            client.ai_search(project="docs-site").get_crawl("crawl_7f3a9c2e5b1d")
        """
        from ..api.ai_search import ai_search_get_crawl as _operation

        _request = _operation.request(self._project, job_id)
        return self._caller.call(_operation.OPERATION, _request)

    def wait_for_crawl(
        self,
        job_id: str,
        *,
        deadline: float | None = None,
        interval: float | None = None,
        on_update: Callable[[models.AiSearchCrawl], object] | None = None,
    ) -> models.AiSearchCrawl:
        """Wait for a crawl to finish.

        It has finished when `status` is `completed`, `complete` or `failed`. A reply's URL to poll can be used
        in place of the id.

        Args:
            job_id (str): The `job_id` of a crawl.
            deadline (float | None): Seconds to wait at most; by default 1800.
            interval (float | None): Seconds between polls; by default 2 at first, growing to 30.
            on_update (Callable[[AiSearchCrawl], object] | None): Called after every poll.

        Returns:
            The crawl and its current status. A failed one also returns 200; check `status`.

        Raises:
            AuthenticationError: The token is missing, unknown, expired or revoked.
            PermissionDeniedError: The token is valid but not allowed to do this: it lacks a scope or
                permission, belongs to another organisation, or the organisation's policy forbids it (AI
                switched off, model forbidden, budget used up).
            NotFoundError: AI Search is not enabled for this project, or there is no such project, or the crawl
                or conversation does not exist.
            RateLimitError: Too many requests.
            ServerError: The service failed.

        Example:
            client.ai_search(project="docs-site").wait_for_crawl("crawl_7f3a9c2e5b1d")
        """
        from ..api.ai_search import ai_search_get_crawl as _operation

        _request = _operation.request(self._project, job_id)
        return self._caller.wait(
            _operation.OPERATION, _request, deadline=deadline, interval=interval, on_update=on_update
        )

    def list_crawl_pages(
        self,
        job_id: str,
        *,
        limit: int | None = None,
        status_code: int | None = None,
        processing_status: str | None = None,
    ) -> models.AiSearchCrawlPageList:
        """List crawled pages.

        Returns the pages that a crawl fetched and their outcome, in the order they were fetched. Use the
        filters to find failures.

        Args:
            job_id (str): The `job_id` of a crawl.
            limit (int): Maximum number of pages to return; there are no further pages. At least 1. Server
                default: 50.
            status_code (int): Only pages for which the site returned this HTTP status. 100 to 599.
            processing_status (str): Only pages with this status, such as `indexed`, `skipped` or `failed`. The
                service does not publish the values; these are inferred, and others are not rejected.

        Returns:
            The pages that match the filters.

        Raises:
            AuthenticationError: The token is missing, unknown, expired or revoked.
            PermissionDeniedError: The token is valid but not allowed to do this: it lacks a scope or
                permission, belongs to another organisation, or the organisation's policy forbids it (AI
                switched off, model forbidden, budget used up).
            NotFoundError: AI Search is not enabled for this project, or there is no such project, or the crawl
                or conversation does not exist.
            UnprocessableError: The body or a query parameter is invalid.
            RateLimitError: Too many requests.
            ServerError: The service failed.

        Example:
            client.ai_search(project="docs-site").list_crawl_pages("crawl_7f3a9c2e5b1d")
        """
        from ..api.ai_search import ai_search_list_crawl_pages as _operation

        _request = _operation.request(
            self._project, job_id, limit=limit, status_code=status_code, processing_status=processing_status
        )
        return self._caller.call(_operation.OPERATION, _request)
