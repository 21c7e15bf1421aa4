"""Vectors for texts."""

from __future__ import annotations

from typing import Any

from ..rules import admission, metering
from ..rules.admission import find_model
from ..state.request_context import RequestContext
from ..synthetic import wording
from ..synthetic.vectors import embed


def embeddings_create(context: RequestContext) -> dict[str, Any]:
    body = context.body
    used = find_model(body["modelId"])
    admission.admit(context, used, admission.EMBEDDING)
    asked = body["dimensions"]
    dimension = asked if asked in used.dimensions or not used.dimensions else used.dimensions[0]
    texts = [body["input"]] if isinstance(body["input"], str) else body["input"]
    vectors = [embed(text, dimension, body["normalize"]) for text in texts]
    tokens = sum(wording.count_tokens(text) for text in texts)
    metering.record(context, used, tokens, 0, interface=admission.EMBEDDING)
    return {
        "embeddings": vectors[0] if isinstance(body["input"], str) else vectors,
        "model": used.id,
        "dimension": dimension,
        "usage": {"inputTokens": tokens, "totalTokens": tokens},
    }
