"""Embeddings: vectors for texts."""

from __future__ import annotations

from typing import Any

from ..rules import admission, metering
from ..rules.admission import find_model
from ..state.request_context import RequestContext
from ..synthetic import wording
from ..synthetic.vectors import embed


def embeddings_create(context: RequestContext) -> dict[str, Any]:
    body = context.body
    model = find_model(body["modelId"])
    admission.admit(context, model, admission.EMBEDDING)
    requested = body["dimensions"]
    dimension = requested if requested in model.dimensions or not model.dimensions else model.dimensions[0]
    texts = [body["input"]] if isinstance(body["input"], str) else body["input"]
    vectors = [embed(text, dimension, body["normalize"]) for text in texts]
    tokens = sum(wording.count_tokens(text) for text in texts)
    metering.record(context, model, tokens, 0, interface=admission.EMBEDDING)
    return {
        "embeddings": vectors[0] if isinstance(body["input"], str) else vectors,
        "model": model.id,
        "dimension": dimension,
        "usage": {"inputTokens": tokens, "totalTokens": tokens},
    }
