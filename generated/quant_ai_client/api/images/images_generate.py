# Written by scripts/generate.py from spec/openapi.yaml. Do not edit: change that, and run `make generate`.
"""POST /image-generation"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from ... import api, models
from ... import arguments as _arguments
from ...operation import Operation, Request
from ...types import Response


def request(*, body: models.ImageGenerationRequest | Mapping[str, object]) -> Request:
    """Encode one request."""
    from ...models.image_generation_request import ImageGenerationRequest

    return Request(path="/image-generation", body=_arguments.encoded(body, ImageGenerationRequest))


def _reply_200(value: Any) -> models.ImageGenerationReply:
    from ...models.image_generation_reply import ImageGenerationReply

    return ImageGenerationReply.from_dict(value)


def _error(value: Any) -> models.Error:
    from ...models.error import Error

    return Error.from_dict(value)


_ERRORS = {**dict.fromkeys((400, 401, 403, 404, 422, 429, 500), _error)}

OPERATION: Operation[models.ImageGenerationReply] = Operation(
    id="images_generate", method="POST", path="/image-generation", replies={200: _reply_200}, errors=_ERRORS
)


def sync_detailed(
    *, client: api.AuthenticatedClient, body: models.ImageGenerationRequest | Mapping[str, object]
) -> Response[models.ImageGenerationReply]:
    """Generate images; returns the reply with status and headers."""
    return client.send(OPERATION, request(body=body))


def sync(
    *, client: api.AuthenticatedClient, body: models.ImageGenerationRequest | Mapping[str, object]
) -> models.ImageGenerationReply:
    """Generate images."""
    return sync_detailed(client=client, body=body).parsed


async def asyncio_detailed(
    *, client: api.AuthenticatedClient, body: models.ImageGenerationRequest | Mapping[str, object]
) -> Response[models.ImageGenerationReply]:
    """Generate images; returns the reply with status and headers."""
    return await client.send_async(OPERATION, request(body=body))


async def asyncio(
    *, client: api.AuthenticatedClient, body: models.ImageGenerationRequest | Mapping[str, object]
) -> models.ImageGenerationReply:
    """Generate images."""
    return (await asyncio_detailed(client=client, body=body)).parsed
