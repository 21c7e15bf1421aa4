"""AI Search of one project, for tests."""

from __future__ import annotations

from typing import Any

from tests.mock.support.client import ApiClient, ok

from quant_ai_mock import Organisation

CRAWLER = "0b9d4f6e-3c21-4a87-9e50-7d8c6b5a4f32"
SITE = "https://docs.example.com/"
CACHE = {
    "url": f"{SITE}cache",
    "title": "Purge the cache",
    "content": "<h1>Cache</h1><script>ignore()</script><p>Press Purge. A purge of one page takes a second.</p>",
    "contentType": "text/html",
    "tags": ["cache"],
}
HOURS = {
    "url": f"{SITE}opening-hours",
    "title": "Opening hours",
    "content": "The Hobart office opens at 9 am on weekdays.",
}
MANY = {
    "url": f"{SITE}long",
    "title": "A long page",
    "content": " ".join(f"Sentence {number} of the page." for number in range(100)),
}


class Site:
    """AI Search of one project."""

    def __init__(self, api: ApiClient, project: str = "docs-site", organisation: Organisation | None = None) -> None:
        self.api = api
        self.root = f"{(organisation or api.mock).api_url.removesuffix('/ai')}/projects/{project}/ai-search"

    def get(self, path: str = "", status: int = 200, **query: Any) -> Any:
        return ok(self.api.get(f"{self.root}{path}", **query), status)

    def post(self, path: str, body: Any = None, status: int = 200) -> Any:
        return ok(self.api.post(f"{self.root}{path}", body), status)

    def put(self, path: str, body: Any) -> Any:
        return ok(self.api.put(f"{self.root}{path}", body))

    def delete(self, path: str, body: Any = None) -> Any:
        return ok(self.api.delete(f"{self.root}{path}", body))

    def enable(self, **body: Any) -> Any:
        return self.post("/enable", {"baseUrl": SITE, **body})

    def ingest(self, *pages: dict[str, Any], **more: Any) -> Any:
        return self.post("/pages", {"pages": list(pages), **more})

    def search(self, query: str, **more: Any) -> Any:
        return self.post("/search", {"query": query, **more})

    def chat(self, message: str, **more: Any) -> Any:
        return self.post("/chat", {"message": message, **more})

    def crawl(self) -> str:
        job_id: str = self.post("/crawls", {"crawler_uuid": CRAWLER})["jobId"]
        return job_id

    def urls(self, **query: Any) -> list[str]:
        return [page["url"].removeprefix(SITE) for page in self.get("/pages", **query)["pages"]]
