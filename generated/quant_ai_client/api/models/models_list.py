# Written by scripts/generate.py from spec/openapi.yaml. Do not edit: change that, and run `make generate`.
"""GET /models"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ... import arguments as _arguments
from ... import parameters as _parameters
from ...operation import Operation, Request

if TYPE_CHECKING:
    from ...client import AuthenticatedClient
    from ...models.error import Error
    from ...models.model_feature import ModelFeature
    from ...models.model_list import ModelList
    from ...types import Response


def request(*, feature: ModelFeature | None = None) -> Request:
    """Encode one request."""
    _arguments.check(("feature", feature, str))
    return Request(path="/models", query=_parameters.query_pairs(("feature", feature)))


def _reply_200(value: Any) -> ModelList:
    from ...models.model_list import ModelList

    return ModelList.from_dict(value)


def _error(value: Any) -> Error:
    from ...models.error import Error

    return Error.from_dict(value)


_ERRORS = {**dict.fromkeys((401, 403, 422, 429, 500), _error)}

OPERATION: Operation[ModelList] = Operation(
    id="models_list", method="GET", path="/models", replies={200: _reply_200}, idempotent=True, errors=_ERRORS
)


def sync_detailed(*, client: AuthenticatedClient, feature: ModelFeature | None = None) -> Response[ModelList]:
    """List models; returns the reply with status and headers."""
    return client.send(OPERATION, request(feature=feature))


def sync(*, client: AuthenticatedClient, feature: ModelFeature | None = None) -> ModelList:
    """List models."""
    return sync_detailed(client=client, feature=feature).parsed


async def asyncio_detailed(*, client: AuthenticatedClient, feature: ModelFeature | None = None) -> Response[ModelList]:
    """List models; returns the reply with status and headers."""
    return await client.send_async(OPERATION, request(feature=feature))


async def asyncio(*, client: AuthenticatedClient, feature: ModelFeature | None = None) -> ModelList:
    """List models."""
    return (await asyncio_detailed(client=client, feature=feature)).parsed
