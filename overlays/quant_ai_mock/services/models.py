"""The models that an organisation may use."""

from __future__ import annotations

from functools import lru_cache
from typing import Any

import orjson

from ..rules.admission import allows, find_model, governance_rules
from ..state.request_context import Reply, RequestContext
from ..synthetic.catalogue import MODELS

FEATURES = {feature for model in MODELS.values() for feature in model.features}
SUMMARIES = {model.id: model.summary() for model in MODELS.values()}


def models_list(context: RequestContext) -> Reply:
    wanted = {context.query["feature"]} - {"all"}
    # The overview page filters by `?chat=true`, the document by `?feature=chat`: both are understood.
    wanted |= {name for name, value in context.raw_query.items() if value == "true"} & FEATURES
    found = governance_rules(context)
    body, content = _with(frozenset(wanted), found["modelPolicy"], frozenset(found["modelList"]))
    return Reply(body=body, content=content)


def models_get(context: RequestContext) -> dict[str, Any]:
    found, own = find_model(context.path["modelId"]), governance_rules(context)
    return found.details() | {"available": allows(own["modelPolicy"], own["modelList"], found)}


@lru_cache(maxsize=64)
def _with(wanted: frozenset[str], policy: str, listed: frozenset[str]) -> tuple[dict[str, Any], bytes]:
    """The models with all of these features, and the bytes that say so: asked for often, and always the same."""
    shown = (model for model in MODELS.values() if allows(policy, listed, model))
    models = [SUMMARIES[model.id] for model in shown if wanted <= set(model.features)]
    body = {"models": models, "count": len(models)}
    return body, orjson.dumps(body)
