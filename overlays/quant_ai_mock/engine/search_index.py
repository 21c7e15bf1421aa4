"""The search index of one project: its pages, cut into chunks that are searched by the similarity of vectors."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from operator import mul
from typing import Any, NamedTuple

from ..state.request_context import RequestContext
from ..synthetic.chunking import chunks
from ..synthetic.vectors import embed

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


class Index:
    """The index of one project."""

    def __init__(self, context: RequestContext, project: str) -> None:
        self._context = context
        self._kind = f"ai_search_page:{project}"

    def __iter__(self) -> Iterator[dict[str, Any]]:
        return iter(self._context.store.all(self._kind))

    def __len__(self) -> int:
        return self._context.store.count(self._kind)

    def put(self, page: dict[str, Any], text: str, job_id: str | None) -> list[str]:
        """Index a page in place of the one with the same URL; returns its chunks, none if there is no text."""
        found = chunks(text, CHUNK, OVERLAP) if text else []
        if found:
            stored = {key: value for key, value in page.items() if key not in ("content", "preProcessed")}
            stored = {**stored, "jobId": job_id, "chunks": found, "indexed": self._context.now}
            self._context.store.put(self._kind, page["url"], stored)
        return found

    def get(self, url: str) -> dict[str, Any] | None:
        """The page with a URL, if it is indexed."""
        return self._context.store.get(self._kind, url)

    def delete(self, urls: Iterable[str]) -> int:
        """Delete pages; returns how many there were."""
        return sum(self._context.store.delete(self._kind, url) for url in dict.fromkeys(urls))

    def clear(self) -> int:
        """Delete all pages; returns how many there were."""
        return self._context.store.clear(self._kind)

    def nearest(self, text: str) -> list[Hit]:
        """The chunks that are similar to a text, best first."""
        hits = [hit for page in self for hit in hits_in(page, text) if hit.score >= MIN_SCORE]
        return sorted(hits, key=lambda hit: -hit.score)


def hits_in(page: dict[str, Any], text: str) -> list[Hit]:
    """The score of each chunk of a page for a text. The title counts as part of every chunk."""
    return [Hit(page, chunk, similarity(f"{page['title']}\n{chunk}", text)) for chunk in page["chunks"]]


def similarity(first: str, second: str) -> float:
    """The similarity of two texts, from 0 to 1."""
    cosine: float = sum(map(mul, embed(first, DIMENSIONS), embed(second, DIMENSIONS)))
    return round(max(0.0, min(1.0, cosine)), 4)


def snippet(hit: Hit, text: str) -> str:
    """The part of a chunk that is most similar to a text: a sentence and what follows it."""
    sentences = _SENTENCE.split(hit.chunk.strip())
    best = max(range(len(sentences)), key=lambda index: similarity(sentences[index], text))
    found = " ".join(sentences[best:])
    if len(found) <= SNIPPET:
        return found
    return f"{found[:SNIPPET].rpartition(' ')[0] or found[:SNIPPET]}…"
