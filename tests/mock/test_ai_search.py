"""AI Search of a project: enabled and disabled, filled by crawls and by hand, searched and asked."""

from __future__ import annotations

from typing import Any

import pytest
from tests.mock.api import Api, ok

from quant_ai_mock import Organisation
from quant_ai_mock.synthetic.websites import matches_any

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

    def __init__(self, api: Api, project: str = "docs-site", organisation: Organisation | None = None) -> None:
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


@pytest.fixture
def site(api: Api) -> Site:
    found = Site(api)
    found.enable()
    return found


@pytest.fixture
def filled(site: Site) -> Site:
    site.ingest(CACHE, HOURS)
    return site


# Enabled and disabled


def test_a_project_that_is_not_enabled_is_not_found(api: Api) -> None:
    site = Site(api)
    refused = site.get(status=404)
    assert (refused["error"], refused["project"]) == ("AI_SEARCH_NOT_ENABLED", "docs-site")
    assert site.post("/search", {"query": "x"}, 404)["error"] == "AI_SEARCH_NOT_ENABLED"
    site.post("/disable", status=404)


def test_enabling_shows_the_site_and_an_empty_index(api: Api) -> None:
    made = Site(api).enable(crawlerConfig={"maxPages": 3})
    assert (made["enabled"], made["project"], made["baseUrl"]) == (True, "docs-site", SITE)
    assert made["crawlerConfig"] == {"maxPages": 3}
    assert (made["pageCount"], made["chunkCount"], made["lastIndexedAt"]) == (0, 0, None)
    assert Site(api).get() == made


def test_enabling_twice_is_a_conflict(site: Site) -> None:
    assert site.post("/enable", {"baseUrl": SITE}, 409)["error"] == "AI_SEARCH_ENABLED"


def test_the_first_time_needs_a_base_url(api: Api) -> None:
    assert "base URL" in Site(api).post("/enable", {}, 400)["message"]


def test_enabling_again_finds_base_url_and_pages_as_they_were(filled: Site) -> None:
    assert filled.post("/disable")["enabled"] is False
    filled.get(status=404)
    again = filled.post("/enable", {})
    assert (again["baseUrl"], again["pageCount"]) == (SITE, 2)


def test_a_project_name_that_cannot_be_one_is_not_found(api: Api) -> None:
    assert Site(api, "No%20Such").post("/enable", {"baseUrl": SITE}, 404)["project"] == "No Such"


def test_both_spellings_of_the_organisation_lead_there(site: Site) -> None:
    site.root = site.root.replace("/organisations/", "/organizations/")
    assert site.get()["enabled"] is True


def test_the_path_below_ai_leads_nowhere(site: Site) -> None:
    assert site.api.get("/projects/docs-site/ai-search").status_code == 404


def test_projects_of_one_organisation_see_nothing_of_each_other(filled: Site) -> None:
    other = Site(filled.api, "other")
    other.enable()
    assert other.urls() == []
    assert other.search("purge")["results"] == []
    job = filled.crawl()
    other.get(f"/crawls/{job}", status=404)
    session = filled.chat("purge")["sessionId"]
    other.post("/chat", {"message": "and?", "sessionId": session}, 404)
    assert other.get("/usage")["searches"] == 1
    assert filled.get("/usage")["searches"] == 0


def test_organisations_see_nothing_of_each_other(filled: Site, server: Any) -> None:
    stranger = Site(filled.api, organisation=server.organisation())
    stranger.get(status=404)
    stranger.enable()
    assert stranger.urls() == []


# Settings


def test_settings_begin_closed_and_change_group_by_group(site: Site) -> None:
    assert site.get("/settings")["publicAccess"] == {"enabled": False, "allowedOrigins": []}
    limits = site.get("/settings")["rateLimits"]
    changed = site.put("/settings", {"publicAccess": {"enabled": True}})
    assert (changed["publicAccess"], changed["rateLimits"]) == ({"enabled": True}, limits)
    assert site.get("/settings") == changed


# Pages


def test_ingested_pages_are_cut_into_chunks_and_listed(site: Site) -> None:
    reply = site.ingest(CACHE, MANY)
    assert (reply["success"], reply["ingested"], reply["failed"]) == (True, 2, 0)
    assert [page["processingStatus"] for page in reply["pages"]] == ["indexed", "indexed"]
    one, many = (page["chunkCount"] for page in reply["pages"])
    assert one == 1 < many
    assert reply["chunksCreated"] == one + many
    status = site.get()
    assert (status["pageCount"], status["chunkCount"]) == (2, one + many)
    listed = site.get("/pages")["pages"]
    assert [(page["title"], page["chunkCount"]) for page in listed] == [("Purge the cache", one), ("A long page", many)]
    assert (listed[0]["tags"], listed[0]["contentType"]) == (["cache"], "text/html")
    assert "content" not in listed[0]


def test_a_page_takes_the_place_of_the_one_with_its_address(filled: Site) -> None:
    filled.ingest({**CACHE, "title": "Cache", "content": "Nothing but penguins."})
    assert filled.urls() == ["cache", "opening-hours"]
    assert filled.get("/pages")["pages"][0]["title"] == "Cache"
    assert filled.search("purge of one page")["results"] == []


def test_markup_is_taken_off_unless_the_content_is_clean_already(site: Site) -> None:
    site.ingest(CACHE)
    assert site.search("purge")["results"][0]["snippet"] == "Cache Press Purge. A purge of one page takes a second."
    site.ingest({**CACHE, "preProcessed": True})
    assert "<script>" in site.search("script ignore")["results"][0]["snippet"]


def test_a_page_of_which_no_text_is_left_is_not_indexed(site: Site) -> None:
    reply = site.ingest({**CACHE, "content": "<script>x()</script>"}, HOURS)
    assert (reply["success"], reply["ingested"], reply["failed"]) == (False, 1, 1)
    assert site.urls() == ["opening-hours"]


def test_the_list_is_searched_by_address_and_title(filled: Site) -> None:
    assert filled.urls(search="CACHE") == ["cache"]
    assert filled.urls(search="opening h") == ["opening-hours"]
    assert filled.urls(search="penguin") == []


def test_the_list_comes_in_parts(filled: Site) -> None:
    first = filled.get("/pages", limit=1)
    assert first["hasMore"] is True
    second = filled.get("/pages", limit=1, cursor=first["nextCursor"])
    assert (second["pages"][0]["title"], second["hasMore"], second["nextCursor"]) == ("Opening hours", False, None)


def test_pages_are_deleted_by_address(filled: Site) -> None:
    assert filled.delete("/pages", {"urls": [CACHE["url"], f"{SITE}nothing"]})["deletedCount"] == 1
    assert filled.urls() == ["opening-hours"]
    assert filled.search("purge")["results"] == []


def test_pages_are_deleted_by_pattern(filled: Site) -> None:
    assert filled.delete("/pages", {"patterns": [f"{SITE}open*", "*/nothing"]})["deletedCount"] == 1
    assert filled.urls() == ["cache"]


@pytest.mark.parametrize(
    ("pattern", "expected"),
    [
        ("https://x/a/b", True),
        ("https://x/a", False),
        ("https://x/*", True),
        ("*", True),
        ("*/a/*", True),
        ("*b", True),
        ("*a", False),
        ("https://x/a*b*", True),
        ("https://x/a/b*b", False),
        ("*" * 200 + "c", False),
    ],
)
def test_a_star_stands_for_any_characters(pattern: str, expected: bool) -> None:
    assert matches_any("https://x/a/b", [pattern]) is expected


def test_purging_empties_the_index_alone(filled: Site) -> None:
    assert filled.delete("/index")["deletedCount"] == 2
    assert (filled.get()["pageCount"], filled.get()["enabled"]) == (0, True)
    assert filled.delete("/index")["deletedCount"] == 0


# Search


def test_a_search_finds_the_closest_page_first(filled: Site) -> None:
    found = filled.search("when does the Hobart office open")
    assert found["results"][0]["url"] == HOURS["url"]
    assert found["query"] == "when does the Hobart office open"
    scores = [result["score"] for result in found["results"]]
    assert scores == sorted(scores, reverse=True)


def test_a_page_is_found_once_by_its_best_chunk(site: Site) -> None:
    site.ingest(MANY)
    found = site.search("Sentence 99 of the page")
    assert found["totalResults"] == 1
    assert "Sentence 99" in found["results"][0]["snippet"]
    assert len(found["results"][0]["snippet"]) <= 201


def test_nothing_is_found_where_nothing_is_close(filled: Site) -> None:
    assert filled.search("zebra quagga okapi")["results"] == []


def test_a_search_is_cut_at_its_limit_and_counts_the_rest(filled: Site) -> None:
    found = filled.search("the page of the Hobart office and one purge", limit=1)
    assert (len(found["results"]), found["totalResults"]) == (1, 2)


def test_only_results_with_the_least_score_are_given(filled: Site) -> None:
    everything = filled.search("the page of the Hobart office and one purge")["results"]
    best = everything[0]["score"]
    found = filled.search("the page of the Hobart office and one purge", minScore=best)
    assert [result["score"] for result in found["results"]] == [best]


# Chat


def test_an_answer_rests_on_pages_and_names_them(filled: Site) -> None:
    reply = filled.chat("How long does a purge of one page take?")
    assert "A purge of one page takes a second." in reply["response"]
    assert reply["sources"][0]["url"] == CACHE["url"]
    assert 0 < reply["sources"][0]["relevance"] <= 1


def test_an_answer_without_pages_says_so(filled: Site) -> None:
    reply = filled.chat("zebra quagga okapi")
    assert (reply["response"], reply["sources"]) == ("I found nothing about this in the pages of this site.", [])


def test_the_page_that_is_looked_at_comes_first(filled: Site) -> None:
    message = "How long does a purge of one page take?"
    reply = filled.chat(message, contextUrl=HOURS["url"], maxContextChunks=1)
    assert [source["url"] for source in reply["sources"]] == [HOURS["url"]]
    assert "Hobart" in reply["response"]


def test_an_answer_rests_on_no_more_chunks_than_it_may(filled: Site) -> None:
    message = "the page of the Hobart office and one purge"
    assert len(filled.chat(message)["sources"]) == 2
    assert len(filled.chat(message, maxContextChunks=1)["sources"]) == 1


def test_a_conversation_goes_on_under_its_id(filled: Site) -> None:
    first = filled.chat("How long does a purge take?")
    assert first["sessionId"].startswith("sess_")
    assert filled.chat("And then?", sessionId=first["sessionId"])["sessionId"] == first["sessionId"]
    assert filled.chat("How long does a purge take?")["sessionId"] != first["sessionId"]
    assert "sess_none" in filled.post("/chat", {"message": "x", "sessionId": "sess_none"}, 404)["message"]


def test_an_answer_can_be_scripted(filled: Site) -> None:
    filled.api.mock.script("As you wish.")
    reply = filled.chat("How long does a purge of one page take?")
    assert (reply["response"], reply["sources"][0]["url"]) == ("As you wish.", CACHE["url"])


def test_what_is_asked_counts_in_the_usage_of_the_organisation(filled: Site) -> None:
    filled.chat("How long does a purge take?")
    filled.search("purge")
    totals = ok(filled.api.get("/usage"))["totals"]
    assert totals["requestCount"] == 2
    assert totals["totalTokens"] == filled.get("/usage")["tokens"] > 0


def test_an_organisation_without_ai_neither_searches_nor_asks(filled: Site) -> None:
    ok(filled.api.put("/governance", {"aiEnabled": False, "modelPolicy": "unrestricted"}))
    assert filled.post("/search", {"query": "purge"}, 403)["code"] == "AI_DISABLED"
    assert filled.post("/chat", {"message": "purge"}, 403)["code"] == "AI_DISABLED"
    assert filled.get()["pageCount"] == 2


def test_a_limit_of_this_interface_holds_here_alone(filled: Site) -> None:
    limits = {"interfaceLimits": {"ai-search": {"dailyCents": 0}}}
    rules = {"aiEnabled": True, "modelPolicy": "unrestricted", "spendLimits": limits}
    ok(filled.api.put("/governance", rules))
    assert filled.post("/chat", {"message": "purge"}, 403)["code"] == "BUDGET_EXCEEDED"
    ok(filled.api.chat())


def test_an_answer_that_a_policy_withholds_names_no_source(filled: Site) -> None:
    rule = {"name": "purge", "match": {"type": "word", "values": ["purge"]}, "action": "BLOCK", "applyTo": "both"}
    made = ok(filled.api.post("/filter-policies", {"name": "No purge", "rules": [rule]}), 201)
    policy = made.get("policy", made)["policyId"]
    rules = {"aiEnabled": True, "modelPolicy": "unrestricted", "mandatoryFilterPolicies": [policy]}
    ok(filled.api.put("/governance", rules))
    reply = filled.chat("How long does a purge of one page take?")
    assert (reply["response"], reply["sources"]) == ("", [])


# Usage


def test_usage_counts_what_was_asked_within_the_range(filled: Site) -> None:
    mock = filled.api.mock
    mock.freeze(1_781_256_600)
    filled.search("purge")
    mock.advance(2 * 86400)
    filled.search("purge")
    filled.chat("purge")
    week = filled.get("/usage", range="7d")
    assert (week["searches"], week["chats"]) == (2, 1)
    assert [(day["searches"], day["chats"]) for day in week["daily"]] == [(1, 0), (1, 1)]
    hour = filled.get("/usage", range="1h")
    assert (hour["searches"], hour["chats"], len(hour["daily"])) == (1, 1, 1)
    assert filled.get("/usage")["range"] == "30d"
    mock.advance(31 * 86400)
    assert filled.get("/usage")["daily"] == []


def test_top_queries_are_counted_in_any_case_and_spacing(filled: Site) -> None:
    for query in ("zebra", "Purge  cache", "purge cache", "hobart"):
        filled.search(query)
    queries = filled.get("/top-queries")["queries"]
    assert (queries[0]["query"], queries[0]["count"]) == ("purge cache", 2)
    assert next(query for query in queries if query["query"] == "zebra")["averageResults"] == 0
    assert filled.get("/top-queries", limit=1)["count"] == 1
    filled.api.mock.advance(2 * 3600)
    assert filled.get("/top-queries", range="1h") == {"range": "1h", "queries": [], "count": 0}


# Crawls


def test_a_crawl_goes_on_by_the_clock_and_brings_pages(site: Site) -> None:
    mock = site.api.mock
    mock.freeze()
    mock.transitions(crawl={"progression": "time", "seconds": 40})
    job = site.crawl()
    assert site.get(f"/crawls/{job}")["status"] == "pending"
    assert site.urls() == []
    mock.advance(20)
    half = site.get(f"/crawls/{job}")
    assert (half["status"], half["pagesProcessed"], half["pagesFound"]) == ("running", 4, 8)
    assert site.urls() == ["", "about", "opening-hours", "docs/cache"]
    mock.advance(20)
    done = site.get(f"/crawls/{job}")
    assert (done["status"], done["pagesProcessed"], done["pagesFailed"], done["error"]) == ("completed", 8, 1, None)
    assert done["createdAt"] < done["startedAt"] < done["completedAt"]
    assert site.get()["pageCount"] == 6
    assert site.search("purge of the whole site")["results"][0]["title"] == "Purge the cache"


def test_pages_of_a_crawl_are_there_in_time_though_nobody_polls(site: Site) -> None:
    site.crawl()
    site.api.mock.advance(10)
    assert site.get()["pageCount"] == 6


def test_a_crawl_can_go_on_by_the_number_of_its_polls(site: Site) -> None:
    site.api.mock.transitions(crawl={"progression": "polls", "times": 2})
    job = site.crawl()
    assert [site.get(f"/crawls/{job}")["status"] for _ in range(3)] == ["pending", "running", "completed"]


def test_a_site_whose_host_cannot_be_resolved_makes_its_crawl_fail(api: Api) -> None:
    site = Site(api)
    site.enable(baseUrl="https://docs.example.invalid:8443/")
    site.api.mock.transitions(crawl="immediate")
    failed = site.get(f"/crawls/{site.crawl()}")
    assert (failed["status"], failed["error"]) == ("failed", "The host docs.example.invalid cannot be resolved.")
    assert failed["completedAt"] is not None


def test_disabling_ends_a_crawl(site: Site) -> None:
    site.api.mock.freeze()
    job = site.crawl()
    site.post("/disable")
    site.post("/enable", {})
    site.api.mock.advance(60)
    assert (site.get(f"/crawls/{job}")["status"], site.urls()) == ("failed", [])


def test_a_crawl_keeps_to_the_configuration(api: Api) -> None:
    site = Site(api)
    site.enable(crawlerConfig={"maxPages": 3, "exclude": ["*/about"]})
    site.api.mock.transitions(crawl="immediate")
    job = site.crawl()
    assert site.get(f"/crawls/{job}")["pagesFound"] == 3
    assert site.urls() == ["", "opening-hours"]
    (skipped,) = site.get(f"/crawls/{job}/pages", processingStatus="skipped")["pages"]
    assert skipped["error"] == "The address is excluded."


def test_the_pages_of_a_crawl_are_filtered(site: Site) -> None:
    site.api.mock.transitions(crawl="immediate")
    path = f"/crawls/{site.crawl()}/pages"
    everything = site.get(path)
    assert everything["count"] == 8
    assert [page["statusCode"] for page in site.get(path, statusCode=404)["pages"]] == [404]
    assert site.get(path, processingStatus="failed")["pages"] == site.get(path, statusCode=404)["pages"]
    assert [page["contentType"] for page in site.get(path, processingStatus="skipped")["pages"]] == ["image/svg+xml"]
    assert site.get(path, limit=2)["pages"] == everything["pages"][:2]


def test_ingested_pages_are_listed_with_the_crawl_that_they_belong_to(site: Site) -> None:
    site.ingest(HOURS, {**CACHE, "content": "<p></p>"}, jobId="nightly")
    pages = site.get("/crawls/nightly/pages")["pages"]
    assert [(page["title"], page["processingStatus"]) for page in pages] == [
        ("Opening hours", "indexed"),
        ("Purge the cache", "failed"),
    ]
    assert site.get("/pages")["pages"][0]["jobId"] == "nightly"


def test_crawls_are_listed_latest_first(site: Site) -> None:
    first, second = site.crawl(), site.crawl()
    listed = site.get("/crawls")
    assert ([crawl["jobId"] for crawl in listed["crawls"]], listed["count"]) == ([second, first], 2)
    assert site.get("/crawls", limit=1)["count"] == 1


def test_an_unknown_crawl_is_not_found(site: Site) -> None:
    assert site.get("/crawls/crawl_none", status=404)["jobId"] == "crawl_none"
    site.get("/crawls/crawl_none/pages", status=404)
