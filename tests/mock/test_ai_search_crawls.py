"""Crawls of a site: they progress by the clock or by polls, and index pages."""

from __future__ import annotations

from tests.mock.support.ai_search import CACHE, HOURS, Site
from tests.mock.support.client import ApiClient


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


def test_a_site_whose_host_cannot_be_resolved_makes_its_crawl_fail(api: ApiClient) -> None:
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


def test_a_crawl_keeps_to_the_configuration(api: ApiClient) -> None:
    site = Site(api)
    site.enable(crawlerConfig={"maxPages": 3, "exclude": ["*/about"]})
    site.api.mock.transitions(crawl="immediate")
    job = site.crawl()
    assert site.get(f"/crawls/{job}")["pagesFound"] == 3
    assert site.urls() == ["", "opening-hours"]
    (skipped,) = site.get(f"/crawls/{job}/pages", processingStatus="skipped")["pages"]
    assert skipped["error"] == "The URL is excluded."


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
