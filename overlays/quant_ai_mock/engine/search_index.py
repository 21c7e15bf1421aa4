"""The search index of one project: its pages, cut into chunks that are searched by the similarity of vectors."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from operator import mul
from typing import Any, NamedTuple

from ..state.listing import Listing
from ..state.request_context import RequestContext
from ..synthetic.chunking import chunks
from ..synthetic.vectors import embed
from .vector_index import Vectors

DIMENSIONS = 256
CHUNK, OVERLAP = 500, 50
MIN_SCORE = 0.1  # below it, two texts are similar by chance
SNIPPET = 200
_SENTENCE = re.compile(r"(?<=[.!?])\s+")


class Hit(NamedTuple):
    """A chunk that is similar to a text."""

    page: dict[str, Any]
    chunk: str
    score: float


class Found(NamedTuple):
    """The same without its page: the URL, and the number of the chunk."""

    url: str
    chunk: int
    score: float


class Index:
    """The index of one project."""

    def __init__(self, context: RequestContext, project: str) -> None:
        self._context = context
        self._kind = f"ai_search_page:{project}"
        self._chunks = f"ai_search_chunk:{project}"
        self._last = f"ai_search_indexed:{project}"
        self._vectors = Vectors(context, self._chunks, DIMENSIONS)

    def __len__(self) -> int:
        return self._context.store.count(self._kind)

    @property
    def chunk_count(self) -> int:
        """The number of chunks of all pages."""
        return self._context.store.count(self._chunks)

    @property
    def last_indexed(self) -> float | None:
        """When a page was indexed last; None if no page is indexed."""
        found = self._context.store.get(self._last, self._last)
        return found["at"] if found is not None and len(self) else None

    def listing(self, fits: Callable[[dict[str, Any]], bool] | None = None) -> Listing:
        """The pages that fit, or all, in the order in which they were indexed first."""
        return Listing(self._context.store, self._kind, newest_first=False, fits=fits)

    def put(self, page: dict[str, Any], text: str, job_id: str | None) -> list[str]:
        """Index a page in place of the one with the same URL; returns its chunks, none if there is no text."""
        found = chunks(text, CHUNK, OVERLAP) if text else []
        if found:
            store, url = self._context.store, page["url"]
            self._delete_chunks(url)
            stored = {key: value for key, value in page.items() if key not in ("content", "preProcessed")}
            stored = {**stored, "jobId": job_id, "chunks": found, "indexed": self._context.now}
            store.put(self._kind, url, stored)
            store.put(self._last, self._last, {"at": self._context.now})
            for number, chunk in enumerate(found):
                store.put(self._chunks, _chunk_id(url, number), {})
                self._vectors.put(_chunk_id(url, number), embed(_searched(stored, chunk), DIMENSIONS))
        return found

    def get(self, url: str) -> dict[str, Any] | None:
        """The page with a URL, if it is indexed."""
        return self._context.store.get(self._kind, url)

    def delete(self, urls: Iterable[str]) -> int:
        """Delete pages; returns how many there were."""
        deleted = 0
        for url in dict.fromkeys(urls):
            self._delete_chunks(url)
            deleted += self._context.store.delete(self._kind, url)
        return deleted

    def clear(self) -> int:
        """Delete all pages; returns how many there were."""
        self._vectors.forget_all()
        self._context.store.clear(self._chunks)
        return self._context.store.clear(self._kind)

    def nearest(self, text: str) -> list[Found]:
        """The chunks that are similar to a text, best first."""
        found = self._vectors.above(embed(text, DIMENSIONS), MIN_SCORE)
        return [Found(*_parts_of(chunk_id), _score(cosine)) for chunk_id, cosine in found]

    def hit(self, found: Found) -> Hit:
        """What was found, with its page."""
        page = self.get(found.url) or {"url": found.url, "title": "", "chunks": []}
        return Hit(page, page["chunks"][found.chunk] if page["chunks"] else "", found.score)

    def _delete_chunks(self, url: str) -> None:
        page = self.get(url)
        ids = [_chunk_id(url, number) for number in range(len(page["chunks"]))] if page is not None else []
        for chunk_id in ids:
            self._context.store.delete(self._chunks, chunk_id)
        self._vectors.forget(ids)


def _chunk_id(url: str, number: int) -> str:
    return f"{number} {url}"


def _parts_of(chunk_id: str) -> tuple[str, int]:
    number, _, url = chunk_id.partition(" ")
    return url, int(number)


def _searched(page: dict[str, Any], chunk: str) -> str:
    """What a chunk is found by. The title counts as part of every chunk."""
    return f"{page['title']}\n{chunk}"


def _score(cosine: float) -> float:
    return round(max(0.0, min(1.0, cosine)), 4)


def hits_in(page: dict[str, Any], text: str) -> list[Hit]:
    """The score of each chunk of a page for a text."""
    return [Hit(page, chunk, similarity(_searched(page, chunk), text)) for chunk in page["chunks"]]


def similarity(first: str, second: str) -> float:
    """The similarity of two texts, from 0 to 1."""
    return _score(sum(map(mul, embed(first, DIMENSIONS), embed(second, DIMENSIONS))))


def snippet(hit: Hit, text: str) -> str:
    """The part of a chunk that is most similar to a text: a sentence and what follows it."""
    sentences = _SENTENCE.split(hit.chunk.strip())
    best = max(range(len(sentences)), key=lambda index: similarity(sentences[index], text))
    found = " ".join(sentences[best:])
    if len(found) <= SNIPPET:
        return found
    return f"{found[:SNIPPET].rpartition(' ')[0] or found[:SNIPPET]}…"
