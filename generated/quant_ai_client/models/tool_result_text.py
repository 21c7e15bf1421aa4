# Written by scripts/generate.py from spec/openapi.yaml. Do not edit: change that, and run `make generate`.
from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Self, TypedDict

from attrs import define as _define
from attrs import field as _field

from ..decoding import as_object, unknown_fields
from ..encoding import present
from ..types import UNSET
from ..types import Model as _Model


@_define(kw_only=True, eq=False, repr=False)
class ToolResultText(_Model):
    """A tool's result in words."""

    text: str
    """The text that the model reads as the result. It must not be empty."""
    additional_properties: dict[str, Any] = _field(factory=dict)

    @classmethod
    def from_dict(cls, source: Mapping[str, Any]) -> Self:
        """Decode a JSON object."""
        get = source.get if isinstance(source, dict) else as_object(source).get
        return cls(
            text=get("text", UNSET),
            additional_properties={} if source.keys() <= _NAMES.keys() else unknown_fields(source, _NAMES),
        )

    def to_dict(self) -> dict[str, Any]:
        """Give the JSON object back, fields that were not given left out."""
        return present({**self.additional_properties, "text": self.text})


_NAMES = {"text": "text"}


class ToolResultTextParam(TypedDict):
    """A `ToolResultText` as a plain dict, names as in the JSON."""

    text: str
