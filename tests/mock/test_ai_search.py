"""AI Search of a project: enabled and disabled, its settings, and the pages of its index."""

from __future__ import annotations

from typing import Any

import pytest
from tests.mock.support.ai_search import CACHE, HOURS, MANY, SITE, Site
from tests.mock.support.client import ApiClient

from quant_ai_mock.synthetic.websites import matches_any

# Enabled and disabled


def test_a_project_that_is_not_enabled_is_not_found(api: ApiClient) -> None:
    site = Site(api)
    refused = site.get(status=404)
    assert (refused["error"], refused["project"]) == ("AI_SEARCH_NOT_ENABLED", "docs-site")
    assert site.post("/search", {"query": "x"}, 404)["error"] == "AI_SEARCH_NOT_ENABLED"
    site.post("/disable", status=404)


def test_enabling_shows_the_site_and_an_empty_index(api: ApiClient) -> None:
    made = Site(api).enable(crawlerConfig={"maxPages": 3})
    assert (made["enabled"], made["project"], made["baseUrl"]) == (True, "docs-site", SITE)
    assert made["crawlerConfig"] == {"maxPages": 3}
    assert (made["pageCount"], made["chunkCount"], made["lastIndexedAt"]) == (0, 0, None)
    assert Site(api).get() == made


def test_enabling_twice_is_a_conflict(site: Site) -> None:
    assert site.post("/enable", {"baseUrl": SITE}, 409)["error"] == "AI_SEARCH_ENABLED"


def test_the_first_time_needs_a_base_url(api: ApiClient) -> None:
    assert "base URL" in Site(api).post("/enable", {}, 400)["message"]


def test_enabling_again_finds_base_url_and_pages_as_they_were(filled: Site) -> None:
    assert filled.post("/disable")["enabled"] is False
    filled.get(status=404)
    again = filled.post("/enable", {})
    assert (again["baseUrl"], again["pageCount"]) == (SITE, 2)


def test_a_project_name_that_cannot_be_one_is_not_found(api: ApiClient) -> None:
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


def test_pages_with_more_text_than_one_request_may_add_are_not_indexed(site: Site) -> None:
    long = {"url": "https://docs.example.com/long", "title": "Long", "content": "words " * 180_000}
    found = site.ingest(CACHE, long, HOURS)
    outcomes = {page["url"]: page["processingStatus"] for page in found["pages"]}
    assert outcomes == {CACHE["url"]: "indexed", long["url"]: "failed", HOURS["url"]: "indexed"}
