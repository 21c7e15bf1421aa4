# Written by scripts/generate.py from spec/openapi.yaml. Do not edit: change that, and run `make generate`.
from __future__ import annotations

from .. import models
from ..protocol import Caller
from .async_models import AsyncModels

__all__ = ["AsyncModels", "Models"]


class Models:
    """The models that your organisation may use: their features, limits and prices. A model's `id` is the
    `model_id` of all other requests.
    """

    def __init__(self, caller: Caller) -> None:
        self._caller = caller

    def list(self, *, feature: models.ModelFeature | None = None) -> models.ModelList:
        """List models.

        Returns the models that your organisation may use, in one reply. Models that its governance forbids are
        left out. Use `feature` to filter. The list rarely changes, so it can be cached for a few minutes.
        `client.models.get()` adds the description and the price.

        Args:
            feature (ModelFeature): Return only models with this feature. By default, all models are returned.
                Known values: "chat", "embeddings", "vision", "streaming", "image_generation", "all". Server
                default: "all".

        Returns:
            The models that have the feature; an empty list if there are none.

        Raises:
            AuthenticationError: The token is missing, unknown, expired or revoked.
            PermissionDeniedError: The token is valid but not allowed to do this: it lacks a scope or
                permission, belongs to another organisation, or the organisation's policy forbids it (AI
                switched off, model forbidden, budget used up).
            UnprocessableError: The body or a query parameter is invalid.
            RateLimitError: Too many requests.
            ServerError: The service failed.

        Example:
            client.models.list()
        """
        from ..api.models import models_list as _operation

        _request = _operation.request(feature=feature)
        return self._caller.call(_operation.OPERATION, _request)

    def get(self, model_id: str) -> models.Model:
        """Get a model.

        Returns one model with its limits, price and availability. Check `available` and `deprecated` before you
        choose a model, and `max_output_tokens` before you set `max_tokens` in a chat. A model that your
        organisation's governance forbids is not available.

        Args:
            model_id (str): Id of the model, as listed, with provider and version. Its `:` can be sent as it is
                or percent-encoded as `%3A`.

        Returns:
            The model.

        Raises:
            AuthenticationError: The token is missing, unknown, expired or revoked.
            PermissionDeniedError: The token is valid but not allowed to do this: it lacks a scope or
                permission, belongs to another organisation, or the organisation's policy forbids it (AI
                switched off, model forbidden, budget used up).
            NotFoundError: No model has this id.
            RateLimitError: Too many requests.
            ServerError: The service failed.

        Example:
            client.models.get("amazon.nova-lite-v1:0")
        """
        from ..api.models import models_get as _operation

        _request = _operation.request(model_id)
        return self._caller.call(_operation.OPERATION, _request)
