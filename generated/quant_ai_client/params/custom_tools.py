# Written by scripts/generate.py from spec/openapi.yaml. Do not edit: change that, and run `make generate`.
"""The keyword arguments of the methods of `client.custom_tools`, for `**`."""

from __future__ import annotations

from typing import NotRequired

from ..models.custom_tool_response_mode import CustomToolResponseMode
from ..models.json_object import JsonObjectParam
from ..types import TypedDict, Unset


class CustomToolsCreateParams(TypedDict):
    """The keyword arguments of `create()`."""

    name: str
    description: str
    edge_function_code: str
    input_schema: JsonObjectParam
    is_async: NotRequired[bool | None]
    timeout_seconds: NotRequired[int | None]
    output_schema: NotRequired[JsonObjectParam | Unset | None]
    output_schema_description: NotRequired[str | Unset | None]
    category: NotRequired[str | Unset | None]
    response_mode: NotRequired[CustomToolResponseMode | Unset | None]
