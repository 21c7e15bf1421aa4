# Written by scripts/generate.py from spec/openapi.yaml. Do not edit: change that, and run `make generate`.
"""GET /models"""

from __future__ import annotations

from typing import Any

from ... import api, models
from ... import arguments as _arguments
from ... import parameters as _parameters
from ...operation import Operation, Request
from ...types import Response


def request(*, feature: models.ModelFeature | None = None) -> Request:
    """Encode one request."""
    _arguments.check(("feature", feature, str))
    return Request(path="/models", query=_parameters.query_pairs(("feature", feature)))


def _reply_200(value: Any) -> models.ModelList:
    from ...models.model_list import ModelList

    return ModelList.from_dict(value)


def _error(value: Any) -> models.Error:
    from ...models.error import Error

    return Error.from_dict(value)


_ERRORS = {**dict.fromkeys((401, 403, 422, 429, 500), _error)}

OPERATION: Operation[models.ModelList] = Operation(
    id="models_list", method="GET", path="/models", replies={200: _reply_200}, idempotent=True, errors=_ERRORS
)


def sync_detailed(
    *, client: api.AuthenticatedClient, feature: models.ModelFeature | None = None
) -> Response[models.ModelList]:
    """List models; returns the reply with status and headers."""
    return client.send(OPERATION, request(feature=feature))


def sync(*, client: api.AuthenticatedClient, feature: models.ModelFeature | None = None) -> models.ModelList:
    """List models."""
    return sync_detailed(client=client, feature=feature).parsed


async def asyncio_detailed(
    *, client: api.AuthenticatedClient, feature: models.ModelFeature | None = None
) -> Response[models.ModelList]:
    """List models; returns the reply with status and headers."""
    return await client.send_async(OPERATION, request(feature=feature))


async def asyncio(*, client: api.AuthenticatedClient, feature: models.ModelFeature | None = None) -> models.ModelList:
    """List models."""
    return (await asyncio_detailed(client=client, feature=feature)).parsed
