"""AI Search: the pages of a project's site, crawled or ingested, searched by meaning and asked about."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any, TypeAlias

from ..document.refusal import Refusal, bad_request, conflict, not_found
from ..engine.crawls import Crawl, Crawls
from ..engine.search_index import NEAR, Hit, Index, hits_in, plain, snippet
from ..engine.turns import Prompt, take_turn
from ..rules import admission, metering
from ..state.clock import iso
from ..state.paging import page as paged
from ..state.request_context import Call
from ..synthetic import websites, wording
from ..synthetic.catalogue import MODELS

Project: TypeAlias = dict[str, Any]
KIND = "ai_search"
MODEL = MODELS["amazon.nova-lite-v1:0"]
EMBEDDER = MODELS["amazon.titan-embed-text-v2:0"]
SETTINGS = {
    "publicAccess": {"enabled": False, "allowedOrigins": []},
    "rateLimits": {"perMinute": 60, "perDay": 10000},
}
NOTHING = "I found nothing about this in the pages of this site."
SECONDS = {"h": 3600, "d": 86400}


def ai_search_get_status(call: Call) -> dict[str, Any]:
    return _status(call, _enabled(call))


def ai_search_enable(call: Call) -> dict[str, Any]:
    name, body = call.path["project"], call.body
    project = call.shelf.get(KIND, name)
    if project is not None and project["enabled"]:
        raise conflict("AI_SEARCH_ENABLED", "AI Search is enabled for this project already.", project=name)
    if project is None and not body.get("baseUrl"):
        raise bad_request("A base URL is needed to enable AI Search.", project=name)
    project = {
        "project": name,
        "crawlerConfig": {},
        "settings": {**SETTINGS, "updatedAt": call.iso_now},
        "createdAt": call.iso_now,
        **(project or {}),
        **{key: body[key] for key in ("baseUrl", "crawlerConfig") if key in body},
        "enabled": True,
    }
    call.shelf.put(KIND, name, project)
    return _status(call, project)


def ai_search_disable(call: Call) -> dict[str, Any]:
    project = _enabled(call)
    _crawls(call).end("AI Search was disabled.")
    call.shelf.put(KIND, project["project"], project | {"enabled": False})
    return {"success": True, "enabled": False, "message": "AI Search disabled"}


def ai_search_get_settings(call: Call) -> dict[str, Any]:
    found: dict[str, Any] = _enabled(call)["settings"]
    return found


def ai_search_update_settings(call: Call) -> dict[str, Any]:
    project = _enabled(call)
    changes = {name: call.body[name] for name in SETTINGS if name in call.body}
    project["settings"] |= {**changes, "updatedAt": call.iso_now}
    call.shelf.put(KIND, project["project"], project)
    return ai_search_get_settings(call)


def ai_search_list_pages(call: Call) -> Any:
    _enabled(call)
    wanted = call.query.get("search", "").casefold()
    pages = [_shown(page) for page in _index(call) if wanted in f"{page['url']}\n{page['title']}".casefold()]
    return paged(call, pages, lambda page: str(page["url"]))


def ai_search_ingest_pages(call: Call) -> dict[str, Any]:
    _enabled(call)
    index, crawls, job_id = _index(call), _crawls(call), call.body.get("jobId")
    outcomes = []
    for page in call.body["pages"]:
        content = page["content"]
        text = content.strip() if page["preProcessed"] else plain(content, page["contentType"])
        made = len(index.put(page, text, job_id))
        outcomes.append({"url": page["url"], "processingStatus": "indexed" if made else "failed", "chunkCount": made})
        if job_id is not None:
            shown = {key: page[key] for key in ("url", "title", "contentType", "fetchedAt") if key in page}
            crawls.add(job_id, shown | {"processingStatus": outcomes[-1]["processingStatus"]})
    failed = sum(outcome["processingStatus"] == "failed" for outcome in outcomes)
    return {
        "success": failed == 0,
        "jobId": job_id,
        "ingested": len(outcomes) - failed,
        "failed": failed,
        "chunksCreated": sum(outcome["chunkCount"] for outcome in outcomes),
        "pages": outcomes,
    }


def ai_search_delete_pages(call: Call) -> dict[str, Any]:
    _enabled(call)
    index, patterns = _index(call), call.body.get("patterns", [])
    fitting = [page["url"] for page in index if websites.fits(page["url"], patterns)]
    return _deleted(index.delete([*call.body.get("urls", []), *fitting]))


def ai_search_purge_index(call: Call) -> dict[str, Any]:
    _enabled(call)
    return _deleted(_index(call).clear())


def ai_search_search(call: Call) -> dict[str, Any]:
    _enabled(call)
    query = call.body["query"]
    admission.admit(call, EMBEDDER, admission.AI_SEARCH)
    tokens = wording.count(query)
    metering.record(call, EMBEDDER, tokens, 0, interface=admission.AI_SEARCH)
    least = max(NEAR, call.body.get("minScore", 0))
    best: dict[str, Hit] = {}
    for hit in _index(call).nearest(query):
        if hit.score >= least:
            best.setdefault(hit.page["url"], hit)
    _note(call, "search", query=query, results=len(best), tokens=tokens)
    results = [
        {"url": url, "title": hit.page["title"], "snippet": snippet(hit, query), "score": hit.score}
        for url, hit in best.items()
    ]
    return {"query": query, "results": results[: call.body["limit"]], "totalResults": len(best), "timingMs": 1}


def ai_search_chat(call: Call) -> dict[str, Any]:
    _enabled(call)
    message = call.body["message"]
    admission.admit(call, MODEL, admission.AI_SEARCH)
    session = _session(call)
    context = _context(call, message)
    session["messages"].append({"role": "user", "content": message})
    prompt = Prompt(
        operation=call.operation.id,
        model=MODEL,
        messages=session["messages"],
        system="\n\n".join(f"{hit.page['title']}\n{hit.chunk}" for hit in context),
        interface=admission.AI_SEARCH,
        says=" ".join(dict.fromkeys(snippet(hit, message) for hit in context[:2])) or NOTHING,
    )
    turn = take_turn(call, prompt)
    session["messages"].append(turn.history)
    call.shelf.put(_kind(call, "session"), session["id"], session)
    _note(call, "chat", tokens=turn.usage["totalTokens"])
    sources: dict[str, dict[str, Any]] = {}
    for hit in () if turn.withheld else sorted(context, key=lambda hit: -hit.score):
        source = {"url": hit.page["url"], "title": hit.page["title"], "relevance": hit.score}
        sources.setdefault(hit.page["url"], source)
    return {"response": turn.text, "sources": list(sources.values()), "sessionId": session["id"]}


def ai_search_get_usage(call: Call) -> dict[str, Any]:
    _enabled(call)
    since, events = _events(call)
    days: dict[str, list[dict[str, Any]]] = {}
    for event in events:
        days.setdefault(datetime.fromtimestamp(event["at"], UTC).strftime("%Y-%m-%d"), []).append(event)
    return {
        "range": call.query["range"],
        "from": iso(since),
        "to": call.iso_now,
        **_sum(events),
        "daily": [{"date": day, **_sum(found)} for day, found in sorted(days.items())],
    }


def ai_search_list_top_queries(call: Call) -> dict[str, Any]:
    _enabled(call)
    asked: dict[str, list[dict[str, Any]]] = {}
    for event in _events(call)[1]:
        if event["kind"] == "search":
            asked.setdefault(" ".join(event["query"].lower().split()), []).append(event)
    queries = [
        {
            "query": query,
            "count": len(events),
            "averageResults": round(sum(event["results"] for event in events) / len(events), 2),
            "lastSearchedAt": iso(events[-1]["at"]),
        }
        for query, events in sorted(asked.items(), key=lambda item: (-len(item[1]), -item[1][-1]["at"], item[0]))
    ]
    shown = queries[: call.query["limit"]]
    return {"range": call.query["range"], "queries": shown, "count": len(shown)}


def ai_search_list_crawls(call: Call) -> dict[str, Any]:
    _enabled(call)
    crawls = _crawls(call)
    shown = [crawls.shown(crawl) for crawl in crawls.all()[: call.query["limit"]]]
    return {"crawls": shown, "count": len(shown)}


def ai_search_trigger_crawl(call: Call) -> dict[str, Any]:
    project = _enabled(call)
    crawls = _crawls(call)
    return crawls.shown(crawls.start(call.body["crawler_uuid"], project["baseUrl"], project["crawlerConfig"]))


def ai_search_get_crawl(call: Call) -> dict[str, Any]:
    crawl = _crawl(call)
    shown = _crawls(call).shown(crawl)
    _crawls(call).count_poll(crawl)
    return shown


def ai_search_list_crawl_pages(call: Call) -> dict[str, Any]:
    _enabled(call)
    job_id, query = call.path["jobId"], call.query
    pages = _crawls(call).pages(job_id)
    if not pages:
        _crawl(call)
    names = [name for name in ("statusCode", "processingStatus") if name in query]
    found = [page for page in pages if all(page.get(name) == query[name] for name in names)][: query["limit"]]
    return {"jobId": job_id, "pages": found, "count": len(found)}


def _enabled(call: Call) -> Project:
    """The project, with its crawls brought to where they are due by now.

    Raises:
        Refusal: 404; AI Search is not enabled for it.
    """
    name = call.path["project"]
    project = call.shelf.get(KIND, name)
    if project is None or not project["enabled"]:
        message = "AI Search is not enabled for this project."
        raise Refusal(404, {"error": "AI_SEARCH_NOT_ENABLED", "message": message, "project": name})
    _crawls(call).move_on()
    return project


def _kind(call: Call, thing: str) -> str:
    """What is kept of one project is not seen by another."""
    return f"{KIND}_{thing}:{call.path['project']}"


def _index(call: Call) -> Index:
    return Index(call, call.path["project"])


def _crawls(call: Call) -> Crawls:
    return Crawls(call, call.path["project"], _index(call))


def _crawl(call: Call) -> Crawl:
    _enabled(call)
    job_id = call.path["jobId"]
    crawl = _crawls(call).get(job_id)
    if crawl is None:
        raise not_found("Crawl", jobId=job_id)
    return crawl


def _session(call: Call) -> dict[str, Any]:
    own_id = call.body.get("sessionId")
    if own_id is None:
        return {"id": f"sess_{call.new_hex('ai_search_session')[:12]}", "messages": []}
    session = call.shelf.get(_kind(call, "session"), own_id)
    if session is None:
        raise not_found("Session", sessionId=own_id)
    return session


def _context(call: Call, message: str) -> list[Hit]:
    """The chunks that an answer rests on: those of the page that is looked at, then those closest to the message."""
    looked_at = _index(call).get(call.body.get("contextUrl", ""))
    first = sorted(hits_in(looked_at, message), key=lambda hit: -hit.score) if looked_at is not None else []
    others = [hit for hit in _index(call).nearest(message) if looked_at is None or hit.page["url"] != looked_at["url"]]
    return [*first, *others][: call.body["maxContextChunks"]]


def _status(call: Call, project: Project) -> dict[str, Any]:
    pages = list(_index(call))
    last = max((page["indexed"] for page in pages), default=None)
    return {
        **{name: project[name] for name in ("enabled", "project", "baseUrl", "crawlerConfig", "createdAt")},
        "pageCount": len(pages),
        "chunkCount": sum(len(page["chunks"]) for page in pages),
        "lastIndexedAt": iso(last) if last is not None else None,
    }


def _shown(page: dict[str, Any]) -> dict[str, Any]:
    kept = {key: value for key, value in page.items() if key not in ("chunks", "indexed")}
    return {**kept, "chunkCount": len(page["chunks"]), "indexedAt": iso(page["indexed"])}


def _deleted(count: int) -> dict[str, Any]:
    return {"success": True, "deletedCount": count, "message": f"{count} page(s) deleted"}


def _note(call: Call, kind: str, **facts: Any) -> None:
    """Write down that something was asked, for the usage."""
    number = call.shelf.number(_kind(call, "event"))
    call.shelf.put(_kind(call, "event"), f"{number:012}", {"at": call.now, "kind": kind, **facts})


def _events(call: Call) -> tuple[float, list[dict[str, Any]]]:
    """Since when the range of the request looks back, and what was asked since then."""
    text = call.query["range"]
    since = call.now - int(text[:-1]) * SECONDS[text[-1]]
    return since, [event for event in call.shelf.all(_kind(call, "event")) if since < event["at"] <= call.now]


def _sum(events: list[dict[str, Any]]) -> dict[str, int]:
    return {
        "searches": sum(event["kind"] == "search" for event in events),
        "chats": sum(event["kind"] == "chat" for event in events),
        "tokens": sum(event.get("tokens", 0) for event in events),
    }
