"""Models: those that the organisation may use."""

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
    # The overview page filters by `?chat=true`, the spec by `?feature=chat`: both work.
    wanted |= {name for name, value in context.raw_query.items() if value == "true"} & FEATURES
    rules = governance_rules(context)
    body, content = _models_with(frozenset(wanted), rules["modelPolicy"], frozenset(rules["modelList"]))
    return Reply(body=body, content=content)


def models_get(context: RequestContext) -> dict[str, Any]:
    model, rules = find_model(context.path["modelId"]), governance_rules(context)
    return model.details() | {"available": allows(rules["modelPolicy"], rules["modelList"], model)}


@lru_cache(maxsize=64)
def _models_with(wanted: frozenset[str], policy: str, model_list: frozenset[str]) -> tuple[dict[str, Any], bytes]:
    """The allowed models with all of these features, and the body as JSON; cached, as it depends on nothing else."""
    allowed = (model for model in MODELS.values() if allows(policy, model_list, model))
    models = [SUMMARIES[model.id] for model in allowed if wanted <= set(model.features)]
    body = {"models": models, "count": len(models)}
    return body, orjson.dumps(body)
