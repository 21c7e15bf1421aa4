# Written by scripts/generate.py from spec/openapi.yaml. Do not edit: change that, and run `make generate`.
from __future__ import annotations

from typing import TYPE_CHECKING

from ..types import UNSET

if TYPE_CHECKING:
    from ..models.model import Model
    from ..models.model_feature import ModelFeature
    from ..models.model_list import ModelList
    from ..protocol import AsyncCaller
    from ..types import Unset


class AsyncModels:
    """The models that your organisation may use: what each can do, how much text it takes, what it costs. The
    `id` found here is the `modelId` of every other request.
    """

    def __init__(self, caller: AsyncCaller) -> None:
        self._caller = caller

    async def list(self, *, feature: ModelFeature | Unset = UNSET) -> ModelList:
        """List the models.

        Returns the models that your organisation may use, all in one reply; those that its governance bars are
        left out. Narrow the list with `feature`. The catalogue changes seldom, so a client may keep it for some
        minutes. Description and price come with `GET /models/{modelId}`.

        Args:
            feature (ModelFeature): Return only the models that can do this. Left out, all models are returned.
                Known values: "chat", "embeddings", "vision", "streaming", "image_generation", "all". Server
                default: "all".

        Returns:
            The models that have the feature asked for; an empty list if there is none.

        Raises:
            401: The token is missing, unknown, expired or revoked.
            403: The token is valid but may not do this: it lacks a scope or permission, belongs to another
                organisation, or the organisation's policy refuses (AI switched off, model barred, budget used
                up).
            422: The body, or a query parameter, does not fit what this operation takes.
            429: Too many requests in too short a time.
            500: The service failed, not the request.

        Example:
            await client.models.list()
        """
        from ..api.models import models_list as _operation

        request = _operation.request(feature=feature)
        return await self._caller.call(_operation.OPERATION, request)

    async def get(self, model_id: str) -> Model:
        """Get a model.

        Returns one model with its limits, price and state. Check `available` and `deprecated` before you settle
        on a model, and `maxOutputTokens` before you set `maxTokens` in a chat. A model that the governance of
        your organisation bars is not available.

        Args:
            model_id (str): Id of the model, as listed, with its provider and version. Its `:` may stand in the
                URL as it is or be percent-encoded as `%3A`.

        Returns:
            The model.

        Raises:
            401: The token is missing, unknown, expired or revoked.
            403: The token is valid but may not do this: it lacks a scope or permission, belongs to another
                organisation, or the organisation's policy refuses (AI switched off, model barred, budget used
                up).
            404: No model has this id.
            429: Too many requests in too short a time.
            500: The service failed, not the request.

        Example:
            await client.models.get("amazon.nova-lite-v1:0")
        """
        from ..api.models import models_get as _operation

        request = _operation.request(model_id)
        return await self._caller.call(_operation.OPERATION, request)
