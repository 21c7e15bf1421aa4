"""The models that an organisation may use."""

from __future__ import annotations

from typing import Any

from ..catalogue import MODELS, Model
from ..refusal import model_not_found
from ..world import Call

FEATURES = {feature for model in MODELS.values() for feature in model.features}
SUMMARIES = {model.id: model.summary() for model in MODELS.values()}


def models_list(call: Call) -> dict[str, Any]:
    wanted = {call.query["feature"]} - {"all"}
    # The overview page filters by `?chat=true`, the document by `?feature=chat`: both are understood.
    wanted |= {name for name, value in call.raw_query.items() if value == "true"} & FEATURES
    models = [SUMMARIES[model.id] for model in MODELS.values() if wanted <= set(model.features)]
    return {"models": models, "count": len(models)}


def models_get(call: Call) -> dict[str, Any]:
    return model(call.path["modelId"]).details()


def model(id: str) -> Model:
    """The model with an id.

    Raises:
        Refusal: 404.
    """
    found = MODELS.get(id)
    if found is None:
        raise model_not_found()
    return found
