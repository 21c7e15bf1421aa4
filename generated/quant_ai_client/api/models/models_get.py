# Written by scripts/generate.py from spec/openapi.yaml. Do not edit: change that, and run `make generate`.
"""GET /models/{modelId}"""

from __future__ import annotations

from typing import Any

from ... import api, models
from ... import arguments as _arguments
from ... import encoding as _encoding
from ...operation import Operation, Request
from ...types import Response


def request(model_id: str) -> Request:
    """Encode one request."""
    _arguments.check(("model_id", model_id, str))
    return Request(path=f"/models/{_encoding.path_segment(model_id, 'model_id')}")


def _reply_200(value: Any) -> models.Model:
    from ...models.model import Model

    return Model.from_dict(value)


def _error(value: Any) -> models.Error:
    from ...models.error import Error

    return Error.from_dict(value)


_ERRORS = {**dict.fromkeys((401, 403, 404, 429, 500), _error)}

OPERATION: Operation[models.Model] = Operation(
    id="models_get", method="GET", path="/models/{modelId}", replies={200: _reply_200}, idempotent=True, errors=_ERRORS
)


def sync_detailed(model_id: str, *, client: api.AuthenticatedClient) -> Response[models.Model]:
    """Get a model; returns the reply with status and headers."""
    return client.send(OPERATION, request(model_id))


def sync(model_id: str, *, client: api.AuthenticatedClient) -> models.Model:
    """Get a model."""
    return sync_detailed(model_id, client=client).parsed


async def asyncio_detailed(model_id: str, *, client: api.AuthenticatedClient) -> Response[models.Model]:
    """Get a model; returns the reply with status and headers."""
    return await client.send_async(OPERATION, request(model_id))


async def asyncio(model_id: str, *, client: api.AuthenticatedClient) -> models.Model:
    """Get a model."""
    return (await asyncio_detailed(model_id, client=client)).parsed
