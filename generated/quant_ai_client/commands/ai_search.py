# Written by scripts/generate.py from spec/openapi.yaml. Do not edit: change that, and run `make generate`.
"""The commands of ai_search."""

from __future__ import annotations

from ..command_types import Command, CommandValue, CommandWait

COMMANDS = (
    Command(
        "get-status",
        "get_status",
        "call",
        "GET /projects/{project}/ai-search",
        summary="Get AI Search status",
        text=(
            "Tells whether AI Search is enabled for the project, which site it covers and how much it has "
            "indexed. A project without AI Search returns 404, here and in all other AI Search operations "
            "except the one that enables it."
        ),
    ),
    Command(
        "enable",
        "enable",
        "call",
        "POST /projects/{project}/ai-search/enable",
        summary="Enable AI Search for a project",
        text=(
            "Enables AI Search for a site. Nothing is indexed yet: start a crawl, or upload pages yourself.\n"
            "\n"
            "`--base-url` is required the first time (400 without it). A project that was enabled before "
            "keeps its base URL, configuration and pages, so it needs no body. A project with AI Search "
            "already enabled returns 409."
        ),
        values=(
            CommandValue(
                "base-url",
                "base_url",
                "baseUrl",
                "body",
                "text",
                help=("URL of the site, where crawls start. Required the first time; later the known one is kept."),
            ),
            CommandValue(
                "crawler-config",
                "crawler_config",
                "crawlerConfig",
                "body",
                "json",
                help=(
                    "Crawl settings. Their fields are not documented; these two are assumed, and others are passed on"
                    " to the crawler."
                ),
            ),
        ),
        body="fields",
    ),
    Command(
        "disable",
        "disable",
        "call",
        "POST /projects/{project}/ai-search/disable",
        summary="Disable AI Search for a project",
        text=(
            "Disables AI Search. Searches and chats return 404 from now on, and running crawls stop. The "
            "pages are kept for the next time it is enabled; to remove them, purge the index first."
        ),
    ),
    Command(
        "get-settings",
        "get_settings",
        "call",
        "GET /projects/{project}/ai-search/settings",
        summary="Get AI Search settings",
        text="Returns who may search without a token, and how often.",
    ),
    Command(
        "update-settings",
        "update_settings",
        "call",
        "PUT /projects/{project}/ai-search/settings",
        summary="Update AI Search settings",
        text=(
            "Replaces `--public-access`, `--rate-limits` or both. A group that is left out keeps its values; "
            "a group that is sent is replaced as a whole."
        ),
        values=(
            CommandValue(
                "public-access",
                "public_access",
                "publicAccess",
                "body",
                "json",
                help=(
                    "Whether visitors may search without a token. The fields are not documented; these are assumed, "
                    "and others are kept unchanged."
                ),
            ),
            CommandValue(
                "rate-limits",
                "rate_limits",
                "rateLimits",
                "body",
                "json",
                help=(
                    "How often a visitor may search or ask questions. The fields are not documented; these are "
                    "assumed, and others are kept unchanged."
                ),
            ),
        ),
        body="fields",
    ),
    Command(
        "list-pages",
        "list_pages",
        "page",
        "GET /projects/{project}/ai-search/pages",
        summary="List indexed pages",
        text=(
            "Returns the pages in the index without their content, in pages of the list. `--search` filters "
            "by URL and title."
        ),
        values=(
            CommandValue(
                "limit",
                "limit",
                "limit",
                "query",
                "integer",
                help="Maximum number of pages to return. 1 to 200. Default: 50.",
            ),
            CommandValue(
                "cursor",
                "cursor",
                "cursor",
                "query",
                "text",
                help=(
                    "The `nextCursor` of the previous page; leave it out for the first page. Keep the other "
                    "parameters the same. A cursor is opaque: do not build one yourself."
                ),
            ),
            CommandValue(
                "search",
                "search",
                "search",
                "query",
                "text",
                help="Only pages whose URL or title contains this text, in upper or lower case.",
            ),
        ),
    ),
    Command(
        "ingest-pages",
        "ingest_pages",
        "call",
        "POST /projects/{project}/ai-search/pages",
        summary="Index pages",
        text=(
            "Indexes content that you send, such as pages behind a login that the crawler cannot reach. Each "
            "page is split into chunks, embedded, and searchable as soon as the reply arrives. A page with a "
            "`url` already in the index replaces the old one, so the request can be repeated."
        ),
        values=(
            CommandValue(
                "pages", "pages", "pages", "body", "json", help="The pages, at least one.", required=True, many="items"
            ),
            CommandValue(
                "job-id",
                "job_id",
                "jobId",
                "body",
                "text",
                help="A crawl to list the pages with: one of the service's, or one with your own id.",
            ),
        ),
        body="fields",
    ),
    Command(
        "delete-pages",
        "delete_pages",
        "call",
        "DELETE /projects/{project}/ai-search/pages",
        summary="Delete indexed pages",
        text=(
            "Deletes the pages whose URL is in `--urls` or matches one of `--patterns`. Pages that do not "
            "exist are ignored. A later crawl may bring a page back."
        ),
        values=(
            CommandValue("urls", "urls", "urls", "body", "text", help="URLs of pages.", many="items"),
            CommandValue(
                "patterns",
                "patterns",
                "patterns",
                "body",
                "text",
                help="URL patterns; `*` matches any characters.",
                many="items",
            ),
        ),
        body="fields",
    ),
    Command(
        "purge-index",
        "purge_index",
        "call",
        "DELETE /projects/{project}/ai-search/index",
        summary="Purge the index",
        text=(
            "Deletes all pages of the project from the index. AI Search stays enabled, with its settings, "
            "usage and crawl history; crawl or upload pages to fill it again."
        ),
    ),
    Command(
        "search",
        "search",
        "call",
        "POST /projects/{project}/ai-search/search",
        summary="Search the pages",
        text=(
            "Finds the pages closest in meaning to a question or some keywords, best first. A page is ranked "
            "by its best chunk; `snippet` shows part of it. A search changes nothing, but each one is billed,"
            " also one whose reply was lost."
        ),
        values=(
            CommandValue("query", "query", "query", "body", "text", help="A question or keywords.", required=True),
            CommandValue(
                "limit", "limit", "limit", "body", "integer", help="Maximum number of results. 1 to 50. Default: 10."
            ),
            CommandValue(
                "min-score", "min_score", "minScore", "body", "number", help="Minimum score of a result. 0 to 1."
            ),
        ),
        body="fields",
    ),
    Command(
        "chat",
        "chat",
        "call",
        "POST /projects/{project}/ai-search/chat",
        summary="Ask a question about the pages",
        text=(
            "Answers a question from the indexed pages, and lists the pages that the answer is based on. If "
            "no page is relevant, the answer says so and `sources` is empty.\n"
            "\n"
            "Without a `--session-id` a new conversation starts; send the id from the reply with the next "
            "question. Every request is a new turn and is billed, so do not repeat one whose reply was lost."
        ),
        values=(
            CommandValue("message", "message", "message", "body", "text", help="The question.", required=True),
            CommandValue(
                "session-id",
                "session_id",
                "sessionId",
                "body",
                "text",
                help=("The conversation to continue, from the previous reply; if left out, a new one starts."),
            ),
            CommandValue(
                "context-url",
                "context_url",
                "contextUrl",
                "body",
                "text",
                help="The page that the visitor is on; it is considered first, if it is indexed.",
            ),
            CommandValue(
                "max-context-chunks",
                "max_context_chunks",
                "maxContextChunks",
                "body",
                "integer",
                help="Maximum number of chunks to base the answer on. 1 to 20. Default: 5.",
            ),
        ),
        body="fields",
    ),
    Command(
        "get-usage",
        "get_usage",
        "call",
        "GET /projects/{project}/ai-search/usage",
        summary="Get AI Search usage",
        text=(
            "Returns the number of searches and questions in a recent period, in total and by day (UTC), and "
            "the tokens they used."
        ),
        values=(
            CommandValue(
                "range",
                "range",
                "range",
                "query",
                "text",
                help=('How far to look back from now, as a number of hours (`h`) or days (`d`). Default: "30d".'),
            ),
        ),
    ),
    Command(
        "list-top-queries",
        "list_top_queries",
        "call",
        "GET /projects/{project}/ai-search/top-queries",
        summary="List top queries",
        text=(
            "Returns the searches of a recent period, most frequent first; searches that differ only in case "
            "and whitespace count as one. Queries without results show what the site lacks."
        ),
        values=(
            CommandValue(
                "range",
                "range",
                "range",
                "query",
                "text",
                help=('How far to look back from now, as a number of hours (`h`) or days (`d`). Default: "30d".'),
            ),
            CommandValue(
                "limit",
                "limit",
                "limit",
                "query",
                "integer",
                help="Maximum number of queries to return. 1 to 100. Default: 10.",
            ),
        ),
    ),
    Command(
        "list-crawls",
        "list_crawls",
        "call",
        "GET /projects/{project}/ai-search/crawls",
        summary="List crawls",
        text=("Returns the crawls of the project, newest first. The list stops at `--limit` and is not paginated."),
        values=(
            CommandValue(
                "limit",
                "limit",
                "limit",
                "query",
                "integer",
                help="Maximum number of crawls to return. 1 to 50. Default: 20.",
            ),
        ),
    ),
    Command(
        "trigger-crawl",
        "trigger_crawl",
        "call",
        "POST /projects/{project}/ai-search/crawls",
        summary="Start a crawl",
        text=(
            "Starts one of the project's crawlers, which fetches the site and indexes its pages. Returns "
            "immediately; the crawl runs in the background. Poll `quant-ai ai-search get-crawl` until it has "
            "finished."
        ),
        values=(
            CommandValue(
                "crawler-uuid",
                "crawler_uuid",
                "crawler_uuid",
                "body",
                "text",
                help="UUID of a crawler of the project.",
                required=True,
            ),
        ),
        body="fields",
        wait=CommandWait(
            "ai_search",
            "wait_for_crawl",
            arguments=(("project", "$request.path.project"), ("job_id", "$response.body#/jobId")),
        ),
        state="status",
    ),
    Command(
        "get-crawl",
        "get_crawl",
        "call",
        "GET /projects/{project}/ai-search/crawls/{jobId}",
        summary="Get a crawl",
        text=(
            "Returns the progress of a crawl. Poll every 2 seconds at first, later up to every 30, and give "
            "up after half an hour. Single pages that cannot be fetched do not make a crawl fail; look for "
            "them in the list of its pages."
        ),
        values=(
            CommandValue("job-id", "job_id", "jobId", "path", "text", help="The `jobId` of a crawl.", required=True),
        ),
    ),
    Command(
        "wait",
        "wait_for_crawl",
        "wait",
        "GET /projects/{project}/ai-search/crawls/{jobId}",
        summary="Wait for a crawl to finish",
        values=(
            CommandValue("job-id", "job_id", "jobId", "path", "text", help="The `jobId` of a crawl.", required=True),
        ),
        alias="wait-for-crawl",
        state="status",
    ),
    Command(
        "list-crawl-pages",
        "list_crawl_pages",
        "call",
        "GET /projects/{project}/ai-search/crawls/{jobId}/pages",
        summary="List crawled pages",
        text=(
            "Returns the pages that a crawl fetched and their outcome, in the order they were fetched. Use "
            "the filters to find failures."
        ),
        values=(
            CommandValue("job-id", "job_id", "jobId", "path", "text", help="The `jobId` of a crawl.", required=True),
            CommandValue(
                "limit",
                "limit",
                "limit",
                "query",
                "integer",
                help=("Maximum number of pages to return; there are no further pages. At least 1. Default: 50."),
            ),
            CommandValue(
                "status-code",
                "status_code",
                "statusCode",
                "query",
                "integer",
                help="Only pages for which the site returned this HTTP status. 100 to 599.",
            ),
            CommandValue(
                "processing-status",
                "processing_status",
                "processingStatus",
                "query",
                "text",
                help=(
                    "Only pages with this status, such as `indexed`, `skipped` or `failed`. The service does not "
                    "publish the values; these are inferred, and others are not rejected."
                ),
            ),
        ),
    ),
)
