# Written by scripts/generate.py from spec/openapi.yaml. Do not edit: change that, and run `make generate`.
from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Self

from attrs import define as _define
from attrs import field as _field

from ..decoding import as_object, new
from ..types import UNSET, Unset
from ..types import Model as _Model


@_define(kw_only=True, eq=False, repr=False)
class SlackChannel(_Model):
    """A channel in a Slack workspace.

    Attributes:
        id (str): Slack's id of the channel, for `allowed_channels`.
        name (str | Unset): Name of the channel, without the `#`.
    """

    id: str
    """Slack's id of the channel, for `allowed_channels`."""
    name: str | Unset = UNSET
    """Name of the channel, without the `#`."""
    additional_properties: dict[str, Any] = _field(factory=dict)

    @classmethod
    def from_dict(cls, source: Mapping[str, Any]) -> Self:
        """Decode a JSON object."""
        return cls._take({**as_object(source)})

    @classmethod
    def _take(cls, rest: dict[str, Any]) -> Self:
        made = new(cls)
        made.id = rest.pop("id", UNSET)
        made.name = rest.pop("name", UNSET)
        made.additional_properties = rest
        return made

    def to_dict(self) -> dict[str, Any]:
        """Return the JSON object, without fields that were not given."""
        made: dict[str, Any] = {**self.additional_properties}
        if not isinstance(self.id, Unset):
            made["id"] = self.id
        if self.name is not UNSET:
            made["name"] = self.name
        return made
