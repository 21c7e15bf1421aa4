"""AI Search: the pages of a project's site, crawled or ingested, to search and to chat about."""

from __future__ import annotations

from datetime import UTC, datetime
from itertools import islice
from typing import Any, TypeAlias

from ..document.refusal import Refusal, bad_request, conflict, not_found
from ..engine.crawls import PAGE_FILTERS, Crawl, Crawls
from ..engine.plain_text import plain_text
from ..engine.search_index import MIN_SCORE, Found, Hit, Index, hits_in, snippet
from ..engine.turns import Prompt, take_buffered_turn
from ..rules import admission, metering
from ..state.clock import iso
from ..state.marks import time_mark
from ..state.paging import paginate
from ..state.request_context import RequestContext
from ..synthetic import websites, wording
from ..synthetic.catalogue import MODELS

Project: TypeAlias = dict[str, Any]
KIND = "ai_search"
EVENT = "event"  # the name of a mark
MODEL = MODELS["amazon.nova-lite-v1:0"]
EMBEDDER = MODELS["amazon.titan-embed-text-v2:0"]
SETTINGS = {
    "publicAccess": {"enabled": False, "allowedOrigins": []},
    "rateLimits": {"perMinute": 60, "perDay": 10000},
}
MAX_TEXT = 1_000_000  # characters of text that one request can add; it takes a second to make their vectors
NO_ANSWER = "I found nothing about this in the pages of this site."
SECONDS_PER_UNIT = {"h": 3600, "d": 86400}


def ai_search_get_status(context: RequestContext) -> dict[str, Any]:
    return _status(context, _enabled(context))


def ai_search_enable(context: RequestContext) -> dict[str, Any]:
    name, body = context.path["project"], context.body
    project = context.store.get(KIND, name)
    if project is not None and project["enabled"]:
        raise conflict("AI_SEARCH_ENABLED", "AI Search is already enabled for this project.", project=name)
    if project is None and not body.get("baseUrl"):
        raise bad_request("A base URL is required to enable AI Search.", project=name)
    project = {
        "project": name,
        "crawlerConfig": {},
        "settings": {**SETTINGS, "updatedAt": context.iso_now},
        "createdAt": context.iso_now,
        **(project or {}),
        **{key: body[key] for key in ("baseUrl", "crawlerConfig") if key in body},
        "enabled": True,
    }
    context.store.put(KIND, name, project)
    return _status(context, project)


def ai_search_disable(context: RequestContext) -> dict[str, Any]:
    project = _enabled(context)
    _crawls(context).cancel_all("AI Search was disabled.")
    context.store.put(KIND, project["project"], project | {"enabled": False})
    return {"success": True, "enabled": False, "message": "AI Search disabled"}


def ai_search_get_settings(context: RequestContext) -> dict[str, Any]:
    found: dict[str, Any] = _enabled(context)["settings"]
    return found


def ai_search_update_settings(context: RequestContext) -> dict[str, Any]:
    project = _enabled(context)
    changes = {name: context.body[name] for name in SETTINGS if name in context.body}
    project["settings"] |= {**changes, "updatedAt": context.iso_now}
    context.store.put(KIND, project["project"], project)
    return ai_search_get_settings(context)


def ai_search_list_pages(context: RequestContext) -> Any:
    _enabled(context)
    wanted = context.query.get("search", "").casefold()
    found = (lambda page: wanted in f"{page['url']}\n{page['title']}".casefold()) if wanted else None
    listing = _index(context).listing(found)
    return paginate(context, listing, _as_reply)


def ai_search_ingest_pages(context: RequestContext) -> dict[str, Any]:
    _enabled(context)
    index, crawls, job_id = _index(context), _crawls(context), context.body.get("jobId")
    outcomes = []
    room = MAX_TEXT
    for page in context.body["pages"]:
        content = page["content"]
        text = content.strip() if page["preProcessed"] else plain_text(content, page["contentType"])
        chunk_count = len(index.put(page, text, job_id)) if len(text) <= room else 0
        room -= len(text) if chunk_count else 0
        outcomes.append(
            {"url": page["url"], "processingStatus": "indexed" if chunk_count else "failed", "chunkCount": chunk_count}
        )
        if job_id is not None:
            shown = {key: page[key] for key in ("url", "title", "contentType", "fetchedAt") if key in page}
            crawls.add_page(job_id, shown | {"processingStatus": outcomes[-1]["processingStatus"]})
    failed = sum(outcome["processingStatus"] == "failed" for outcome in outcomes)
    return {
        "success": failed == 0,
        "jobId": job_id,
        "ingested": len(outcomes) - failed,
        "failed": failed,
        "chunksCreated": sum(outcome["chunkCount"] for outcome in outcomes),
        "pages": outcomes,
    }


def ai_search_delete_pages(context: RequestContext) -> dict[str, Any]:
    _enabled(context)
    index, patterns = _index(context), context.body.get("patterns", [])
    fitting = [
        page["url"] for page in index.listing().records() if patterns and websites.matches_any(page["url"], patterns)
    ]
    return _deleted(index.delete([*context.body.get("urls", []), *fitting]))


def ai_search_purge_index(context: RequestContext) -> dict[str, Any]:
    _enabled(context)
    return _deleted(_index(context).clear())


def ai_search_search(context: RequestContext) -> dict[str, Any]:
    _enabled(context)
    query = context.body["query"]
    admission.admit(context, EMBEDDER, admission.AI_SEARCH)
    tokens = wording.count_tokens(query)
    metering.record(context, EMBEDDER, tokens, 0, interface=admission.AI_SEARCH)
    min_score = max(MIN_SCORE, context.body.get("minScore", 0))
    index, best = _index(context), dict[str, Found]()
    for found in index.nearest(query):
        if found.score >= min_score:
            best.setdefault(found.url, found)
    _record_event(context, "search", query=query, results=len(best), tokens=tokens)
    shown = [index.hit(found) for found in islice(best.values(), context.body["limit"])]
    results = [
        {"url": hit.page["url"], "title": hit.page["title"], "snippet": snippet(hit, query), "score": hit.score}
        for hit in shown
    ]
    return {"query": query, "results": results, "totalResults": len(best), "timingMs": 1}


def ai_search_chat(context: RequestContext) -> dict[str, Any]:
    _enabled(context)
    message = context.body["message"]
    admission.admit(context, MODEL, admission.AI_SEARCH)
    session = _session(context)
    hits = _context(context, message)
    session["messages"].append({"role": "user", "content": message})
    prompt = Prompt(
        operation=context.operation.id,
        model=MODEL,
        messages=session["messages"],
        system="\n\n".join(f"{hit.page['title']}\n{hit.chunk}" for hit in hits),
        interface=admission.AI_SEARCH,
        answer=" ".join(dict.fromkeys(snippet(hit, message) for hit in hits[:2])) or NO_ANSWER,
    )
    turn = take_buffered_turn(context, prompt)
    session["messages"].append(turn.history)
    context.store.put(_kind(context, "session"), session["id"], session)
    _record_event(context, "chat", tokens=turn.usage["totalTokens"])
    sources: dict[str, dict[str, Any]] = {}
    for hit in () if turn.withheld else sorted(hits, key=lambda hit: -hit.score):
        source = {"url": hit.page["url"], "title": hit.page["title"], "relevance": hit.score}
        sources.setdefault(hit.page["url"], source)
    return {"response": turn.text, "sources": list(sources.values()), "sessionId": session["id"]}


def ai_search_get_usage(context: RequestContext) -> dict[str, Any]:
    _enabled(context)
    since, events = _events(context)
    days: dict[str, list[dict[str, Any]]] = {}
    for event in events:
        days.setdefault(datetime.fromtimestamp(event["at"], UTC).strftime("%Y-%m-%d"), []).append(event)
    return {
        "range": context.query["range"],
        "from": iso(since),
        "to": context.iso_now,
        **_sum(events),
        "daily": [{"date": day, **_sum(found)} for day, found in sorted(days.items())],
    }


def ai_search_list_top_queries(context: RequestContext) -> dict[str, Any]:
    _enabled(context)
    by_query: dict[str, list[dict[str, Any]]] = {}
    for event in _events(context)[1]:
        if event["kind"] == "search":
            by_query.setdefault(" ".join(event["query"].lower().split()), []).append(event)
    queries = [
        {
            "query": query,
            "count": len(events),
            "averageResults": round(sum(event["results"] for event in events) / len(events), 2),
            "lastSearchedAt": iso(events[-1]["at"]),
        }
        for query, events in sorted(by_query.items(), key=lambda item: (-len(item[1]), -item[1][-1]["at"], item[0]))
    ]
    shown = queries[: context.query["limit"]]
    return {"range": context.query["range"], "queries": shown, "count": len(shown)}


def ai_search_list_crawls(context: RequestContext) -> dict[str, Any]:
    _enabled(context)
    crawls = _crawls(context)
    shown = [crawls.as_reply(crawl) for crawl in crawls.newest(context.query["limit"])]
    return {"crawls": shown, "count": len(shown)}


def ai_search_trigger_crawl(context: RequestContext) -> dict[str, Any]:
    project = _enabled(context)
    crawls = _crawls(context)
    return crawls.as_reply(crawls.start(context.body["crawler_uuid"], project["baseUrl"], project["crawlerConfig"]))


def ai_search_get_crawl(context: RequestContext) -> dict[str, Any]:
    crawl = _crawl(context)
    shown = _crawls(context).as_reply(crawl)
    _crawls(context).count_poll(crawl)
    return shown


def ai_search_list_crawl_pages(context: RequestContext) -> dict[str, Any]:
    _enabled(context)
    job_id, query, crawls = context.path["jobId"], context.query, _crawls(context)
    if not crawls.has_pages(job_id):
        _crawl(context)
    found = crawls.pages(job_id, {name: query[name] for name in PAGE_FILTERS if name in query}, query["limit"])
    return {"jobId": job_id, "pages": found, "count": len(found)}


def _enabled(context: RequestContext) -> Project:
    """The project, with its crawls advanced to their present state.

    Raises:
        Refusal: 404; AI Search is not enabled for it.
    """
    name = context.path["project"]
    project = context.store.get(KIND, name)
    if project is None or not project["enabled"]:
        message = "AI Search is not enabled for this project."
        raise Refusal(404, {"error": "AI_SEARCH_NOT_ENABLED", "message": message, "project": name})
    _crawls(context).advance_all()
    return project


def _kind(context: RequestContext, name: str) -> str:
    """The kind of a record that belongs to one project."""
    return f"{KIND}_{name}:{context.path['project']}"


def _index(context: RequestContext) -> Index:
    return Index(context, context.path["project"])


def _crawls(context: RequestContext) -> Crawls:
    return Crawls(context, context.path["project"], _index(context))


def _crawl(context: RequestContext) -> Crawl:
    _enabled(context)
    job_id = context.path["jobId"]
    crawl = _crawls(context).get(job_id)
    if crawl is None:
        raise not_found("Crawl", jobId=job_id)
    return crawl


def _session(context: RequestContext) -> dict[str, Any]:
    session_id = context.body.get("sessionId")
    if session_id is None:
        return {"id": f"sess_{context.new_hex('ai_search_session')[:12]}", "messages": []}
    session = context.store.get(_kind(context, "session"), session_id)
    if session is None:
        raise not_found("Session", sessionId=session_id)
    return session


def _context(context: RequestContext, message: str) -> list[Hit]:
    """The chunks that an answer is based on: those of the current page first, then the most similar ones."""
    index, limit = _index(context), context.body["maxContextChunks"]
    current = index.get(context.body.get("contextUrl", ""))
    first = sorted(hits_in(current, message), key=lambda hit: -hit.score)[:limit] if current is not None else []
    others = (found for found in index.nearest(message) if current is None or found.url != current["url"])
    return [*first, *(index.hit(found) for found in islice(others, limit - len(first)))]


def _status(context: RequestContext, project: Project) -> dict[str, Any]:
    index = _index(context)
    last = index.last_indexed
    return {
        **{name: project[name] for name in ("enabled", "project", "baseUrl", "crawlerConfig", "createdAt")},
        "pageCount": len(index),
        "chunkCount": index.chunk_count,
        "lastIndexedAt": iso(last) if last is not None else None,
    }


def _as_reply(page: dict[str, Any]) -> dict[str, Any]:
    fields = {key: value for key, value in page.items() if key not in ("chunks", "indexed")}
    return {**fields, "chunkCount": len(page["chunks"]), "indexedAt": iso(page["indexed"])}


def _deleted(count: int) -> dict[str, Any]:
    return {"success": True, "deletedCount": count, "message": f"{count} page(s) deleted"}


def _record_event(context: RequestContext, kind: str, **details: Any) -> None:
    """Record a search or a chat for the usage."""
    number = context.store.next_number(_kind(context, "event"))
    event = {"at": context.now, "kind": kind, **details}
    context.store.put(_kind(context, "event"), f"{number:012}", event, marks=[time_mark(EVENT, context.now)])


def _events(context: RequestContext) -> tuple[float, list[dict[str, Any]]]:
    """The start of the requested range, and the events since then."""
    text = context.query["range"]
    since = context.now - int(text[:-1]) * SECONDS_PER_UNIT[text[-1]]
    window = time_mark(EVENT, since), time_mark(EVENT, context.now)
    found = context.store.between(_kind(context, "event"), *window)
    return since, [event for _, event in found if since < event["at"] <= context.now]


def _sum(events: list[dict[str, Any]]) -> dict[str, int]:
    return {
        "searches": sum(event["kind"] == "search" for event in events),
        "chats": sum(event["kind"] == "chat" for event in events),
        "tokens": sum(event.get("tokens", 0) for event in events),
    }
