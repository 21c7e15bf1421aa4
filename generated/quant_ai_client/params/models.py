# Written by scripts/generate.py from spec/openapi.yaml. Do not edit: change that, and run `make generate`.
"""The keyword arguments of the methods of `client.models`, for `**`."""

from __future__ import annotations

from typing import NotRequired

from ..models.model_feature import ModelFeature
from ..types import TypedDict


class ModelsListParams(TypedDict):
    """The keyword arguments of `list()`."""

    feature: NotRequired[ModelFeature | None]
