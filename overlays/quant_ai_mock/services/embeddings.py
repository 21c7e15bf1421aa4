"""Vectors for texts."""

from __future__ import annotations

from typing import Any

from .. import governing, usage, words
from ..embedding import embed
from ..world import Call
from .models import model


def embeddings_create(call: Call) -> dict[str, Any]:
    body = call.body
    used = model(body["modelId"])
    governing.admit(call, used, governing.EMBEDDING)
    asked = body["dimensions"]
    dimension = asked if asked in used.dimensions or not used.dimensions else used.dimensions[0]
    texts = [body["input"]] if isinstance(body["input"], str) else body["input"]
    vectors = [embed(text, dimension, body["normalize"]) for text in texts]
    tokens = sum(words.count(text) for text in texts)
    usage.record(call, used, tokens, 0, interface=governing.EMBEDDING)
    return {
        "embeddings": vectors[0] if isinstance(body["input"], str) else vectors,
        "model": used.id,
        "dimension": dimension,
        "usage": {"inputTokens": tokens, "totalTokens": tokens},
    }
