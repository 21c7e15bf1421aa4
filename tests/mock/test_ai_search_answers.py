"""AI Search finds pages and answers questions about them, and its usage is counted."""

from __future__ import annotations

from tests.mock.support.ai_search import CACHE, HOURS, MANY, Site
from tests.mock.support.client import ok


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


def test_questions_count_in_the_usage_of_the_organisation(filled: Site) -> None:
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


def test_usage_counts_the_questions_within_the_range(filled: Site) -> None:
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
